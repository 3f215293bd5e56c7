import { Bag } from "../bag.ts";
import { fillBag, fontBag, lineBag } from "./looks.ts";

/** What a chart remembers beside its data: title, axes, legend, place. */
export const chartBag = (): Bag =>
  new Bag(
    "Chart",
    {
      left: 0,
      top: 0,
      width: 360,
      height: 216,
      style: 201,
      showAllFieldButtons: false,
      plotVisibleOnly: true,
      displayBlanksAs: "NotPlotted",
    },
    {
      title: titleBag("ChartTitle"),
      legend: new Bag(
        "ChartLegend",
        { visible: true, position: "Bottom", overlay: false },
        { format: textLookBag("ChartLegendFormat") },
      ),
      dataLabels: labelsBag(),
      format: new Bag(
        "ChartAreaFormat",
        { roundedCorners: false },
        { fill: fillBag(), font: fontBag(), border: lineBag("ChartBorder") },
      ),
      plotArea: new Bag("ChartPlotArea", { position: "Automatic" }, { format: areaLookBag() }),
      axes: new Bag(
        "ChartAxes",
        {},
        { categoryAxis: axisBag(), valueAxis: axisBag(), seriesAxis: axisBag() },
      ),
    },
  );

/** What a series remembers beside its data. */
export const seriesBag = (name: string): Bag =>
  new Bag(
    "ChartSeries",
    {
      name,
      chartType: "Invalid",
      hasDataLabels: false,
      gapWidth: 150,
      overlap: 0,
      smooth: false,
      invertIfNegative: false,
      invertColor: "#FFFFFF",
      markerStyle: "Automatic",
      plotOrder: 1,
      axisGroup: "Primary",
      varyByCategories: false,
    },
    {
      format: new Bag(
        "ChartSeriesFormat",
        {},
        { fill: fillBag(), line: lineBag("ChartLineFormat") },
      ),
      dataLabels: labelsBag(),
    },
  );

const textLookBag = (typeName: string): Bag =>
  new Bag(typeName, {}, { font: fontBag(), fill: fillBag(), border: lineBag("ChartBorder") });

const areaLookBag = (): Bag =>
  new Bag("ChartPlotAreaFormat", {}, { fill: fillBag(), border: lineBag("ChartBorder") });

const titleBag = (typeName: string): Bag =>
  new Bag(
    typeName,
    { text: "", visible: true, overlay: false, position: "Top", horizontalAlignment: "Center" },
    { format: textLookBag(`${typeName}Format`) },
  );

const labelsBag = (): Bag =>
  new Bag(
    "ChartDataLabels",
    {
      position: "OutsideEnd",
      showValue: false,
      showCategoryName: false,
      showSeriesName: false,
      showPercentage: false,
      showLegendKey: false,
      showBubbleSize: false,
      separator: "",
      numberFormat: "General",
      linkNumberFormat: true,
    },
    { format: textLookBag("ChartDataLabelFormat") },
  );

const gridlinesBag = (): Bag =>
  new Bag(
    "ChartGridlines",
    { visible: false },
    { format: new Bag("ChartGridlinesFormat", {}, { line: lineBag("ChartLineFormat") }) },
  );

const axisBag = (): Bag =>
  new Bag(
    "ChartAxis",
    {
      visible: true,
      minimum: "",
      maximum: "",
      majorUnit: "",
      minorUnit: "",
      numberFormat: "General",
      linkNumberFormat: true,
      reversePlotOrder: false,
      tickLabelPosition: "NextToAxis",
      majorTickMark: "Outside",
      minorTickMark: "None",
      displayUnit: "None",
      showDisplayUnitLabel: false,
      categoryType: "Automatic",
      position: "Automatic",
      logBase: 10,
      scaleType: "Linear",
    },
    {
      title: titleBag("ChartAxisTitle"),
      majorGridlines: gridlinesBag(),
      minorGridlines: gridlinesBag(),
      format: new Bag(
        "ChartAxisFormat",
        {},
        { font: fontBag(), line: lineBag("ChartLineFormat"), fill: fillBag() },
      ),
    },
  );
