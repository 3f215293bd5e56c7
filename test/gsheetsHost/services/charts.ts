import type { Chart, Sheet } from "../model/book.ts";
import { publishedMethodNames, publishedTypings } from "../published/typings.ts";
import {
  enumMember,
  implement,
  ServiceException,
  ServiceObject,
  type EnumMember,
  type Methods,
} from "../service.ts";
import { checkAlive, rangeObject, type RangeState } from "./objects.ts";

type ChartBuilder = {
  readonly sheet: Sheet;
  readonly id: number | undefined;
  type: string;
  ranges: RangeState[];
  position: readonly number[];
  readonly options: Record<string, unknown>;
};

type ChartState = Chart & { readonly sheet: Sheet };

const GENERAL = "Spreadsheet.EmbeddedChartBuilder";

function builderTypes(): string[] {
  return [...publishedTypings().classes.keys()].filter((name) =>
    /^Spreadsheet\.Embedded\w*ChartBuilder$/.test(name),
  );
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && "enumName" in value
    ? (value as EnumMember).name
    : value;
}

/** `setTitle("x")` on a builder is kept as the option `Title: ["x"]`. */
function optionMethods(type: string): Methods<ChartBuilder> {
  const names = publishedMethodNames(type).filter((name) => /^(set|use|reverse)/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      (builder: ChartBuilder, ...values: unknown[]) => {
        builder.options[name.replace(/^set/, "")] = values.map(plain);
      },
    ]),
  );
}

/** `asColumnChart()` gives the builder of column charts, with what the general one has. */
function typeMethods(type: string): Methods<ChartBuilder> {
  const names = publishedMethodNames(type).filter((name) => /^as\w+Chart$/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      (builder: ChartBuilder) => {
        const kind = name.slice(2, -5);
        builder.type = kind.toUpperCase();
        return new ServiceObject(`Spreadsheet.Embedded${kind}ChartBuilder`, builder);
      },
    ]),
  );
}

for (const type of builderTypes()) {
  implement<ChartBuilder>(type, {
    ...optionMethods(type),
    ...typeMethods(type),
    addRange: (builder, range: RangeState) => {
      builder.ranges.push(range);
    },
    clearRanges: (builder) => {
      builder.ranges = [];
    },
    getRanges: ({ ranges }) => ranges.map(({ sheet, area }) => rangeObject(sheet, area)),
    setChartType: (builder, kind: EnumMember) => {
      builder.type = kind.name;
    },
    getChartType: ({ type: kind }) => enumMember("Charts.ChartType", kind),
    setOption: (builder, name: string, value: unknown) => {
      builder.options[`option ${name}`] = value;
    },
    setPosition: (builder, row: number, column: number, x: number, y: number) => {
      if (
        row < 1 ||
        column < 1 ||
        row > builder.sheet.maxRows ||
        column > builder.sheet.maxColumns
      ) {
        throw new ServiceException(
          "The anchor of the chart is outside the dimensions of the sheet.",
        );
      }
      builder.position = [row, column, x, y];
    },
    build: (builder) => {
      const { sheet } = builder;
      sheet.book.nextId += 1;
      const chart: ChartState = {
        ...builder,
        ranges: [...builder.ranges],
        options: { ...builder.options },
        id: builder.id ?? sheet.book.nextId,
      };
      return new ServiceObject("Spreadsheet.EmbeddedChart", chart);
    },
  });
}

function replaceChart(sheet: Sheet, chart: Chart): void {
  if (!sheet.charts.some(({ id }) => id === chart.id))
    throw new ServiceException("The chart is not on this sheet.");
  sheet.charts = sheet.charts.map((other) => (other.id === chart.id ? chart : other));
}

implement<Sheet>("Spreadsheet.Sheet", {
  newChart: (sheet) => {
    checkAlive(sheet);
    const builder: ChartBuilder = {
      sheet,
      id: undefined,
      type: "COLUMN",
      ranges: [],
      position: [1, 1, 0, 0],
      options: {},
    };
    return new ServiceObject(GENERAL, builder);
  },
  insertChart: (sheet, chart: Chart) => {
    checkAlive(sheet);
    if (chart.ranges.length === 0) throw new ServiceException("A chart needs a range.");
    sheet.charts.push(chart);
  },
  getCharts: (sheet) =>
    sheet.charts.map(
      (chart) => new ServiceObject("Spreadsheet.EmbeddedChart", { ...chart, sheet }),
    ),
  removeChart: (sheet, chart: Chart) => {
    sheet.charts = sheet.charts.filter(({ id }) => id !== chart.id);
  },
  updateChart: replaceChart,
});

implement<ChartState>("Spreadsheet.EmbeddedChart", {
  getChartId: ({ id }) => id,
  getRanges: ({ ranges }) => ranges.map(({ sheet, area }) => rangeObject(sheet, area)),
  getOptions: ({ options }) => new ServiceObject("Charts.ChartOptions", options),
  getContainerInfo: (chart) => new ServiceObject("Spreadsheet.ContainerInfo", chart),
  modify: (chart) =>
    new ServiceObject(GENERAL, {
      ...chart,
      ranges: [...chart.ranges],
      options: { ...chart.options },
    }),
});

implement<Chart["options"]>("Charts.ChartOptions", {
  get: (options, name: string) => options[`option ${name}`] ?? null,
});

implement<ChartState>("Spreadsheet.ContainerInfo", {
  getAnchorRow: ({ position }) => position[0],
  getAnchorColumn: ({ position }) => position[1],
  getOffsetX: ({ position }) => position[2],
  getOffsetY: ({ position }) => position[3],
});
