import {
  recognizedColumns,
  type RecognizedColumn,
  type RecognizedColumns,
} from "../../core/index.ts";
import { button } from "../controls/button.ts";
import { dropdown } from "../controls/dropdown.ts";
import { message } from "../controls/message.ts";
import { pageHeading, paragraph } from "../controls/section.ts";
import { table } from "../controls/table.ts";
import { element, type Child } from "../element.ts";
import type { Source } from "../paneHost.ts";
import type { Pane } from "../state.ts";

/** What the headings of the transactions were taken for, and others to choose. */
export function columnsView(pane: Pane): readonly Child[] {
  const source = ledgerOf(pane);
  if (source === undefined) {
    return [
      pageHeading("Columns"),
      message("info", "Pick the sheet with your transactions first."),
      button("Your data", { key: "to-data" }, () => {
        pane.act.go("data");
      }),
    ];
  }
  const recognized = recognizedColumns(source.sample, pane.state.choices.headings);
  if (recognized.format !== undefined) return exportPage(source, recognized.format, recognized);
  return [
    pageHeading("Columns"),
    paragraph(
      `${source.name}: ${SHAPES[recognized.shape]}, headings in row ${recognized.headerRow}. Choose another heading where one was taken wrongly.`,
    ),
    verdict(recognized),
    columnsTable(pane, recognized),
    unread(recognized),
    Object.keys(pane.state.choices.headings).length === 0
      ? undefined
      : button("Undo my choices", { key: "undo", look: "subtle", size: "small" }, () => {
          pane.act.choose({ headings: {} });
        }),
  ];
}

/** The columns of a service's export need no choices; some can be added. */
const exportPage = (
  source: Source,
  format: string,
  { headerRow, addable }: RecognizedColumns,
): readonly Child[] => [
  pageHeading("Columns"),
  message(
    "success",
    `${source.name} is read as an export: ${format}, headings in row ${headerRow}.`,
  ),
  paragraph(
    `What it does not state you can add to it, in columns with these headings: ${addable.join(", ")}.`,
    "hint",
  ),
];

function ledgerOf({ state }: Pane): Source | undefined {
  if (state.sources.kind !== "ready") return undefined;
  return state.sources.list.find(({ id }) => id === state.choices.transactions);
}

const SHAPES: Readonly<Record<RecognizedColumns["shape"], string>> = {
  "one asset a row": "one asset in each row",
  "two sides a row": "what was sent and what was received in each row",
  "base and quote a row": "base and quote in each row",
};

function verdict({ missing, isComplete }: RecognizedColumns): HTMLElement {
  if (missing.length === 0) return message("success", "All that is needed was found.");
  return message(
    isComplete ? "warning" : "error",
    `Not found: ${missing.join(", ")}. ${
      isComplete
        ? "Rows that need an amount will be listed as problems."
        : "Choose a heading below."
    }`,
  );
}

function columnsTable({ state, act }: Pane, { columns, headings }: RecognizedColumns): HTMLElement {
  const values = [
    { value: undefined as string | undefined, text: "Not in the sheet" },
    ...headings.map((heading) => ({ value: heading, text: heading })),
  ];
  return table({
    caption: "Headings recognised",
    look: "columns",
    heads: [{ title: "Column" }, { title: "Heading in your sheet" }],
    rows: columns.map((column) => [
      nameOf(column),
      dropdown(
        {
          key: `column-${column.name}`,
          label: `Heading for ${column.name}`,
          hidesLabel: true,
          values,
          chosen: column.heading,
          size: "small",
        },
        (heading) => {
          act.choose({ headings: { ...state.choices.headings, [column.name]: heading ?? "" } });
        },
      ),
    ]),
  });
}

const nameOf = ({ name, isNeeded, heading }: RecognizedColumn): HTMLElement =>
  element(
    "span",
    {},
    name,
    isNeeded
      ? element("span", { class: heading === undefined ? "needed wrong" : "needed" }, "needed")
      : undefined,
  );

const unread = ({ unrecognized }: RecognizedColumns): Child =>
  unrecognized.length === 0
    ? undefined
    : paragraph(`Not read: ${unrecognized.join(", ")}.`, "hint");
