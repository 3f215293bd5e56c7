import { isOnReturn } from "../ledger/wallet.ts";
import type { Books } from "../harvest/books.ts";
import { moneyNumber, quantityNumber, subtract, type Quantity } from "../money/amounts.ts";
import { pastMethodWords } from "../report/form8949Tab.ts";
import type { Tab, TabSection } from "../report/tab.ts";
import type { Column, TableCell } from "../report/table.ts";
import {
  basicsLine,
  LAW_CHECKED,
  methodLine,
  NOT_TAX_ADVICE,
  washLine,
} from "../report/tabHeading.ts";
import { basisDifference } from "./basisBalances.ts";
import type { Check } from "./check.ts";
import { openingSection } from "./openingSection.ts";
import { PRODUCT_VERSION } from "./productVersion.ts";
import type { Proof } from "./proof.ts";
import { unitsComputed } from "./unitBalances.ts";

/** The tab "Proof": what of the books was checked, how, and whether it holds. */
export function proofTab(books: Books, proof: Proof): Tab {
  return {
    key: "proof",
    name: "Proof",
    heading: [
      "Proof",
      verdict(proof.checks),
      basicsLine(books, pastMethodWords(books)),
      methodLine({ books, method: "FIFO" }),
      washLine(books.settings.wash),
      `Made by version ${PRODUCT_VERSION}; law checked ${LAW_CHECKED}. ${rowsLine(proof)}`,
      "Expected is added up from the rows of the ledger; Found is what lots, gain rows and wash sales came to. A check holds when both are the same to the last digit kept; a reported balance counts to 8 decimals.",
      ...offReturnLine(books),
      NOT_TAX_ADVICE,
    ],
    table: { columns: CHECK_COLUMNS, rows: proof.checks.map(checkRow) },
    totals: undefined,
    breakdown: undefined,
    sections: [
      unitSection(proof),
      basisSection(proof),
      ...(proof.opening === undefined ? [] : [openingSection(proof.opening)]),
      ...reportedSection(proof),
    ],
    emphasis: { column: CHECK_COLUMNS.length - 1, value: FAILS },
  };
}

/** The one line that a reviewer reads. */
export function verdict(checks: readonly Check[]): string {
  const failing = checks.filter(({ holds }) => !holds).length;
  if (checks.length === 0) return "There is nothing to check.";
  return failing === 0
    ? `All ${checks.length} checks hold.`
    : `${failing} of ${checks.length} checks fail: see the rows marked ${FAILS}.`;
}

const FAILS = "Fails";

const CHECK_COLUMNS = [
  { title: "Check", format: "text", width: 52 },
  { title: "Asset", format: "text", width: 11 },
  { title: "Wallet", format: "text", width: 16 },
  { title: "Account", format: "text", width: 14 },
  { title: "In", format: "text", width: 9 },
  { title: "Expected", format: "quantity", width: 18 },
  { title: "Found", format: "quantity", width: 18 },
  { title: "Difference", format: "quantity", width: 18 },
  { title: "Result", format: "text", width: 10 },
] as const satisfies readonly Column[];

const checkRow = (check: Check): readonly TableCell[] => [
  check.rule,
  check.asset,
  check.wallet,
  check.account,
  check.unit,
  check.expected,
  check.found,
  check.difference,
  check.holds ? "Holds" : FAILS,
];

function rowsLine({ rows }: Proof): string {
  if (rows === undefined) return "The rows of this table were not counted.";
  const { read, transactions, joined, withoutEffect, problems } = rows;
  return `Rows read: ${read}; used: ${transactions}, joined to another: ${joined}, without effect: ${withoutEffect}, left out with an Error: ${problems}.`;
}

/** What the return leaves out is held all the same. */
function offReturnLine({ ledger, settings }: Books): readonly string[] {
  const others = ledger.wallets.some(({ account }) => !isOnReturn(account, settings.filingStatus));
  return others
    ? [
        "Units are checked in every account; gain rows only in those on the return. The basis of units sold elsewhere is in Left without gain.",
      ]
    : [];
}

const UNIT_COLUMNS = [
  { title: "Asset", format: "text", width: 11 },
  { title: "Wallet", format: "text", width: 16 },
  { title: "Account", format: "text", width: 14 },
  { title: "Acquired", format: "quantity", width: 16 },
  { title: "Transferred in", format: "quantity", width: 16 },
  { title: "Disposed of", format: "quantity", width: 16 },
  { title: "Given, donated or lost", format: "quantity", width: 16 },
  { title: "Transferred out", format: "quantity", width: 16 },
  { title: "Transfer fees", format: "quantity", width: 16 },
  { title: "By the ledger", format: "quantity", width: 16 },
  { title: "In lots", format: "quantity", width: 16 },
  { title: "Difference", format: "quantity", width: 16 },
] as const satisfies readonly Column[];

const unitSection = ({ units }: Proof): TabSection => ({
  title: "Units by asset and wallet",
  remark:
    "By the ledger: acquired and transferred in, less all that left. A difference is what left without being there, or came without its other end.",
  table: {
    columns: UNIT_COLUMNS,
    rows: units.map((balance): readonly TableCell[] => {
      const number = (quantity: Quantity): number =>
        quantityNumber(quantity, balance.asset.decimals);
      const computed = unitsComputed(balance);
      return [
        balance.asset.symbol,
        balance.wallet,
        balance.account,
        number(balance.acquired),
        number(balance.transferredIn),
        number(balance.disposed),
        number(balance.removed),
        number(balance.transferredOut),
        number(balance.fees),
        number(computed),
        number(balance.held),
        number(subtract(balance.held, computed)),
      ];
    }),
  },
});

const BASIS_COLUMNS = [
  { title: "Asset", format: "text", width: 11 },
  { title: "Basis acquired", format: "money", width: 16 },
  { title: "Disallowed losses added", format: "money", width: 16 },
  { title: "Basis of disposals", format: "money", width: 16 },
  { title: "Left without gain", format: "money", width: 16 },
  { title: "Basis of open lots", format: "money", width: 16 },
  { title: "Difference", format: "money", width: 16 },
] as const satisfies readonly Column[];

const basisSection = ({ basis }: Proof): TabSection => ({
  title: "Basis by asset",
  remark:
    "Left without gain: basis of units given, donated, lost or sold off the return, less what transfers' fees carried in, and what the second basis of a gift takes from a loss. A loss washed in a retirement account is added to no basis.",
  table: {
    columns: BASIS_COLUMNS,
    rows: basis.map((balance): readonly TableCell[] => [
      balance.asset.symbol,
      moneyNumber(balance.acquired),
      moneyNumber(balance.disallowedAdded),
      moneyNumber(balance.ofDisposals),
      moneyNumber(balance.leftWithoutGain),
      moneyNumber(balance.ofLots),
      moneyNumber(basisDifference(balance)),
    ]),
  },
});

const REPORTED_COLUMNS = [
  { title: "Row", format: "integer", width: 8 },
  { title: "Asset", format: "text", width: 11 },
  { title: "Wallet", format: "text", width: 16 },
  { title: "Account", format: "text", width: 14 },
  { title: "End of", format: "date", width: 12 },
  { title: "Reported", format: "quantity", width: 16 },
  { title: "By the ledger", format: "quantity", width: 16 },
  { title: "Difference", format: "quantity", width: 16 },
  { title: "Result", format: "text", width: 10 },
] as const satisfies readonly Column[];

const reportedSection = ({ reported }: Proof): readonly TabSection[] =>
  reported.length === 0
    ? []
    : [
        {
          title: "Balances reported",
          remark:
            "From the sheet of balances, by its rows. Without a wallet: all of them together. A positive difference: the ledger has more.",
          table: {
            columns: REPORTED_COLUMNS,
            rows: reported.map(({ reported: { row }, day, check }): readonly TableCell[] => [
              row,
              check.asset,
              check.wallet,
              check.account,
              day,
              check.expected,
              check.found,
              check.difference,
              check.holds ? "Holds" : FAILS,
            ]),
          },
        },
      ];
