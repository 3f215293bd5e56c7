import { Bag } from "../bag.ts";
import { areaText, quotedName } from "../model/area.ts";
import { columnAtPoint, rowAtPoint } from "../objects/points.ts";
import type { ChartModel, SeriesModel, Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { xmlText, XML_HEAD } from "./xml.ts";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A chart as bars: what matters is where its data, its title and its place are. */
export function chartPart(workbook: Workbook, chart: ChartModel): string {
  const title = chart.look.readMember("title");
  const { text, visible } = (title instanceof Bag ? title.toJson() : {}) as {
    readonly text?: string;
    readonly visible?: boolean;
  };
  const direction = chart.type.startsWith("Bar") ? "bar" : "col";
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${RELATIONSHIPS}"><c:chart>` +
    (visible === true && text !== undefined && text !== "" ? titleXml(text) : "") +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${direction}"/>` +
    '<c:grouping val="clustered"/>' +
    chart.series.map((series, index) => seriesXml(workbook, series, index)).join("") +
    '<c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    axisXml("catAx", { id: 1, other: 2, position: direction === "bar" ? "l" : "b" }) +
    axisXml("valAx", { id: 2, other: 1, position: direction === "bar" ? "b" : "l" }) +
    "</c:plotArea></c:chart></c:chartSpace>"
  );
}

const titleXml = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx></c:title>`;

function seriesXml(workbook: Workbook, series: SeriesModel, index: number): string {
  const reference = (of: SeriesModel["values"]): string => {
    const sheet = of === undefined ? undefined : workbook.sheets.find(({ id }) => id === of.sheet);
    if (of === undefined || sheet === undefined) return "#REF!";
    return `${quotedName(sheet.name)}!${areaText(of.area).replace(/[A-Z]+|\d+/g, "$$$&")}`;
  };
  const name = series.look.readMember("name");
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:v>${xmlText(typeof name === "string" ? name : "")}</c:v></c:tx>` +
    (series.categories === undefined
      ? ""
      : `<c:cat><c:strRef><c:f>${xmlText(reference(series.categories))}</c:f></c:strRef></c:cat>`) +
    `<c:val><c:numRef><c:f>${xmlText(reference(series.values))}</c:f></c:numRef></c:val></c:ser>`
  );
}

const axisXml = (
  kind: string,
  axis: { readonly id: number; readonly other: number; readonly position: string },
): string =>
  `<c:${kind}><c:axId val="${axis.id}"/><c:scaling><c:orientation val="minMax"/></c:scaling>` +
  `<c:delete val="0"/><c:axPos val="${axis.position}"/><c:crossAx val="${axis.other}"/></c:${kind}>`;

/** The drawing with all charts of a sheet, the n-th with the relationship `rId` n. */
export function drawingPart(sheet: Sheet): string {
  const anchors = sheet.charts.map(({ name, look }, index) => {
    const points = (member: string): number => Number(look.readMember(member));
    const from = corner("from", sheet, points("left"), points("top"));
    const to = corner(
      "to",
      sheet,
      points("left") + points("width"),
      points("top") + points("height"),
    );
    return (
      `<xdr:twoCellAnchor>${from}${to}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
      `<xdr:cNvPr id="${index + 2}" name="${xmlText(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
      `<a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="rId${index + 1}"/>` +
      "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    );
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${MAIN}">${anchors.join("")}</xdr:wsDr>`;
}

const corner = (name: string, sheet: Sheet, left: number, top: number): string =>
  `<xdr:${name}><xdr:col>${columnAtPoint(sheet, left)}</xdr:col><xdr:colOff>0</xdr:colOff>` +
  `<xdr:row>${rowAtPoint(sheet, top)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
