import { recognizedColumns, type SheetRole } from "../../core/index.ts";
import { ROLES } from "../choices/sourceChoices.ts";
import { button } from "../controls/button.ts";
import { dropdown } from "../controls/dropdown.ts";
import { message } from "../controls/message.ts";
import { pageHeading, paragraph, section } from "../controls/section.ts";
import { element, listening, type Child } from "../element.ts";
import { counted } from "../format.ts";
import type { Source } from "../paneHost.ts";
import type { Pane } from "../state.ts";
import { filesView } from "./filesView.ts";

/** Where the data are: sheets and tables to pick, or a template, the sample, a CSV file. */
export function dataView(pane: Pane): readonly Child[] {
  const { sources, files } = pane.state;
  if (files !== undefined) return filesView(pane, files);
  return [
    pageHeading("Your data"),
    paragraph("Your rows are read and never changed. Nothing leaves this workbook."),
    ...(sources.kind === "ready" ? pickers(pane, sources.list) : waiting(pane)),
    beginnings(pane),
  ];
}

function waiting({ state, act }: Pane): readonly Child[] {
  if (state.sources.kind !== "failed") {
    return [
      element(
        "div",
        { class: "waiting" },
        element("fluent-spinner", { size: "small", "aria-hidden": "true" }),
        "Looking through the workbook…",
      ),
    ];
  }
  return [
    message("error", `The workbook could not be read: ${state.sources.sentence}`),
    button("Try again", { key: "reload" }, act.reload),
  ];
}

const LABELS: Readonly<Record<SheetRole, string>> = {
  transactions: "Transactions",
  prices: "Prices",
  settings: "Settings (if you keep them in a sheet)",
};

function pickers(pane: Pane, sources: readonly Source[]): readonly Child[] {
  const { state, act } = pane;
  const hasLedger = state.choices.transactions !== undefined;
  return [
    hasLedger ? undefined : message("info", nothingFound(sources)),
    ...(sources.length === 0 ? [] : ROLES.map((role) => picker(pane, role, sources))),
    statementsFound("Reported balances, for the tab Proof", [state.choices.balances], sources),
    statementsFound(
      "Brokers' Forms 1099, for the tab 1099 Check",
      state.choices.brokers ?? [],
      sources,
    ),
    element(
      "div",
      { class: "buttons" },
      button("Look again", { key: "reload", size: "small" }, act.reload),
    ),
  ];
}

/** What others stated is found by the names of sheets; there is nothing to pick. */
function statementsFound(
  label: string,
  ids: readonly (string | undefined)[],
  sources: readonly Source[],
): HTMLElement | undefined {
  const names = sources.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length === 0 ? undefined : paragraph(`${label}: ${names.join(", ")}.`, "hint");
}

const nothingFound = (sources: readonly Source[]): string =>
  sources.length === 0
    ? "This workbook is empty. Begin with the template, look at the sample, or open a ledger."
    : "No sheet has the headings of a ledger. Pick the one with your transactions and then match its columns, or begin with the template.";

function picker({ state, act }: Pane, role: SheetRole, sources: readonly Source[]): HTMLElement {
  const chosen = state.choices[role];
  const source = sources.find(({ id }) => id === chosen);
  const values = sources.map(({ id, name, kind }) => ({
    value: id,
    text: kind === "table" ? `${name} (table)` : name,
  }));
  return element(
    "div",
    { class: "picker" },
    dropdown(
      {
        key: role,
        label: LABELS[role],
        values: [{ value: undefined, text: "None" }, ...values],
        chosen: source?.id,
      },
      (id) => {
        const headings = role === "transactions" ? { headings: {} } : {};
        act.choose({ [role]: id, ...headings });
      },
    ),
    hintOf(role, source, state.choices.headings),
  );
}

function hintOf(
  role: SheetRole,
  source: Source | undefined,
  headings: Readonly<Record<string, string>>,
): Child {
  if (role === "prices" && source === undefined) {
    return paragraph("Without prices there are no gains and losses to show.", "hint");
  }
  if (role !== "transactions" || source === undefined) return undefined;
  const { format, columns, isComplete, missing } = recognizedColumns(source.sample, headings);
  if (format !== undefined) return paragraph(`Export recognised: ${format}.`, "hint");
  const found = columns.filter(({ heading }) => heading !== undefined).length;
  return isComplete
    ? paragraph(`${counted(found, "column")} recognised.`, "hint")
    : element("p", { class: "hint wrong" }, `Not found: ${missing.join(", ")}. Match the columns.`);
}

function beginnings(pane: Pane): HTMLElement {
  const { host, act, state } = pane;
  const disabled = state.busy !== undefined;
  return section(
    state.choices.transactions === undefined ? "Begin with" : "Or begin with",
    element(
      "div",
      { class: "beginnings" },
      beginning("A template to fill in", "Headings, lists of what may be typed, and notes.", [
        button("Insert template", { key: "template", size: "small", disabled }, () => {
          act.addSheets("Adding the template…", withoutWords(host.insertTemplate));
        }),
      ]),
      beginning("A sample portfolio", "Years of trades in several wallets, to try everything.", [
        button("Insert sample", { key: "sample", size: "small", disabled }, () => {
          act.addSheets("Adding the sample…", withoutWords(host.insertSample));
        }),
      ]),
      beginning(
        "CSV files",
        "From exchanges, wallets or tax services. Several become one ledger.",
        filesButton(pane),
      ),
    ),
  );
}

const beginning = (title: string, words: string, controls: readonly Child[]): HTMLElement =>
  element(
    "div",
    { class: "beginning" },
    element("div", {}, element("strong", {}, title), paragraph(words, "hint")),
    ...controls,
  );

const withoutWords = (add: () => Promise<void>) => async (): Promise<undefined> => {
  await add();
  return undefined;
};

function filesButton({ act, state }: Pane): readonly Child[] {
  const file = element("input", {
    type: "file",
    accept: ".csv,.tsv,.txt,text/csv",
    multiple: true,
    class: "unseen",
    tabindex: -1,
    "aria-label": "CSV files",
  }) as HTMLInputElement;
  listening(file, {
    change: () => {
      const picked = [...(file.files ?? [])];
      if (picked.length > 0) act.openFiles(picked);
    },
  });
  const disabled = state.busy !== undefined;
  const open = button("Open CSV files", { key: "csv", size: "small", disabled }, () => {
    file.click();
  });
  return [open, file];
}
