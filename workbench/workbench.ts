import type { TemplateSheet } from "../core/index.ts";
import { mountPane } from "../pane/index.ts";
import { askWorker } from "./askWorker.ts";
import type { Book } from "./bookMessages.ts";
import { sheetOfGrid } from "./sheetSnapshot.ts";
import { univerGrid } from "./univerGrid.ts";
import { changesOf, workbenchHost, type OpenBook } from "./workbenchHost.ts";

const element = <Kind extends HTMLElement>(id: string): Kind => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found as Kind;
};

const status = element("status");
const say = (sentence: string): void => {
  status.textContent = sentence;
};

const grid = univerGrid("grid", say);
let open: OpenBook | undefined;

// The grid is drawn on a canvas: this is how programs read its cells.
Object.assign(globalThis, { workbench: { shown: grid.shown } });

const opened = (): OpenBook => {
  if (open === undefined) throw new Error("No workbook is open.");
  return open;
};

/** Shows a file that was read. */
function showBook(book: Book): void {
  const ids = grid.show(
    book.name,
    book.sheets.map((sheet) => sheetOfGrid(sheet.name, sheet.grid)),
  );
  const places = book.sheets.map(({ name }, index) => [name, ids[index] ?? ""] as const);
  const keys = book.sheets.flatMap(({ key }, index) =>
    key === undefined ? [] : [[ids[index] ?? "", key] as const],
  );
  open = { book, ids: new Map(places), keys: new Map(keys), tabs: [], ledger: undefined };
  element("file").textContent = book.name;
  document.title = `${book.name} – Tax-loss harvesting`;
  mountAnew();
}

/** The pane begins anew with each file: its choices are about the sheets of that file. */
function mountAnew(): void {
  const old = element("pane");
  const root = document.createElement("div");
  root.id = "pane";
  old.replaceWith(root);
  mountPane(root, workbenchHost(grid, opened, { loadSample, saveFile, changed: () => undefined }));
}

async function openFile(name: string, bytes: Uint8Array): Promise<void> {
  const answer = await askWorker({ ask: "open", name, bytes }, { progress: say });
  if (answer?.kind === "opened") {
    showBook(answer.book);
    say(`${name} is open. It is read here and goes nowhere.`);
  } else if (answer?.kind === "refused") say(`${name} was not opened. ${answer.sentence}`);
}

async function loadSample(): Promise<readonly TemplateSheet[]> {
  const answer = await fetch("sample.json");
  if (!answer.ok) throw new Error("The sample could not be read.");
  return (await answer.json()) as readonly TemplateSheet[];
}

function saveFile(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function save(): Promise<void> {
  const { book, tabs, ledger } = opened();
  const { edits, leftOut } = changesOf(grid, opened());
  const request = { ask: "save", bytes: book.bytes, edits, tabs, sourceSheet: ledger } as const;
  const answer = await askWorker(request, { progress: say });
  if (answer?.kind === "refused") {
    say(`Nothing was saved. ${answer.sentence}`);
    return;
  }
  if (answer?.kind !== "saved") return;
  const name = book.name.replace(/(?:\.tlh)?(\.[^.]*)$/, ".tlh$1");
  saveFile(name, answer.bytes);
  const cells =
    edits.length === 1 ? "1 cell that you changed" : `${edits.length} cells that you changed`;
  say([`${name} is saved: your file with ${tabs.length} tabs and ${cells}.`, ...leftOut].join(" "));
}

const chooser = element<HTMLInputElement>("chooser");
element("open").addEventListener("click", () => {
  chooser.click();
});
chooser.addEventListener("change", () => {
  const [file] = chooser.files ?? [];
  if (file === undefined) return;
  chooser.value = "";
  void file
    .arrayBuffer()
    .then((bytes) => openFile(file.name, new Uint8Array(bytes)))
    .catch((error: unknown) => {
      say(`${file.name} was not opened. ${String(error)}`);
    });
});
element("save").addEventListener("click", () => {
  save().catch((error: unknown) => {
    say(`Nothing was saved. ${error instanceof Error ? error.message : String(error)}`);
  });
});

void fetch("portfolio.xlsx")
  .then((answer) => answer.arrayBuffer())
  .then((bytes) => openFile("portfolio.xlsx", new Uint8Array(bytes)))
  .catch((error: unknown) => {
    say(`The sample was not opened. ${String(error)}`);
  });
