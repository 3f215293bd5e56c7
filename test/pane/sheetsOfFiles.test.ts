import { expect, test } from "vitest";
import { sheetsOfFiles } from "../../pane/run/sheetsOfFiles.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";

const HEADINGS = "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,TxHash";

type Files = readonly (readonly [name: string, lines: readonly string[]])[];

const sheetsOf = (files: Readonly<Record<string, readonly string[]>> | Files, zone?: string) =>
  sheetsOfFiles(
    (isList(files) ? files : Object.entries(files)).map(([name, lines]) => ({
      name,
      bytes: new TextEncoder().encode(lines.join("\n")),
    })),
    zone === undefined ? {} : { time_zone: zone },
    { offsets: intlZoneOffsets, workbookZone: undefined },
  );

const isList = (files: object): files is Files => Array.isArray(files);

test("one file is a sheet with its rows as they are", () => {
  expect(sheetsOf({ "my.trades.csv": ["a,b", "=1,"] })).toEqual({
    sheets: [
      {
        name: "my.trades",
        rows: [
          ["a", "b"],
          ["=1", ""],
        ],
      },
    ],
    sentence: undefined,
  });
});

test("several ledgers become one, in time; a withdrawal and its deposit one transfer", () => {
  const { sheets, sentence } = sheetsOf({
    "cold.csv": [HEADINGS, "2026-01-06 10:30,,,1,BTC,b"],
    "prices.csv": ["Asset,Price", "BTC,100"],
    "hot.csv": [HEADINGS, "2026-01-05 10:00,100,USD,2,BTC,a", "2026-01-06 10:00,1,BTC,,,c"],
  });
  expect(sheets.map(({ name }) => name)).toEqual(["Merged transactions", "prices"]);
  const [headings = [], ...rows] = sheets[0]?.rows ?? [];
  const places = ["Type", "From wallet", "To wallet", "File", "Merge"].map((heading) =>
    headings.indexOf(heading),
  );
  expect(rows.map((row) => places.map((place) => row[place]))).toEqual([
    [null, null, null, "hot.csv", null],
    ["Transfer", "hot", "cold", "hot.csv", "Transfer"],
    [null, null, null, "cold.csv", "Joined"],
  ]);
  expect(sentence).toMatch(/^2 files became one ledger of 3 rows\. Transfers .*: 1\. Rows .*: 0\./);
});

test("dates without a zone are in the taxpayer's", () => {
  const { sheets } = sheetsOf(
    {
      "a.csv": [HEADINGS, "2026-01-05 23:00,100,USD,2,BTC,a"],
      "b.csv": [HEADINGS, "2026-02-05 10:00,100,USD,2,BTC,b"],
    },
    "America/New_York",
  );
  expect(sheets[0]?.rows[1]?.[0]).toBe("2026-01-06T04:00:00Z");
});

test("files of one name stay apart, and files that are no ledgers stay as they are", () => {
  const row = (id: string) => [HEADINGS, `2026-01-05 23:00,100,USD,2,BTC,${id}`];
  const { sheets } = sheetsOf([
    ["a.csv", row("x")],
    ["a.csv", row("y")],
  ]);
  const file = sheets[0]?.rows[0]?.indexOf("File") ?? -1;
  expect(sheets[0]?.rows.slice(1).map((cells) => cells[file])).toEqual(["a 2.csv", "a.csv"]);
  expect(sheetsOf({ "a.csv": row("x"), "b.csv": ["Asset,Price"] }).sheets).toHaveLength(2);
  expect(sheetsOf({ "a.csv": row("x"), "b.csv": ["Asset,Price"] }).sentence).toBeUndefined();
});

test("damage that only the files show is listed with its place, in a sheet and in words", () => {
  const { sheets, sentence } = sheetsOf({
    "a.csv": [
      HEADINGS,
      "2026-01-05 23:00,100,USD,2,BTC,1.55E+13",
      "2026-01-06 23:00,100,USD,2,BTC,1.56E+13",
    ],
    "b.csv": [HEADINGS, "2026-02-05 10:00,3,BTC,,,x"],
  });
  expect(sheets.map(({ name }) => name)).toEqual(["Merged transactions", "Damage in files"]);
  const [titles, first] = sheets[1]?.rows ?? [];
  expect(titles).toEqual(["Where", "Severity", "Problem", "What to do"]);
  expect(first?.[0]).toMatch(/^a\.csv row \d+$/);
  expect(first?.[1]).toBe("Warning");
  expect(first?.[2]).toContain("1.55E+13");
  expect(sentence).toContain("The sheet Damage in files lists 1 sign");
});

test("every cell of a merged ledger is text, so that no host reads it anew", () => {
  const { sheets } = sheetsOf({
    "a.csv": [HEADINGS, "2026-01-05 23:00,100.50,USD,0.100000000000000001,BTC,1.55E+13"],
    "b.csv": [HEADINGS, "2026-02-05 10:00,3,BTC,,,=x"],
  });
  const cells = sheets[0]?.rows.flat() ?? [];
  expect(cells).toContain("0.100000000000000001");
  expect(cells.every((cell) => cell === null || typeof cell === "string")).toBe(true);
});
