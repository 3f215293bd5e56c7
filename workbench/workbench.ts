import { BooleanNumber } from "@univerjs/core";
import type { TemplateSheet } from "../core/index.ts";
import { mountPane, type PaneHandle } from "../pane/index.ts";
import { askWorker } from "./askWorker.ts";
import type { Book } from "./bookMessages.ts";
import { elementOf } from "./elementOf.ts";
import { unsavedChange } from "./gridCommands.ts";
import type { OpenBook } from "./openBook.ts";
import { moveBetweenParts } from "./pageParts.ts";
import { saveBook } from "./saveBook.ts";
import { sheetOfGrid } from "./sheetOfGrid.ts";
import { statusLine, type Working } from "./statusLine.ts";
import { univerGrid } from "./univerGrid.ts";
import { workbenchHost } from "./workbenchHost.ts";

const status = statusLine();
let open: OpenBook | undefined;
let pane: PaneHandle | undefined;
let isPaneOld = false;

const grid = univerGrid("grid", {
  complaint: status.complain,
  command: (name, sheet) => {
    isPaneOld = true;
    const change = unsavedChange(name, { inTab: open?.keys.has(sheet) === true });
    if (change !== undefined) open?.unsaved.add(change);
  },
});

// The grid is drawn on a canvas: this is how programs read its cells.
Object.assign(globalThis, { workbench: { shown: grid.shown } });

/** A file that is read takes the place of the one that is open. */
function showBook(book: Book): void {
  const ids = grid.show(
    book.name,
    book.sheets.map(({ name, grid: cells, isHidden }) => ({
      ...sheetOfGrid(name, cells, book.dateSystem),
      hidden: isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  );
  const keys = book.sheets.flatMap(({ key }, index) =>
    key === undefined ? [] : [[ids[index] ?? "", key] as const],
  );
  open = {
    book,
    ids: new Map(book.sheets.map(({ name }, index) => [name, ids[index] ?? ""])),
    keys: new Map(keys),
    run: undefined,
    unsaved: new Set(),
  };
  elementOf("file").textContent = book.name;
  document.title = `${book.name} – Tax-loss harvesting`;
  elementOf("loading").hidden = true;
  elementOf("save").removeAttribute("disabled");
  mountAnew(open);
}

/** The pane begins anew with each file: its choices are about the sheets of that file. */
function mountAnew(book: OpenBook): void {
  const root = document.createElement("div");
  root.id = "pane";
  elementOf("pane").replaceWith(root);
  pane = mountPane(root, workbenchHost(grid, book, { loadSample, saveFile }));
  isPaneOld = false;
}

/** The pane looks at the sheets again when the user comes back to it from the grid. */
const refreshPane = (): void => {
  if (!isPaneOld) return;
  isPaneOld = false;
  pane?.reload();
};

async function openFile(name: string, bytes: Uint8Array, working: Working): Promise<string> {
  const left = open === undefined ? "" : ` ${open.book.name} is still open.`;
  const asked = await askWorker({ request: { kind: "open", name, bytes } }, working);
  if (asked === undefined) return `${name} was not opened.${left}`;
  const { answer, rowsAt } = asked;
  if (answer.kind !== "opened") {
    const why = answer.kind === "refused" ? answer.sentence : "It did not arrive.";
    return `${name} was not opened: ${why}${left}`;
  }
  const { book } = answer;
  const sheets = book.sheets.map((sheet, place) => ({
    ...sheet,
    grid: rowsAt(place) as Book["sheets"][number]["grid"],
  }));
  showBook({ ...book, sheets });
  const formulas = book.bytes === undefined ? "" : " Its formulas show the results in the file.";
  return `${name} is open. It is read in this page and goes nowhere.${formulas}`;
}

/** A file beside the page. */
async function ownFile(name: string): Promise<Response> {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name} could not be read.`);
  return answer;
}

const loadSample = async (): Promise<readonly TemplateSheet[]> =>
  (await (await ownFile("sample.json")).json()) as readonly TemplateSheet[];

function saveFile(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function save(book: OpenBook, working: Working): Promise<string> {
  const { bytes, sentence } = await saveBook(grid, book, working);
  if (bytes === undefined) return sentence;
  const name = book.book.name.replace(/(?:\.tlh)?(\.[^.]*)$/, ".tlh$1");
  saveFile(name, bytes);
  return `${name} is saved. ${sentence}`;
}

const chooser = elementOf("chooser") as HTMLInputElement;
elementOf("open").addEventListener("click", () => {
  chooser.click();
});
chooser.addEventListener("change", () => {
  const [file] = chooser.files ?? [];
  if (file === undefined) return;
  const reading = file.arrayBuffer();
  chooser.value = "";
  void status.during(async (working) =>
    openFile(file.name, new Uint8Array(await reading), working),
  );
});
elementOf("new").addEventListener("click", () => {
  const sheets = [{ name: "Sheet1", grid: [], key: undefined, isHidden: false }];
  showBook({ name: "New workbook.xlsx", bytes: undefined, dateSystem: 1900, sheets });
  status.say("A new workbook. The pane can add sheets to fill in, or the sample.");
});
elementOf("save").addEventListener("click", () => {
  const book = open;
  if (book !== undefined) void status.during((working) => save(book, working));
});
// Not on the press of a button: the pane would draw another one below the finger.
const beside = elementOf("beside");
beside.addEventListener("pointermove", ({ pointerType, buttons }) => {
  if (pointerType === "mouse" && buttons === 0) refreshPane();
});
beside.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.matches(":focus-visible")) refreshPane();
});
moveBetweenParts(["open", "grid", "beside"]);

void status.during(async (working) => {
  const bytes = new Uint8Array(await (await ownFile("portfolio.xlsx")).arrayBuffer());
  return openFile("portfolio.xlsx", bytes, working);
});
