import { strToU8, zipSync } from "fflate";

import { areaText } from "./model/area.ts";
import type { Sheet, TableModel } from "./model/sheet.ts";
import type { Workbook } from "./model/workbook.ts";
import { chartPart, drawingPart } from "./xlsx/chartPart.ts";
import { sheetPart } from "./xlsx/sheetPart.ts";
import { Styles } from "./xlsx/styles.ts";
import { xmlText, XML_HEAD } from "./xlsx/xml.ts";

/**
 * The workbook as an .xlsx file, for another program to open: values, formulas with what they give,
 * looks, widths, frozen panes, merged cells, links, tables, conditional formats on values and
 * formulas, names, and charts as bars.
 */
export function toXlsx(workbook: Workbook): Uint8Array {
  const styles = new Styles();
  const parts = new Map<string, string>();
  let tables = 0;
  let charts = 0;
  for (const [index, sheet] of workbook.sheets.entries()) {
    const links: (readonly [type: string, target: string])[] = [];
    const drawing = sheet.charts.length === 0 ? undefined : "rId1";
    if (drawing !== undefined) {
      links.push(["drawing", `../drawings/drawing${index + 1}.xml`]);
      parts.set(`xl/drawings/drawing${index + 1}.xml`, drawingPart(sheet));
      const targets = sheet.charts.map((chart) => {
        const path = `charts/chart${++charts}.xml`;
        parts.set(`xl/${path}`, chartPart(workbook, chart));
        return ["chart", `../${path}`] as const;
      });
      parts.set(`xl/drawings/_rels/drawing${index + 1}.xml.rels`, relationships(targets));
    }
    const tableIds = sheet.tables.map((table) => {
      const path = `tables/table${++tables}.xml`;
      parts.set(`xl/${path}`, tablePart(workbook, { sheet, table, id: tables }));
      return `rId${links.push(["table", `../${path}`])}`;
    });
    const part = sheetPart(workbook, sheet, { styles, links: { drawing, tables: tableIds } });
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, part);
    if (links.length > 0) {
      parts.set(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationships(links));
    }
  }
  parts.set("xl/styles.xml", styles.part());
  parts.set("xl/workbook.xml", workbookPart(workbook));
  parts.set(
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...workbook.sheets.map(
        (_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ["styles", "styles.xml"],
    ]),
  );
  parts.set("_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]]));
  parts.set("[Content_Types].xml", contentTypes([...parts.keys()]));
  return zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])));
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function relationships(links: readonly (readonly [type: string, target: string])[]): string {
  const list = links.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function workbookPart(workbook: Workbook): string {
  const sheets = workbook.sheets.map(({ name, visibility }, index) => {
    const state =
      visibility === "Visible"
        ? ""
        : ` state="${visibility.charAt(0).toLowerCase()}${visibility.slice(1)}"`;
    return `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const names = workbook.names.map(
    ({ name, formula }) =>
      `<definedName name="${xmlText(name)}">${xmlText(formula.replace(/^=/, ""))}</definedName>`,
  );
  const active = Math.max(
    0,
    workbook.sheets.findIndex((sheet) => sheet === workbook.active),
  );
  return (
    `${XML_HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}">` +
    `<workbookPr${workbook.dateSystem === 1904 ? ' date1904="1"' : ""}/>` +
    `<bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${sheets.join("")}</sheets>` +
    (names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`) +
    "</workbook>"
  );
}

function tablePart(
  workbook: Workbook,
  { sheet, table, id }: { readonly sheet: Sheet; readonly table: TableModel; readonly id: number },
): string {
  const { area, showTotals, name, style } = table;
  const columns = Array.from({ length: area.columns }, (_, index) => {
    const title = String(workbook.plainValueAt(sheet, area.row, area.column + index));
    return `<tableColumn id="${index + 1}" name="${xmlText(title)}"/>`;
  });
  const filtered = areaText({ ...area, rows: area.rows - (showTotals ? 1 : 0) });
  return (
    `${XML_HEAD}<table xmlns="${SPREADSHEET}" id="${id}" name="${xmlText(name)}" displayName="${xmlText(name)}" ` +
    `ref="${areaText(area)}" totalsRowCount="${showTotals ? 1 : 0}"><autoFilter ref="${filtered}"/>` +
    `<tableColumns count="${area.columns}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo name="${xmlText(style)}" showRowStripes="1"/></table>`
  );
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/worksheets\/sheet/, "spreadsheetml.worksheet"],
  [/^xl\/workbook\.xml$/, "spreadsheetml.sheet.main"],
  [/^xl\/styles/, "spreadsheetml.styles"],
  [/^xl\/tables/, "spreadsheetml.table"],
  [/^xl\/drawings\/drawing/, "drawing"],
  [/^xl\/charts/, "drawingml.chart"],
];

function contentTypes(paths: readonly string[]): string {
  const list = paths.flatMap((path) => {
    const type = TYPES.find(([pattern]) => pattern.test(path))?.[1];
    if (type === undefined) return [];
    return [
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    ];
  });
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${list.join("")}</Types>`
  );
}
