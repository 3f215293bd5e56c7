import { beforeAll, describe, expect, test } from "vitest";
import { dayValue, paintTab, type PaintedCell } from "../../core/index.ts";
import { makeReport } from "../../pane/run/makeReport.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import { createSpreadsheet, type UserCell } from "../gsheetsHost/createSpreadsheet.ts";
import { createHost } from "../gsheetsHost/host.ts";
import { isCellError, UNCALCULATED } from "../gsheetsHost/model/cell.ts";
import type { Book } from "../gsheetsHost/model/book.ts";
import { cellValue } from "../gsheetsHost/model/formulaValue.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { sheetNamed, sheetSnapshot } from "../gsheetsHost/snapshot.ts";
import { everySwitch, PLACES } from "../gsheetsHost/switches.ts";
import { builtProject } from "./builtProject.ts";
import { CHOICES, paneOnHost, quietRun, SAMPLE, sampleSheets, USER_SHEETS } from "./paneOnHost.ts";

let files: readonly PushedFile[];

beforeAll(async () => {
  ({ files } = await builtProject());
}, 180_000);

const LIMITS = { rows: 1_000_000, links: 1_000_000 };

/** Texts that a spreadsheet would rather read as something else. */
const ODD = [
  "=old phone",
  "'quoted",
  "+1-800",
  "-5",
  "@home",
  "00123",
  "1-2",
  "TRUE",
  "$5",
  "#N/A",
];

/** The sample, with wallets whose names look like something else. */
function oddSheets(): Record<string, UserCell[][]> {
  const sheets = sampleSheets();
  const [titles, ...rows] = sheets["Transactions"]!;
  const wallet = titles!.indexOf("Wallet");
  const wallets = [...new Set(rows.map((row) => row[wallet]))];
  const renamed = (cell: UserCell): UserCell => {
    const place = wallets.indexOf(cell);
    return place < 0 || cell === null || cell === "" ? cell : (ODD[place] ?? cell);
  };
  const to = titles!.indexOf("To wallet");
  sheets["Transactions"] = [
    titles!,
    ...rows.map((row) =>
      row.map((cell, column) => (column === wallet || column === to ? renamed(cell) : cell)),
    ),
  ];
  return sheets;
}

const gridOf = (sheets: Record<string, UserCell[][]>, name: string) =>
  sheets[name]!.map((row) =>
    row.map((cell) => {
      if (cell === null || typeof cell !== "object") return cell;
      if ("number" in cell) return cell.number;
      return { fault: "error", text: (cell as { readonly error: string }).error } as const;
    }),
  );

/** The report that the same cells give without a host. */
function expected(sheets: Record<string, UserCell[][]>, timeZone: string) {
  const report = makeReport(
    {
      grids: {
        transactions: gridOf(sheets, "Transactions"),
        prices: gridOf(sheets, "Prices"),
        settings: gridOf(sheets, "Settings"),
      },
      choices: CHOICES,
      dateSystem: undefined,
    },
    { zones: { offsets: intlZoneOffsets, workbookZone: timeZone }, progress: () => undefined },
  );
  if ("sentence" in report) throw new Error(report.sentence);
  return report.tabs.map((tab) => {
    const { cells, layout } = paintTab(tab, { hasSource: true, limits: LIMITS });
    return { name: tab.name, cells: cells(1, layout.rowCount).map((row) => row.map(shown)) };
  });
}

function shown(cell: PaintedCell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  switch (cell.kind) {
    case "day":
      return dayValue(cell.day, 1900);
    case "formula":
      // Formulas are sums of doubles: equal but for the last digits.
      return Number(cell.value.toFixed(6));
    case "source":
      return cell.row;
  }
}

/** What a tab's cells hold, formulas by their values. */
function held(book: Book, name: string, rows: number, columns: number) {
  const sheet = sheetNamed(book, name);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const entry = cellValue(sheet, row + 1, column + 1);
      if (entry === UNCALCULATED) return "not computed";
      if (isCellError(entry)) return entry.error;
      const isSum = sheet.rows[row]?.[column]?.formula?.startsWith("=SUM") === true;
      return isSum && typeof entry === "number" ? Number(entry.toFixed(6)) : entry;
    }),
  );
}

const openHost = (
  sheets: Record<string, UserCell[][]>,
  { switches, place } = everySwitch()[0]!,
) => {
  const spreadsheet = createSpreadsheet({ ...place, sheets, switches });
  return { spreadsheet, host: createHost({ spreadsheet, files }) };
};

const userSnapshot = (book: Book) =>
  USER_SHEETS.map((name) => sheetSnapshot(sheetNamed(book, name)));

const expectedAt = new Map(
  PLACES.map(({ timeZone }) => [timeZone, expected(oddSheets(), timeZone)] as const),
);

describe.each(everySwitch())("under $title", (conditions) => {
  test("generating writes each cell as it is painted, twice, and touches no sheet of the user's", async () => {
    const { spreadsheet, host } = openHost(oddSheets(), conditions);
    const before = userSnapshot(spreadsheet);
    const pane = paneOnHost(host);
    await pane.loadChoices();
    for (let round = 1; round <= 2; round++) {
      const outcome = await pane.generate(CHOICES, quietRun());
      expect(outcome.kind === "failed" ? outcome.sentence : outcome.kind).toBe("done");
      expect(spreadsheet.sheets.map(({ name }) => name)).toEqual([...USER_SHEETS, ...CHOICES.tabs]);
      expect(userSnapshot(spreadsheet)).toEqual(before);
      for (const { name, cells } of expectedAt.get(conditions.place.timeZone)!) {
        expect([name, held(spreadsheet, name, cells.length, cells[0]!.length)]).toEqual([
          name,
          cells,
        ]);
        const { hidden, maxRows, maxColumns } = sheetNamed(spreadsheet, name);
        expect([hidden, maxRows, maxColumns]).toEqual([false, cells.length, cells[0]!.length]);
      }
    }
    expect(spreadsheet.toasts.at(-1)?.message).toContain("LIFO Ordering of Sells");
  });
});

test("text of the ledger is in the tabs as it was written", () => {
  const texts = expectedAt.get("America/New_York")!.flatMap(({ cells }) => cells.flat());
  for (const text of ODD.slice(0, 4)) expect(texts).toContain(text);
});

test("a tab has its frozen titles, filter, widths, colours, number formats and one chart, also the second time", async () => {
  const { spreadsheet, host } = openHost(sampleSheets());
  const pane = paneOnHost(host);
  const looks = () => {
    const summary = sheetNamed(spreadsheet, "Summary by FIFO");
    const { rows, ...rest } = sheetSnapshot(summary);
    const charts = summary.charts.map(({ type, options, position }) => ({
      ...{ type, options, position },
    }));
    return {
      ...rest,
      charts,
      formats: (rows as typeof summary.rows).map((row) => row.map((c) => c?.format)),
    };
  };
  await pane.generate(CHOICES, quietRun());
  const first = looks();
  const titlesRow = sheetNamed(spreadsheet, "Summary by FIFO").rows.findIndex(
    (row) => row[0]?.entry === "Asset",
  );
  expect(first).toMatchObject({
    frozen: [titlesRow + 1, 0],
    filter: { area: { row: titlesRow + 1, column: 1, columns: 23 } },
    metadata: [{ key: "tlh_tab", visibility: "PROJECT" }],
    protections: [],
  });
  expect((first as { conditionalRules?: number }).conditionalRules).toBeGreaterThan(1);
  expect((first as { columnWidths?: unknown[] }).columnWidths).toHaveLength(23);
  expect(first.charts).toHaveLength(1);
  expect(first.charts[0]).toMatchObject({ type: "BAR" });
  const money = sheetNamed(spreadsheet, "Summary by FIFO").rows[titlesRow + 1]?.[4];
  expect(money?.format.numberFormat).toContain("#,##0.00");
  await pane.generate(CHOICES, quietRun());
  expect(looks()).toEqual(first);
});

test("a second run writes into the same sheets, whatever their user calls them", async () => {
  const { spreadsheet, host } = openHost(sampleSheets());
  const pane = paneOnHost(host);
  await pane.generate(CHOICES, quietRun());
  const summary = sheetNamed(spreadsheet, "Summary by FIFO");
  summary.name = "My losses";
  const ids = spreadsheet.sheets.map(({ id }) => id);
  const outcome = await pane.generate(CHOICES, quietRun());
  expect(outcome).toMatchObject({ kind: "done", tabs: ["My losses", ...CHOICES.tabs.slice(1)] });
  expect(spreadsheet.sheets.map(({ id }) => id)).toEqual(ids);
});

test("a user's own sheet of a tab's name stays, and the tab gets a suffix", async () => {
  const { spreadsheet, host } = openHost({ ...sampleSheets(), "summary by fifo": [["mine"]] });
  const mine = sheetSnapshot(sheetNamed(spreadsheet, "summary by fifo"));
  await paneOnHost(host).generate(CHOICES, quietRun());
  expect(sheetSnapshot(sheetNamed(spreadsheet, "summary by fifo"))).toEqual(mine);
  expect(spreadsheet.sheets.map(({ name }) => name)).toContain("Summary by FIFO (2)");
});

test("a user's copy of a tab stays as it is", async () => {
  const { spreadsheet, host } = openHost(sampleSheets());
  const pane = paneOnHost(host);
  await pane.generate(CHOICES, quietRun());
  const copy = sheetNamed(spreadsheet, "Summary by FIFO");
  const mark = spreadsheet.metadata.find(({ place }) => "sheet" in place && place.sheet === copy)!;
  // As Google makes it: another sheet with the same mark, before the tab itself.
  const other = { ...copy, id: 77, name: "Copy of Summary by FIFO", rows: copy.rows.slice(0, 5) };
  spreadsheet.sheets.splice(3, 0, other);
  spreadsheet.metadata.push({ ...mark, place: { kind: "SHEET", sheet: other } });
  const before = sheetSnapshot(other);
  const outcome = await pane.generate(CHOICES, quietRun());
  expect(outcome).toMatchObject({ kind: "done", tabs: CHOICES.tabs });
  expect(sheetSnapshot(other)).toEqual(before);
});

test("rows of an earlier, longer report are gone", async () => {
  const { spreadsheet, host } = openHost(sampleSheets());
  const pane = paneOnHost(host);
  await pane.generate(CHOICES, quietRun());
  const long = sheetNamed(spreadsheet, "LIFO Ordering of Sells").maxRows;
  await pane.generate({ ...CHOICES, set: { as_of: "2023-01-01" } }, quietRun());
  const { maxRows, rows } = sheetNamed(spreadsheet, "LIFO Ordering of Sells");
  expect(maxRows).toBeLessThan(long);
  expect(rows.length).toBeLessThanOrEqual(maxRows);
});

test("a source row is a link to its row, under the sheet's own number", async () => {
  const { spreadsheet, host } = openHost(sampleSheets());
  await paneOnHost(host).generate(CHOICES, quietRun());
  const cells = sheetNamed(spreadsheet, "LIFO Ordering of Sells").rows.flat();
  const links = cells.flatMap(
    (cell) => /HYPERLINK\("([^"]*)"/.exec(cell?.formula ?? "")?.[1] ?? [],
  );
  expect(links.length).toBeGreaterThan(20);
  const { id } = sheetNamed(spreadsheet, "Transactions");
  for (const link of links) expect(link).toMatch(new RegExp(`^#gid=${id}&range=A\\d+$`));
});

test("the sample that the add-on inserts gives the same report as the user's own sheets", async () => {
  const conditions = everySwitch()[1]!;
  const { spreadsheet, host } = openHost({ Mine: [["a"]] }, conditions);
  const pane = paneOnHost(host);
  await pane.loadChoices();
  await pane.insertSample();
  expect(spreadsheet.sheets.map(({ name }) => name)).toEqual([
    "Mine",
    ...SAMPLE.map(({ name }) => name),
  ]);
  const outcome = await pane.generate(CHOICES, quietRun());
  expect(outcome.kind === "failed" ? outcome.sentence : outcome.kind).toBe("done");
  for (const { name, cells } of expected(sampleSheets(), conditions.place.timeZone)) {
    expect([name, held(spreadsheet, name, cells.length, cells[0]!.length)]).toEqual([name, cells]);
  }
});
