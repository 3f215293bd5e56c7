import { expect, test } from "vitest";
import {
  filesToMerge,
  readFiles,
  type FileSettings,
  type LedgerFile,
} from "../../pane/run/readFiles.ts";
import { sheetsOfFiles, sheetsOfMerge } from "../../pane/run/sheetsOfFiles.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";

const HEADINGS = "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,TxHash";

type Files = readonly (readonly [name: string, lines: readonly string[]])[];

type Terms = {
  /** What the user says of files, by name. */
  readonly said?: Readonly<Record<string, Partial<Pick<LedgerFile, "wallet" | "zone">>>>;
  /** The zone of the pane's settings, and that of a settings sheet. */
  readonly zone?: string;
  readonly sheetZone?: string;
};

const sheetsOf = (
  files: Readonly<Record<string, readonly string[]>> | Files,
  { said = {}, zone, sheetZone }: Terms = {},
) => {
  const read = readOf(files);
  const settings: FileSettings = {
    options: sheetZone === undefined ? undefined : [["time_zone", sheetZone]],
    set: zone === undefined ? [] : [["time_zone", zone]],
  };
  const merge = filesToMerge(read, settings);
  if (merge === undefined) return sheetsOfFiles(read);
  const ledgers = merge.ledgers.map((file) => ({ ...file, ...said[file.name] }));
  return sheetsOfMerge({ ...merge, ledgers }, settings, {
    offsets: intlZoneOffsets,
    workbookZone: undefined,
  });
};

const readOf = (files: Readonly<Record<string, readonly string[]>> | Files) =>
  readFiles(
    (isList(files) ? files : Object.entries(files)).map(([name, lines]) => ({
      name,
      bytes: new TextEncoder().encode(lines.join("\n")),
    })),
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

const TWO = {
  "a.csv": [HEADINGS, "2026-01-05 23:00,100,USD,2,BTC,a"],
  "b.csv": [HEADINGS, "2026-02-05 10:00,100,USD,2,BTC,b"],
};

const datesOf = (terms: Terms, files: Readonly<Record<string, readonly string[]>> = TWO) =>
  sheetsOf(files, terms)
    .sheets[0]?.rows.slice(1)
    .map(([date]) => date);

test("dates without a zone are in the taxpayer's: the pane's setting, else that of the sheet", () => {
  const inNewYork = ["2026-01-06T04:00:00Z", "2026-02-05T15:00:00Z"];
  expect(datesOf({ zone: "America/New_York" })).toEqual(inNewYork);
  expect(datesOf({ sheetZone: "America/New_York" })).toEqual(inNewYork);
  expect(datesOf({ zone: "UTC", sheetZone: "America/New_York" })).toEqual([
    "2026-01-05T23:00:00Z",
    "2026-02-05T10:00:00Z",
  ]);
});

test("settings that are opened with the ledgers go before the workbook's, and become a sheet", () => {
  const files = { ...TWO, "settings.csv": ["time_zone,America/New_York"] };
  expect(datesOf({ sheetZone: "Asia/Tokyo" }, files)?.[0]).toBe("2026-01-06T04:00:00Z");
  expect(sheetsOf(files).sheets.map(({ name }) => name)).toEqual([
    "Merged transactions",
    "settings",
  ]);
});

test("the zone that is said of a file beats the settings, for its dates alone", () => {
  const said = { "a.csv": { zone: " -08:00 " } };
  expect(datesOf({ zone: "America/New_York", said })).toEqual([
    "2026-01-06T07:00:00Z",
    "2026-02-05T15:00:00Z",
  ]);
});

test("the wallet that is said of a file is that of its rows; blank is the file's name", () => {
  const said = { "a.csv": { wallet: " River " }, "b.csv": { wallet: " " } };
  const [headings = [], ...rows] = sheetsOf(TWO, { said }).sheets[0]?.rows ?? [];
  const wallet = headings.indexOf("Wallet");
  expect(rows.map((row) => row[wallet])).toEqual(["River", "b"]);
});

test("files are named for what they were recognised as, with their rows below the headings", () => {
  const oneAsset = "Date,Type,Asset,Quantity,Total,Wallet";
  const fills =
    "portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit";
  const merge = filesToMerge(
    readOf({
      "own.csv": ["My trades", "", oneAsset, "2026-01-05,Buy,BTC,1,100,K", ",,,,,"],
      "two.csv": TWO["a.csv"],
      "fills.csv": [
        fills,
        "default,1,BTC-USD,BUY,2026-01-05,1,BTC,9,1,-10,USD",
        "default,2,BTC-USD,BUY,2026-01-06,1,BTC,9,1,-10,USD",
      ],
      "lots.csv": ["Asset,Quantity,Cost basis,Date acquired", "BTC,1,100,2024-01-05"],
      "prices.csv": ["Asset,Price", "BTC,100"],
    }),
    { options: undefined, set: [["opening", "2025-01-01"]] },
  );
  expect(merge?.ledgers.map(({ name, format, rows }) => [name, format, rows])).toEqual([
    ["own.csv", "Ledger, one asset a row", 1],
    ["two.csv", "Ledger, two sides a row", 1],
    ["fills.csv", "Coinbase Pro fills", 2],
    ["lots.csv", "Lots of an opening position", 1],
  ]);
  expect(merge?.others.map(({ name }) => name)).toEqual(["prices.csv"]);
});

test("balances are called so, that they are found as such", () => {
  const files = { ...TWO, "kraken.csv": ["Asset,Wallet,Quantity,Date", "BTC,K,1,2026-01-05"] };
  expect(sheetsOf(files).sheets.map(({ name }) => name)).toEqual([
    "Merged transactions",
    "Balances kraken",
  ]);
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

test("a table of lots is merged where a file of settings says of which day they are", () => {
  const files = {
    "a.csv": TWO["a.csv"],
    "lots.csv": ["Asset,Quantity,Cost basis,Date acquired", "BTC,1,100,2024-01-05"],
  };
  expect(sheetsOf(files).sheets.map(({ name }) => name)).toEqual(["a", "lots"]);
  const { sheets, sentence } = sheetsOf({
    ...files,
    "s.csv": ["Setting,Value", "opening,2025-01-01"],
  });
  expect(sheets.map(({ name }) => name)).toEqual(["Merged transactions", "s"]);
  expect(sentence).toContain("2 files became one ledger of 2 rows.");
});
