import { describe, expect, test } from "vitest";
import { noZoneOffsets } from "../../../core/calendar/timeZone.ts";
import { generateTabs } from "../../../core/commands/generateTabs.ts";
import { tabKind } from "../../../core/commands/tabKinds.ts";
import type { CellGrid, CellValue } from "../../../core/ledger/cells.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";
import { MOST_SINGLE_LOTS } from "../../../core/proof/openingPosition.ts";
import { EXCEL_LIMITS } from "../../../core/report/tabLayout.ts";
import { paintTab } from "../../../core/report/paintTab.ts";
import type { Tab } from "../../../core/report/tab.ts";
import { recordsOf } from "../../support/tabOf.ts";

const HEADINGS = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account", "Evidence"];
const ALLOCATION = "Safe-harbor allocation of 2024-12-31, signed copy in file";
const EXPORT = "lots of 2024-12-31 by another program";

function proofOfSheet(transactions: CellGrid, options: string): Tab {
  const made = generateTabs(
    {
      transactions,
      prices: [["Asset", "Price"]],
      options: `as_of=2026-11-20; ${options}`,
      asOf: undefined,
    },
    [tabKind("Proof")!],
    { zones: { offsets: noZoneOffsets, workbookZone: undefined }, progress: () => undefined },
  );
  if (isUnreadable(made)) throw new Error(made.unreadable);
  return made.tabs[0]!;
}

const proofOfRows = (rows: CellGrid, options = "opening=2025-01-01"): Tab =>
  proofOfSheet([HEADINGS, ...rows], options);

const openingOf = (tab: Tab) => tab.sections.find(({ title }) => title === "Opening position");

const lot = (day: string, ...cells: CellValue[]): CellValue[] => [day, "Opening lot", ...cells];

const LOTS: CellGrid = [
  lot("2021-03-05", "ETH", 2, 50, "Kraken", "", ALLOCATION),
  lot("2021-03-05", "BTC", 0.5, 1234.56, "Kraken", "", ALLOCATION),
  lot("2020-03-06", "BTC", 0.25, 100, "Kraken", "", EXPORT),
  lot("2022-01-01", "BTC", 1, 300, "Kraken", "IRA", ""),
  ["2025-02-01", "Buy", "BTC", 1, 10, "Kraken"],
];

test("few lots stand one by one with their evidence, by asset, wallet, account and day", () => {
  const section = openingOf(proofOfRows(LOTS))!;
  expect(section.table.rows.map((cells) => cells.slice(0, 5))).toEqual([
    ["None noted", "BTC", "Kraken", "IRA", 1],
    [EXPORT, "BTC", "Kraken", "Taxable", 1],
    [ALLOCATION, "BTC", "Kraken", "Taxable", 1],
    [ALLOCATION, "ETH", "Kraken", "Taxable", 1],
  ]);
  expect(recordsOf(section.table)[2]).toEqual({
    Evidence: ALLOCATION,
    Asset: "BTC",
    Wallet: "Kraken",
    Account: "Taxable",
    Lots: 1,
    "First acquired": "2021-03-05",
    "Last acquired": "2021-03-05",
    Units: 0.5,
    Basis: 1234.56,
  });
});

test("many lots stand by asset and wallet, with three texts at most", () => {
  const texts = ["a", "b", "a", "c", "d", "e", ""];
  const many = Array.from({ length: MOST_SINGLE_LOTS + 1 }, (_, index) =>
    lot(`2021-03-${index < 9 ? "0" : ""}${index + 1}`, "BTC", 0.5, 2, "K", "", texts[index % 7]!),
  );
  const single = many.slice(1);
  expect(openingOf(proofOfRows(single))!.table.rows).toHaveLength(MOST_SINGLE_LOTS);
  const grouped = openingOf(proofOfRows([...many, lot("2021-01-01", "BTC", 1, 1, "L", "", "a")]))!;
  // Of 31 lots the 7th, 14th, 21st and 28th have no evidence.
  expect(recordsOf(grouped.table)).toMatchObject([
    {
      Evidence: "a; b; c; 2 more; none noted for 4 of 31 lots",
      Wallet: "K",
      Lots: 31,
      "First acquired": "2021-03-01",
      "Last acquired": "2021-03-31",
      Units: 15.5,
      Basis: 62,
    },
    { Evidence: "a", Wallet: "L", Lots: 1, Units: 1, Basis: 1 },
  ]);
});

describe("one line says", () => {
  const remarkOf = (rows: CellGrid, options?: string): string =>
    openingOf(proofOfRows(rows, options))?.remark ?? "";
  test("of which day the lots are, and for how many no evidence is noted", () => {
    expect(remarkOf(LOTS)).toBe(
      "Held when 2025-01-01 began, in place of the history before it: 4 lots with a basis of $1,684.56. No evidence noted for 1 of 4 lots: keep the allocation or the export it came from with the return's records.",
    );
  });
  test("that nothing is noted at all", () => {
    expect(remarkOf([lot("2021-03-05", "BTC", 1, 5, "K")])).toBe(
      "Held when 2025-01-01 began, in place of the history before it: 1 lot with a basis of $5.00. No evidence noted: keep the allocation or the export it came from with the return's records.",
    );
  });
  test("that all is noted, and that no day is set", () => {
    expect(remarkOf([lot("2021-03-05", "BTC", 1, 5, "K", "", EXPORT)], "")).toBe(
      "1 lot with a basis of $5.00, in place of the history before them; no setting opening says of which day. Evidence is what the ledger says of each lot: keep it with the return's records.",
    );
  });
  test("which lots only allocate a history that is there as well", () => {
    const rows: CellGrid = [
      ["2021-03-05", "Buy", "BTC", 2, 5, "K"],
      lot("2021-03-05", "BTC", 2, 5, "K", "", ALLOCATION),
      lot("2021-03-05", "ETH", 2, 5, "K", "", ALLOCATION),
    ];
    const options = "scope=transition; opening=2025-01-01";
    expect(remarkOf(rows, options)).toContain(
      " Allocating a history that is in the ledger as well, without adding units: 1 of 2 lots. ",
    );
    expect(remarkOf(rows.slice(0, 2), options)).toContain(" without adding units: 1 of 1 lot. ");
    expect(remarkOf(rows.slice(1), options)).not.toContain("llocating");
  });
});

test("a ledger without opening lots has no such section, and one of Errors alone neither", () => {
  expect(openingOf(proofOfRows([["2025-02-01", "Buy", "BTC", 1, 10, "K"]]))).toBeUndefined();
  expect(openingOf(proofOfRows([lot("2021-03-05", "BTC", 1, "", "K")]))).toBeUndefined();
});

test("a lot acquired after the as-of day is not held yet", () => {
  expect(openingOf(proofOfRows([lot("2026-11-21", "BTC", 1, 5, "K")]))).toBeUndefined();
});

test("no evidence is no problem by itself: every check holds", () => {
  const tab = proofOfRows([lot("2021-03-05", "BTC", 1, 5, "K")]);
  expect(tab.heading[1]).toBe(`All ${tab.table.rows.length} checks hold.`);
});

test("evidence is text, on one line and not endless, whatever it begins with", () => {
  const formula = '=HYPERLINK("http://x","y")';
  const rows = [
    lot("2021-03-05", "BTC", 1, 5, "K", "", formula),
    lot("2021-03-06", "BTC", 1, 5, "K", "", `two\nlines\t${"x".repeat(300)}`),
  ];
  const tab = proofOfRows(rows);
  const [first, second] = openingOf(tab)!.table.rows.map(([text]) => String(text));
  expect(first).toBe(formula);
  expect(second).toBe(`two lines ${"x".repeat(190)}…`);
  const painted = paintTab(tab, { hasSource: false, limits: EXCEL_LIMITS });
  const cells = painted.cells(1, painted.layout.rowCount).flat();
  expect(cells.filter((cell) => cell === formula)).toEqual([formula]);
});

test("the rows of a table of lots are counted as those of a ledger are", () => {
  const tab = proofOfSheet(
    [
      ["Lots by another program"],
      ["Currency", "Remaining Quantity", "Cost Basis", "Date Acquired", "Wallet Name", "Source"],
      ["BTC", 1, 5, "2021-03-05", "K", EXPORT],
      ["BTC", 1, 5, "Various", "K", EXPORT],
      [],
    ],
    "opening=2025-01-01",
  );
  expect(tab.heading.join("\n")).toContain(
    "Rows read: 2; used: 1, joined to another: 0, without effect: 0, left out with an Error: 1.",
  );
  expect(tab.table.rows[0]?.[0]).toBe(
    "Rows read = rows used + joined + without effect + left out with an Error",
  );
  expect(openingOf(tab)!.table.rows.map(([text]) => text)).toEqual([EXPORT]);
});
