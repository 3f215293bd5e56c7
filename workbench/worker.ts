import { makeReport } from "../pane/run/makeReport.ts";
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
import type { Book, BookAnswer, BookRequest } from "./bookMessages.ts";

type Scope = {
  onmessage: ((event: { readonly data: BookRequest }) => void) | null;
  readonly postMessage: (answer: BookAnswer) => void;
};

const scope = self as unknown as Scope;

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    // The page shows it; a worker that dies in silence would leave the page waiting.
    const sentence = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: "refused", sentence });
  }
};

function answer(request: BookRequest): BookAnswer {
  switch (request.ask) {
    case "open": {
      const book = openBook(request.name, request.bytes);
      return isRefusal(book)
        ? { kind: "refused", sentence: book.refusal }
        : { kind: "opened", book };
    }
    case "report":
      return {
        kind: "report",
        report: makeReport(request.request, {
          zones: { offsets: intlZoneOffsets, workbookZone: undefined },
          progress: tell,
        }),
      };
    case "save":
      return save(request);
  }
}

const tell = (step: string, share?: number): void => {
  scope.postMessage({ kind: "step", step, ...(share === undefined ? {} : { share }) });
};

/** Reads a workbook; a CSV file becomes a workbook of one sheet. */
function openBook(name: string, bytes: Uint8Array): Book | Refusal {
  if (/\.(?:csv|txt|tsv)$/i.test(name)) {
    const sheet = name.replace(/\.[^.]*$/, "");
    const made = createWorkbook({ sheets: [{ name: sheet, grid: parseCsv(bytes) }] });
    return isRefusal(made) ? made : openBook(`${sheet}.xlsx`, made);
  }
  const opened = readWorkbook(bytes);
  if (isRefusal(opened)) return opened;
  const keys = new Map(generatedTabs(opened).map((tab) => [tab.name, tab.key]));
  const sheets: Book["sheets"][number][] = [];
  for (const { name: sheet, kind } of opened.sheets) {
    if (kind !== "worksheet") continue;
    tell(`Reading ${sheet}`);
    const cells = opened.readSheet(sheet);
    if (isRefusal(cells)) return cells;
    sheets.push({ name: sheet, grid: cells.grid, key: keys.get(sheet) });
  }
  return { name, bytes, dateSystem: opened.dateSystem, sheets };
}

function save(request: Extract<BookRequest, { readonly ask: "save" }>): BookAnswer {
  const edited = editCells(request.bytes, request.edits);
  if (isRefusal(edited)) return { kind: "refused", sentence: edited.refusal };
  const bytes = insertTabs({
    bytes: edited,
    tabs: request.tabs,
    sourceSheet: request.sourceSheet,
    onProgress: (share) => {
      tell("Writing the workbook", share);
    },
  });
  return isRefusal(bytes) ? { kind: "refused", sentence: bytes.refusal } : { kind: "saved", bytes };
}
