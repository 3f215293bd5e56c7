import { strToU8 } from "fflate";
import {
  columnLetters,
  EXCEL_LIMITS,
  quotedSheet,
  tabLayout,
  type TabLayout,
} from "../../core/index.ts";
import { relationshipsPart } from "../read/relationships.ts";
import { joinPieces } from "../sheet/joinPieces.ts";
import { sheetXml } from "../sheet/sheetXml.ts";
import type { StyleBook } from "../sheet/styleBook.ts";
import { chartXml, drawingXml } from "./chartXml.ts";
import type { Dialect } from "./dialect.ts";
import { MARK } from "./generatedTabs.ts";
import { relationshipsXml, relativeTarget } from "./packageEdits.ts";
import type { PlannedTab } from "./planTabs.ts";
import type { TabSource } from "./tabPlace.ts";
import { tabSheet } from "./tabSheet.ts";
import type { SheetScopedName } from "./workbookEdits.ts";

/** A tab as parts of a package, and what the workbook must say of it. */
export type TabParts = {
  readonly sheetPart: string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly contentTypes: ReadonlyMap<string, string>;
  readonly names: readonly SheetScopedName[];
};

/** The workbook that tabs go into. */
export type TabTarget = {
  readonly dialect: Dialect;
  readonly styles: StyleBook;
  readonly dateSystem: 1900 | 1904;
  readonly source: TabSource | undefined;
  /** Name of a part that no other has, its number left out: `xl/charts/chart` gives `…/chart1.xml`. */
  readonly freePart: (stem: string) => string;
  /** The folder of the workbook's parts, nearly always `xl/`. */
  readonly folder: string;
  readonly onRows: ((rows: number) => void) | undefined;
};

/** Makes the parts of a tab: its worksheet and, with a chart, the drawing and the chart. */
export function tabParts(planned: PlannedTab, target: TabTarget): TabParts {
  const { tab, earlier } = planned;
  const { dialect, folder, freePart } = target;
  const layout = tabLayout(tab, {
    hasSource: target.source !== undefined,
    limits: EXCEL_LIMITS,
  });
  const sheetPart = earlier?.part ?? freePart(`${folder}worksheets/sheet`);
  const bytes = new Map<string, Uint8Array>();
  const contentTypes = new Map([[sheetPart, `${SPREADSHEET}.worksheet+xml`]]);
  const chart = tab.breakdown?.chart === "bars" ? layout.breakdown : undefined;
  const sheet = tabSheet(tab, {
    ...target,
    layout,
    drawing: chart === undefined ? undefined : "rId1",
    codeName: earlier?.codeName,
    selected: earlier?.selected ?? false,
  });
  bytes.set(sheetPart, joinPieces(sheetXml(sheet, dialect)));
  if (tab.breakdown !== undefined && chart !== undefined) {
    const drawingPart = freePart(`${folder}drawings/drawing`);
    const chartPart = freePart(`${folder}charts/chart`);
    const link = (from: string, type: string, to: string): void => {
      const target = relativeTarget(from, to);
      const xml = relationshipsXml([
        { id: "rId1", type: `${dialect.relationships}/${type}`, target },
      ]);
      bytes.set(relationshipsPart(from), strToU8(xml));
    };
    const { breakdown } = tab;
    link(sheetPart, "drawing", drawingPart);
    link(drawingPart, "chart", chartPart);
    bytes.set(
      drawingPart,
      strToU8(drawingXml({ column: 3, row: chart.titleRow }, breakdown, dialect)),
    );
    const drawn = { sheet: planned.name, lines: chart };
    bytes.set(chartPart, strToU8(chartXml(breakdown, drawn, dialect)));
    contentTypes.set(drawingPart, "application/vnd.openxmlformats-officedocument.drawing+xml");
    contentTypes.set(
      chartPart,
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    );
  }
  return { sheetPart, bytes, contentTypes, names: sheetNames(planned, layout) };
}

/** What the content types of a spreadsheet's parts begin with. */
export const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The mark, and the two names by which Excel knows a filter and the rows repeated on paper. */
function sheetNames(planned: PlannedTab, layout: TabLayout): readonly SheetScopedName[] {
  const { tab, place, name } = planned;
  const sheet = quotedSheet(name);
  const { titlesRow, lastRow } = layout;
  const last = columnLetters(tab.table.columns.length - 1);
  const filter = `${sheet}!$A$${titlesRow}:$${last}$${lastRow}`;
  const titles = `${sheet}!$${titlesRow}:$${titlesRow}`;
  return [
    { name: MARK, place, refersTo: `"${tab.key}"`, hidden: true },
    { name: "_xlnm._FilterDatabase", place, refersTo: filter, hidden: true },
    { name: "_xlnm.Print_Titles", place, refersTo: titles, hidden: false },
  ];
}
