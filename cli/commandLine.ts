import { parseArgs } from "node:util";
import { dayOfText, EXPORT_KINDS, type Day, type ExportKind } from "../core/index.ts";

/** What the user asked the report command for. */
export type ReportRequest = {
  /** None for the bundled sample. */
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly transactions: string | undefined;
  readonly prices: string | undefined;
  readonly settings: string | undefined;
  readonly asOf: Day | undefined;
  readonly set: readonly Named[];
  /** The zone of a file's dates, by the file. */
  readonly zones: readonly Named[];
  /** The wallet of a file's rows that name none, by the file. */
  readonly wallets: readonly Named[];
  readonly tabs: readonly string[];
  /** Files for tax software to write beside the result. */
  readonly exports: readonly ExportKind[];
  readonly json: boolean;
  readonly inPlace: boolean;
  readonly help: boolean;
};

/** A name with what is said of it. */
export type Named = readonly [name: string, value: string];

/** A request that makes no sense, in one sentence. */
export type UsageError = { readonly usage: string };

/** The manual. */
export const USAGE = `Usage: npm run report -- [FILE]... [options]

Writes the tabs "Summary by FIFO", "Summary by LIFO", "FIFO Ordering of Sells" and
"LIFO Ordering of Sells" into a copy of a workbook (.xlsx, .xlsm) or of a CSV file, and
prints the summaries. Without a file it uses the bundled sample.

Several CSV files with transactions become one ledger, the sheet "Merged ledger": what two files
have is counted once, and a withdrawal and a deposit become one transfer where that is clear.

  --zone FILE=ZONE      the zone of that file's dates, such as kraken.csv=America/New_York
  --wallet FILE=NAME    the wallet of that file's rows that name none; otherwise the file's name
  --out FILE            where the copy goes; otherwise NAME.tlh.xlsx beside the input
  --transactions SHEET  the sheet with the transactions; otherwise it is found by its headings
  --prices SHEET        the sheet with the prices
  --settings SHEET      the sheet with the settings
  --as-of DATE          the day of the positions, such as 2026-11-20
  --set NAME=VALUE      one setting; may be given several times
  --tabs LIST           tabs to write, with commas between them; "all" for every tab
  --export LIST         files for tax software beside the result, of the year of --set tax_year:
                        8949, taxact, gainloss, txf, with commas between them, or all
  --json                print tables and problems as JSON instead of the summaries
  --in-place            write into the input itself, whole or not at all
`;

/** Reads the arguments of the report command. */
export function readCommandLine(args: readonly string[]): ReportRequest | UsageError {
  const parsed = parsedArguments(args);
  if ("usage" in parsed) return parsed;
  const { values, positionals } = parsed;
  const set = namedValues("--set", values.set, "--set scope=wallet");
  const zones = namedValues("--zone", values.zone, "--zone kraken.csv=America/New_York");
  const wallets = namedValues("--wallet", values.wallet, "--wallet kraken.csv=Kraken");
  if ("usage" in set) return set;
  if ("usage" in zones) return zones;
  if ("usage" in wallets) return wallets;
  if (values["in-place"] && values.out !== undefined) {
    return { usage: "--in-place and --out exclude each other: choose one." };
  }
  const exports = exportKinds(values.export);
  if ("usage" in exports) return exports;
  const asOf = values["as-of"] === undefined ? undefined : dayOfText(values["as-of"]);
  if (values["as-of"] !== undefined && asOf === undefined) {
    return { usage: `--as-of ${values["as-of"]} is no date: write it as 2026-11-20.` };
  }
  return {
    files: positionals,
    out: values.out,
    transactions: values.transactions,
    prices: values.prices,
    settings: values.settings,
    asOf,
    set,
    zones,
    wallets,
    tabs: listed(values.tabs),
    exports: exports.kinds,
    json: values.json,
    inPlace: values["in-place"],
    help: values.help,
  };
}

/** What an option that may be given several times says: a name, an equals sign and a value. */
function namedValues(
  option: string,
  given: readonly string[] | undefined,
  example: string,
): readonly Named[] | UsageError {
  const named: Named[] = [];
  for (const text of given ?? []) {
    const equals = text.indexOf("=");
    if (equals < 1) return { usage: `${option} ${text}: write a name and a value, ${example}.` };
    named.push([text.slice(0, equals).trim(), text.slice(equals + 1).trim()]);
  }
  return named;
}

/** Names with commas between them. */
const listed = (names: string | undefined): readonly string[] =>
  (names ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

function exportKinds(
  list: string | undefined,
): { readonly kinds: readonly ExportKind[] } | UsageError {
  const names = listed(list).map((name) => name.toLowerCase());
  const unknown = names.find((name) => name !== "all" && !isExportKind(name));
  if (unknown !== undefined || (list !== undefined && names.length === 0)) {
    return {
      usage: `--export ${unknown ?? ""}: choose among ${EXPORT_KINDS.join(", ")} and all.`,
    };
  }
  return { kinds: names.includes("all") ? EXPORT_KINDS : names.filter(isExportKind) };
}

const isExportKind = (name: string): name is ExportKind =>
  EXPORT_KINDS.some((kind) => kind === name);

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        transactions: { type: "string" },
        prices: { type: "string" },
        settings: { type: "string" },
        "as-of": { type: "string" },
        set: { type: "string", multiple: true },
        zone: { type: "string", multiple: true },
        wallet: { type: "string", multiple: true },
        tabs: { type: "string" },
        export: { type: "string" },
        json: { type: "boolean", default: false },
        "in-place": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    // parseArgs tells by throwing which option it does not know.
    return { usage: `${(error as Error).message} See --help.` };
  }
}
