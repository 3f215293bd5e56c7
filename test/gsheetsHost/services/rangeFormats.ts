import type { Format, Side } from "../model/cell.ts";
import { PLAIN } from "../model/cell.ts";
import {
  enumMember,
  implement,
  ServiceException,
  type EnumMember,
  type Methods,
} from "../service.ts";
import { changeCells, checkSize, mapCells, type RangeState } from "./objects.ts";

/** What a format's value may be asked and set as: the name of the property, one and many. */
type Property = {
  readonly key: Exclude<keyof Format, "borders">;
  readonly one: string;
  readonly many: string;
  readonly read?: (value: string | number) => unknown;
  readonly write?: (value: unknown) => string | number;
};

const WRAP = "Spreadsheet.WrapStrategy";

const PROPERTIES: readonly Property[] = [
  { key: "background", one: "Background", many: "Backgrounds", write: color("#ffffff") },
  { key: "fontColor", one: "FontColor", many: "FontColors", write: color("#000000") },
  { key: "fontFamily", one: "FontFamily", many: "FontFamilies" },
  { key: "fontSize", one: "FontSize", many: "FontSizes" },
  { key: "fontWeight", one: "FontWeight", many: "FontWeights" },
  { key: "fontStyle", one: "FontStyle", many: "FontStyles" },
  { key: "fontLine", one: "FontLine", many: "FontLines" },
  {
    key: "horizontalAlignment",
    one: "HorizontalAlignment",
    many: "HorizontalAlignments",
    write: alignment,
  },
  { key: "verticalAlignment", one: "VerticalAlignment", many: "VerticalAlignments" },
  {
    key: "numberFormat",
    one: "NumberFormat",
    many: "NumberFormats",
    read: shownFormat,
    write: writtenFormat,
  },
  {
    key: "wrap",
    one: "Wrap",
    many: "Wraps",
    read: (value) => value === "WRAP",
    write: (value) => (value === true ? "WRAP" : "OVERFLOW"),
  },
  {
    key: "wrap",
    one: "WrapStrategy",
    many: "WrapStrategies",
    read: (value) => enumMember(WRAP, String(value)),
    write: (value) => (value as EnumMember).name,
  },
];

/** The format that the automatic one is reported as. */
export const AUTOMATIC_FORMAT = "0.###############";

function shownFormat(value: string | number): unknown {
  return value === "" ? AUTOMATIC_FORMAT : value;
}

function writtenFormat(value: unknown): string {
  const text = value as string;
  return /^general$/i.test(text) || text === AUTOMATIC_FORMAT ? "" : text;
}

function alignment(value: unknown): string {
  return value === null || value === "normal" ? "general" : (value as string);
}

function color(unset: string): (value: unknown) => string {
  return (value) => {
    if (value === null) return unset;
    const text = (value as string).toLowerCase();
    if (/^#[0-9a-f]{6}$/.test(text)) return text;
    if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, "$&$&");
    if (NAMED_COLORS.has(text)) return text;
    throw new ServiceException(`Invalid color: ${text}`);
  };
}

const NAMED_COLORS = new Set([
  "white",
  "black",
  "red",
  "green",
  "blue",
  "yellow",
  "orange",
  "gray",
  "grey",
  "purple",
]);

function methodsOf({
  key,
  one,
  many,
  read,
  write,
}: Property): Record<string, (range: RangeState, ...args: never[]) => unknown> {
  const written = (value: unknown): Partial<Format> => ({
    [key]: write === undefined ? (value ?? PLAIN[key]) : write(value),
  });
  const shown = (range: RangeState): unknown[][] =>
    mapCells(range, ({ format }) => (read === undefined ? format[key] : read(format[key])));
  return {
    [`get${one}`]: (range: RangeState) => shown(range)[0]?.[0],
    [`get${many}`]: shown,
    [`set${one}`]: (range: RangeState, value: unknown) => {
      const change = written(value);
      const made = new Map<Format, Format>();
      changeCells(range, (cell) => {
        const format = made.get(cell.format) ?? { ...cell.format, ...change };
        made.set(cell.format, format);
        return { ...cell, format };
      });
    },
    [`set${many}`]: (range: RangeState, grid: unknown[][]) => {
      checkSize(range, grid);
      changeCells(range, (cell, down, across) => ({
        ...cell,
        format: { ...cell.format, ...written(grid[down]?.[across]) },
      }));
    },
  };
}

/** A border's look; null leaves a side as it is, false takes its border away. */
function setBorder(range: RangeState, ...args: unknown[]): void {
  const [top, left, bottom, right, vertical, horizontal, ink, style] = args;
  const look = `${(ink ?? "#000000") as string} ${(style as EnumMember | null | undefined)?.name ?? "SOLID"}`;
  const { rows, columns } = range.area;
  changeCells(range, (cell, down, across) => {
    const sides: Readonly<Record<Side, unknown>> = {
      top: down === 0 ? top : horizontal,
      bottom: down === rows - 1 ? bottom : horizontal,
      left: across === 0 ? left : vertical,
      right: across === columns - 1 ? right : vertical,
    };
    const kept = { ...cell.format.borders };
    for (const [side, wanted] of Object.entries(sides) as [Side, unknown][]) {
      if (wanted === true) kept[side] = look;
      else if (wanted === false) Reflect.deleteProperty(kept, side);
    }
    return { ...cell, format: { ...cell.format, borders: kept } };
  });
}

const FORMAT_METHODS: Methods<RangeState> = Object.fromEntries(
  PROPERTIES.flatMap((property) => Object.entries(methodsOf(property))),
);

implement<RangeState>("Spreadsheet.Range", {
  ...FORMAT_METHODS,
  setBorder,
  setBackgroundRGB: (range, red: number, green: number, blue: number) => {
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
    changeCells(range, (cell) => ({ ...cell, format: { ...cell.format, background: `#${hex}` } }));
  },
});
