import type { CellGrid } from "../core/index.ts";
import { makeReport, type Report } from "../pane/run/makeReport.ts";
import {
  createWorkbook,
  editCells,
  generatedTabs,
  insertTabs,
  isRefusal,
  parseCsv,
  readWorkbook,
  type Refusal,
} from "../workbook/index.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";
import type { Book, BookAnswer, BookRequest, GridRole, RowsPart } from "./bookMessages.ts";
import { bareTabs, filledTabs, gatheredRows, rowParts, type Rows } from "./rowParts.ts";

type Scope = {
  onmessage: ((event: { readonly data: BookRequest | RowsPart }) => void) | null;
  readonly postMessage: (answer: BookAnswer) => void;
};

const scope = self as unknown as Scope;
const given = gatheredRows();

scope.onmessage = ({ data }) => {
  if (data.kind === "rows") {
    given.add(data);
    return;
  }
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    // The page shows it; a worker that dies in silence would leave the page waiting.
    const sentence = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: "refused", sentence });
  }
};

function answer(request: BookRequest): BookAnswer {
  switch (request.kind) {
    case "open": {
      const book = openBook(request.name, request.bytes);
      return isRefusal(book)
        ? { kind: "refused", sentence: book.refusal }
        : { kind: "opened", book: { ...book, sheets: book.sheets.map(withoutRows) } };
    }
    case "report":
      return { kind: "report", report: reportOf(request) };
    case "save":
      return save(request);
  }
}

const tell = (step: string, share?: number): void => {
  scope.postMessage({ kind: "step", step, ...(share === undefined ? {} : { share }) });
};

const send = (tables: readonly Rows[]): void => {
  for (const part of rowParts(tables)) scope.postMessage(part);
};

const withoutRows = <Sheet extends object>(sheet: Sheet): Sheet & { readonly grid: CellGrid } => ({
  ...sheet,
  grid: [],
});

/** Reads a workbook, or a CSV file as the workbook that would be made of it. */
function openBook(name: string, bytes: Uint8Array): Book | Refusal {
  if (/\.(?:csv|txt|tsv)$/i.test(name)) {
    const sheet = name.replace(/\.[^.]*$/, "");
    const made = createWorkbook({ sheets: [{ name: sheet, grid: parseCsv(bytes) }] });
    if (isRefusal(made)) return made;
    const book = openBook(`${sheet}.xlsx`, made);
    return isRefusal(book) ? book : { ...book, bytes: undefined };
  }
  const opened = readWorkbook(bytes);
  if (isRefusal(opened)) return opened;
  const keys = new Map(generatedTabs(opened).map((tab) => [tab.name, tab.key]));
  const sheets: Book["sheets"][number][] = [];
  for (const { name: sheet, kind, state } of opened.sheets) {
    if (kind !== "worksheet") continue;
    const step = `Reading ${sheet}`;
    tell(step);
    const cells = opened.readSheet(sheet, (share) => {
      tell(step, share);
    });
    if (isRefusal(cells)) return cells;
    sheets.push({
      name: sheet,
      grid: cells.grid,
      key: keys.get(sheet),
      isHidden: state !== "visible",
    });
  }
  send(sheets.map(({ grid }) => grid));
  return { name, bytes, dateSystem: opened.dateSystem, sheets };
}

function reportOf({
  request,
  roles,
  brokers,
}: Extract<BookRequest, { readonly kind: "report" }>): Report {
  const gridAt = (place: number): CellGrid => given.rowsAt(place) as CellGrid;
  const gridOf = (role: GridRole): CellGrid | undefined =>
    roles.includes(role) ? gridAt(roles.indexOf(role)) : undefined;
  const report = makeReport(
    {
      ...request,
      grids: {
        transactions: gridOf("transactions") ?? [],
        prices: gridOf("prices"),
        settings: gridOf("settings"),
        balances: gridOf("balances"),
        brokers: brokers.map((name, place) => ({ name, grid: gridAt(roles.length + place) })),
      },
    },
    { zones: { offsets: intlZoneOffsets, workbookZone: undefined }, progress: tell },
  );
  if ("sentence" in report) return report;
  send(report.tabs.map(({ table }) => table.rows));
  return { ...report, tabs: bareTabs(report.tabs) };
}

function save({
  into,
  tabs,
  sourceSheet,
}: Extract<BookRequest, { readonly kind: "save" }>): BookAnswer {
  const bytes = "sheets" in into ? createWorkbook(into) : editCells(into.bytes, into.edits);
  if (isRefusal(bytes)) return { kind: "refused", sentence: bytes.refusal };
  const made = insertTabs({
    bytes,
    tabs: filledTabs(tabs, given.rowsAt),
    sourceSheet,
    onProgress: (share) => {
      tell("Writing the workbook", share);
    },
  });
  return isRefusal(made)
    ? { kind: "refused", sentence: made.refusal }
    : { kind: "saved", bytes: made };
}
