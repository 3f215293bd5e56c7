import { zoneFault } from "../choices/zoneFault.ts";
import { zoneInForce } from "../choices/zoneInForce.ts";
import { button } from "../controls/button.ts";
import { pageHeading, paragraph } from "../controls/section.ts";
import { textField } from "../controls/textField.ts";
import { element, type Child } from "../element.ts";
import { counted } from "../format.ts";
import { stem, type FilesToMerge, type LedgerFile } from "../run/readFiles.ts";
import type { Pane } from "../state.ts";

/** The files that are to become one ledger, and what the user can say of each before that. */
export const filesView = (pane: Pane, { ledgers, others }: FilesToMerge): readonly Child[] => [
  pageHeading("Files to merge"),
  paragraph(
    `These ${counted(ledgers.length, "file")} become one ledger: transfers between them are matched, and what two of them have counts once. Until you merge, nothing is added.`,
  ),
  paragraph(
    `Both fields may stay blank. Rows that name no wallet are in one called like the file; two files of one service need the same wallet. Dates that name no zone are read as the file says, else in ${zoneInForce(pane, others)}.`,
    "hint",
  ),
  ...ledgers.map((file, index) => fileCard(pane, file, index)),
  others.length === 0
    ? undefined
    : paragraph(`Added as they are: ${others.map(({ name }) => name).join(", ")}.`, "hint"),
];

/** What the files wait for. */
export const filesFooter = ({ state, act }: Pane): readonly Child[] => {
  const disabled = state.busy !== undefined;
  return [
    button(
      "Merge into one ledger",
      { key: "merge-files", look: "primary", disabled },
      act.mergeFiles,
    ),
    button("Cancel", { key: "leave-files", disabled }, act.leaveFiles),
  ];
};

function fileCard(
  { host, act }: Pane,
  { name, format, rows, wallet, zone }: LedgerFile,
  index: number,
): HTMLElement {
  const id = `file-${index.toString()}`;
  const sayZone = (text: string): void => {
    act.sayOfFile(name, { zone: text });
  };
  return element(
    "div",
    { class: "file", role: "group", "aria-labelledby": id },
    element(
      "div",
      {},
      element("strong", { id }, name),
      paragraph(`${format} · ${counted(rows, "row")}`, "hint"),
    ),
    textField(
      {
        key: `file-wallet-${index.toString()}`,
        label: "Wallet",
        value: wallet,
        placeholder: stem(name),
      },
      (text) => {
        act.sayOfFile(name, { wallet: text });
      },
    ),
    textField(
      {
        key: `file-zone-${index.toString()}`,
        label: "Time zone of its dates",
        value: zone,
        placeholder: "As the file says",
        fault: (text) => zoneFault(text, host.zones()),
        onWrong: sayZone,
      },
      sayZone,
    ),
  );
}
