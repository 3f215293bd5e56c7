import { NAMESPACE, XML_DECLARATION, type Part } from "./part.ts";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

const root = (body: string): string =>
  `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${NAMESPACE.sheetDrawing}" xmlns:a="${NAMESPACE.drawing}">` +
  `${body}</xdr:wsDr>`;

const anchor = (from: readonly [number, number], to: readonly [number, number]): string =>
  `<xdr:from><xdr:col>${from[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from[1]}</xdr:row>` +
  `<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${to[0]}</xdr:col><xdr:colOff>0</xdr:colOff>` +
  `<xdr:row>${to[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`;

const chartFrame = (id: number): string =>
  '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
  `<xdr:cNvPr id="${id}" name="Chart ${id}" descr="Value by asset"/><xdr:cNvGraphicFramePr/>` +
  '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
  `<a:graphic><a:graphicData uri="${NAMESPACE.chart}"><c:chart xmlns:c="${NAMESPACE.chart}" ` +
  `xmlns:r="${NAMESPACE.relationships}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>` +
  "<xdr:clientData/>";

const DASHBOARD_DRAWING = root(
  `<xdr:twoCellAnchor>${anchor([0, 17], [6, 32])}${chartFrame(2)}</xdr:twoCellAnchor>` +
    `<xdr:twoCellAnchor editAs="oneCell">${anchor([8, 17], [10, 22])}<xdr:pic><xdr:nvPicPr>` +
    '<xdr:cNvPr id="3" name="Logo"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr>' +
    `</xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${NAMESPACE.relationships}" r:embed="rId2"/>` +
    "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm>" +
    '<a:off x="4876800" y="3238500"/><a:ext cx="1219200" cy="952500"/></a:xfrm>' +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>' +
    "</xdr:twoCellAnchor>",
);

const CHART_SHEET_DRAWING = root(
  '<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9296400" cy="6067425"/>' +
    `${chartFrame(2)}</xdr:absoluteAnchor>`,
);

const chart = (kind: "bar" | "doughnut"): string => {
  const points = ["BTC", "ETH", "SOL", "LTC"].map(
    (asset, at) => `<c:pt idx="${at}"><c:v>${asset}</c:v></c:pt>`,
  );
  const values = [30_000, 10_000, 4507.5, 960].map(
    (value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`,
  );
  const series =
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Dashboard!$D$3</c:f><c:strCache>' +
    '<c:ptCount val="1"/><c:pt idx="0"><c:v>Value</c:v></c:pt></c:strCache></c:strRef></c:tx>' +
    `<c:cat><c:strRef><c:f>Dashboard!$A$4:$A$7</c:f><c:strCache><c:ptCount val="4"/>${points.join("")}` +
    "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Dashboard!$D$4:$D$7</c:f><c:numCache>" +
    `<c:formatCode>General</c:formatCode><c:ptCount val="4"/>${values.join("")}</c:numCache></c:numRef>` +
    "</c:val></c:ser>";
  const bar =
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>${series}<c:gapWidth val="80"/>` +
    '<c:axId val="111"/><c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling>' +
    '<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
    '<c:crossAx val="222"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling>' +
    '<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>' +
    '<c:crossAx val="111"/></c:valAx>';
  const doughnut = `<c:doughnutChart>${series}<c:holeSize val="50"/></c:doughnutChart>`;
  return [
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${NAMESPACE.chart}" xmlns:a="${NAMESPACE.drawing}" `,
    `xmlns:r="${NAMESPACE.relationships}"><c:roundedCorners val="0"/><c:chart>`,
    `<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${kind === "bar" ? bar : doughnut}</c:plotArea>`,
    '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>',
  ].join("");
};

const CHART_STYLE =
  `${XML_DECLARATION}<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" ` +
  `xmlns:a="${NAMESPACE.drawing}" id="201"/>`;

const CHART_COLORS =
  `${XML_DECLARATION}<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" ` +
  `xmlns:a="${NAMESPACE.drawing}" meth="cycle" id="10"><a:schemeClr val="accent1"/></cs:colorStyle>`;

/** A picture of one red point. */
const IMAGE = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4o6QEAALOARFa6phZAAAAAElFTkSuQmCC",
    "base64",
  ),
);

/** Drawings with a chart and a picture, chart styles, and the drawing of the chart sheet. */
export const DRAWING_PARTS: readonly Part[] = [
  {
    name: "xl/drawings/drawing1.xml",
    contentType: DRAWING_TYPE,
    body: DASHBOARD_DRAWING,
    relationships: [
      { id: "rId1", type: "chart", target: "xl/charts/chart1.xml" },
      { id: "rId2", type: "image", target: "xl/media/image1.PNG" },
    ],
  },
  {
    name: "xl/drawings/drawing4.xml",
    contentType: DRAWING_TYPE,
    body: CHART_SHEET_DRAWING,
    relationships: [{ id: "rId1", type: "chart", target: "xl/charts/chart3.xml" }],
  },
  {
    name: "xl/charts/chart1.xml",
    contentType: CHART_TYPE,
    body: chart("bar"),
    relationships: [
      {
        id: "rId1",
        type: "http://schemas.microsoft.com/office/2011/relationships/chartStyle",
        target: "xl/charts/style1.xml",
      },
      {
        id: "rId2",
        type: "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle",
        target: "xl/charts/colors1.xml",
      },
    ],
  },
  { name: "xl/charts/chart3.xml", contentType: CHART_TYPE, body: chart("doughnut") },
  {
    name: "xl/charts/style1.xml",
    contentType: "application/vnd.ms-office.chartstyle+xml",
    body: CHART_STYLE,
  },
  {
    name: "xl/charts/colors1.xml",
    contentType: "application/vnd.ms-office.chartcolorstyle+xml",
    body: CHART_COLORS,
  },
  { name: "xl/media/image1.PNG", contentType: undefined, body: IMAGE },
];
