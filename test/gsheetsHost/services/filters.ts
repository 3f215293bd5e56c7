import { overlap } from "../model/area.ts";
import type { Banding, Filter, Sheet } from "../model/book.ts";
import {
  implement,
  ServiceException,
  ServiceObject,
  type EnumMember,
  type Methods,
} from "../service.ts";
import { checkAlive, rangeObject, type RangeState } from "./objects.ts";

function filterObject(filter: Filter | undefined): ServiceObject | null {
  return filter === undefined ? null : new ServiceObject("Spreadsheet.Filter", filter);
}

implement<RangeState>("Spreadsheet.Range", {
  createFilter: ({ sheet, area }) => {
    checkAlive(sheet);
    if (sheet.filter !== undefined)
      throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
    sheet.filter = { sheet, area, criteria: new Map() };
    return filterObject(sheet.filter);
  },
  getFilter: ({ sheet }) => filterObject(sheet.filter),
});

implement<Sheet>("Spreadsheet.Sheet", {
  getFilter: ({ filter }) => filterObject(filter),
  getBandings: ({ bandings }) =>
    bandings.map((banding) => new ServiceObject("Spreadsheet.Banding", banding)),
});

implement<Filter>("Spreadsheet.Filter", {
  getRange: ({ sheet, area }) => rangeObject(sheet, area),
  setColumnFilterCriteria: ({ criteria }, column: number, criterion: unknown) => {
    if (criterion === null) criteria.delete(column);
    else criteria.set(column, criterion);
  },
  removeColumnFilterCriteria: ({ criteria }, column: number) => {
    criteria.delete(column);
  },
  getColumnFilterCriteria: ({ criteria }, column: number) => {
    const found = criteria.get(column);
    return found === undefined ? null : new ServiceObject("Spreadsheet.FilterCriteria", found);
  },
  remove: ({ sheet }) => {
    sheet.filter = undefined;
  },
});

function band(
  { sheet, area }: RangeState,
  direction: Banding["direction"],
  [theme, header, footer]: readonly [
    EnumMember | undefined,
    boolean | undefined,
    boolean | undefined,
  ],
): ServiceObject {
  checkAlive(sheet);
  if (sheet.bandings.some((other) => overlap(other.area, area))) {
    throw new ServiceException(
      "You cannot add alternating background colors to a range that already has alternating background colors.",
    );
  }
  const made: Banding = {
    sheet,
    area,
    direction,
    theme: theme?.name ?? "LIGHT_GREY",
    header: header ?? true,
    footer: footer ?? false,
    colors: {},
  };
  sheet.bandings.push(made);
  return new ServiceObject("Spreadsheet.Banding", made);
}

implement<RangeState>("Spreadsheet.Range", {
  applyRowBanding: (range, theme?: EnumMember, header?: boolean, footer?: boolean) =>
    band(range, "rows", [theme, header, footer]),
  applyColumnBanding: (range, theme?: EnumMember, header?: boolean, footer?: boolean) =>
    band(range, "columns", [theme, header, footer]),
  getBandings: ({ sheet, area }) =>
    sheet.bandings
      .filter((other) => overlap(other.area, area))
      .map((banding) => new ServiceObject("Spreadsheet.Banding", banding)),
});

const PARTS = [
  "FirstRow",
  "SecondRow",
  "HeaderRow",
  "FooterRow",
  "FirstColumn",
  "SecondColumn",
  "HeaderColumn",
  "FooterColumn",
];

function colorMethods(): Methods<Banding> {
  const getters = PARTS.map((part) => [
    `get${part}Color`,
    ({ colors }: Banding) => colors[part] ?? null,
  ]);
  const setters = PARTS.map((part) => [
    `set${part}Color`,
    ({ colors }: Banding, color: string | null) => {
      colors[part] = color;
    },
  ]);
  return Object.fromEntries([...getters, ...setters]) as Methods<Banding>;
}

implement<Banding>("Spreadsheet.Banding", {
  ...colorMethods(),
  getRange: ({ sheet, area }) => rangeObject(sheet, area),
  setRange: (banding, { area }: RangeState) => {
    banding.area = area;
  },
  remove: (banding) => {
    banding.sheet.bandings = banding.sheet.bandings.filter((other) => other !== banding);
  },
});
