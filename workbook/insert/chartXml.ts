import {
  COLORS,
  placedRange,
  quotedSheet,
  type Breakdown,
  type PlacedTable,
} from "../../core/index.ts";
import { numberText } from "../sheet/cellXml.ts";
import { elementText } from "../sheet/xmlText.ts";
import type { Dialect } from "./dialect.ts";

/** The cell at whose corner a chart begins: a column from 0, a row from 1. */
export type ChartPlace = { readonly column: number; readonly row: number };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A drawing part with one chart, which its relationship `rId1` names. */
export function drawingXml(place: ChartPlace, breakdown: Breakdown, names: Dialect): string {
  const height = CHART_HEAD + CHART_BAR * breakdown.lines.length;
  const words = elementText(`Bar chart: ${breakdown.title}`);
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${names.spreadsheetDrawing}" xmlns:a="${names.drawing}">` +
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${place.column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${place.row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${CHART_WIDTH * PIXEL}" cy="${height * PIXEL}"/>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="2" name="Chart 1" descr="${words}"/><xdr:cNvGraphicFramePr/>` +
    "</xdr:nvGraphicFramePr><xdr:xfrm>" +
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${names.chart}">` +
    `<c:chart xmlns:c="${names.chart}" xmlns:r="${names.relationships}" r:id="rId1"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
  );
}

/** English metric units of a pixel, and a chart's measures in pixels. */
const PIXEL = 9525;
const CHART_WIDTH = 640;
const CHART_HEAD = 120;
const CHART_BAR = 28;

/** A chart part: one horizontal bar for each row of a breakdown, the largest on top. */
export function chartXml(
  breakdown: Breakdown,
  drawn: { readonly sheet: string; readonly lines: PlacedTable },
  names: Dialect,
): string {
  const range = (column: number): string =>
    elementText(`${quotedSheet(drawn.sheet)}!${placedRange(drawn.lines, column)}`);
  const points = (values: readonly string[]): string =>
    `<c:ptCount val="${values.length}"/>` +
    values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join("");
  const keys = points(breakdown.lines.map(({ key }) => elementText(key)));
  const amounts = points(breakdown.lines.map(({ values }) => numberText(values[0] ?? 0)));
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${names.chart}" xmlns:a="${names.drawing}" xmlns:r="${names.relationships}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `<c:title>${richText(elementText(breakdown.title), 1200)}<c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    '<c:ser><c:idx val="0"/><c:order val="0"/>' +
    `<c:tx><c:v>${elementText(breakdown.title)}</c:v></c:tx>` +
    '<c:spPr><a:solidFill><a:srgbClr val="' +
    COLORS.loss +
    '"/></a:solidFill></c:spPr>' +
    '<c:invertIfNegative val="0"/>' +
    `<c:dLbls><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${range(0)}</c:f><c:strCache>${keys}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${range(1)}</c:f><c:numCache><c:formatCode>#,##0.00</c:formatCode>${amounts}</c:numCache></c:numRef></c:val>` +
    '</c:ser><c:gapWidth val="60"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>' +
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling>' +
    '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>' +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>' +
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>' +
    (breakdown.lines.some(({ values }) => (values[0] ?? 0) < 0) ? "" : '<c:min val="0"/>') +
    "</c:scaling>" +
    '<c:delete val="0"/><c:axPos val="b"/>' +
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E5E7EB"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    `<c:title>${richText("US dollars", 900)}<c:overlay val="0"/></c:title>` +
    '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/>' +
    '<c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>' +
    "</c:plotArea>" +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

const richText = (text: string, size: number): string =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="1"/></a:pPr>` +
  `<a:r><a:rPr lang="en-US" sz="${size}" b="1"/><a:t>${text}</a:t></a:r></a:p></c:rich></c:tx>`;
