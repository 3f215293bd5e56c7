import type { CellValue } from "../cells.ts";
import { cellText } from "../words.ts";
import type { DamageFinding, DamageScope, DamageSearch } from "./damage.ts";

/**
 * Finds a column of dates whose times have lost their seconds.
 *
 * Every time ends in :00, though minutes are of any number, and either some cell beside them shows
 * seconds, or rows of one asset and wallet have come to share a minute, so that nobody can tell which came first.
 * What was lost is nowhere in the sheet, so nothing can be mended.
 */
export const secondsDamage: DamageSearch = (scope, column) => {
  const times = wholeMinutes(scope, column.index);
  if (times === undefined) return undefined;
  const place = { kind: "seconds", index: column.index, column: column.text } as const;
  const elsewhere = secondsElsewhere(scope, times.rows, column.index);
  if (elsewhere !== undefined) {
    const evidence = { sign: "seconds-elsewhere", ...elsewhere } as const;
    return { ...place, confidence: "certain", rows: times.rows, evidence, mend: undefined };
  }
  return shared(scope, times, place);
};

/** With fewer times, or with none off the five minutes, people typed them. */
const LEAST_TIMES = 20;
/** Fewer, or less than a twentieth, are chance. */
const LEAST_SHARED = 3;
/** Rows that are searched for seconds in other cells. */
const MOST_SEARCHED = 2000;

type Times = {
  readonly rows: readonly number[];
  /** Minutes since an arbitrary day, or the text up to the minute, for each of those rows. */
  readonly minutes: readonly (number | string)[];
};

/** The rows with a time, where none has seconds; undefined where one has, or they are too few. */
function wholeMinutes({ grid, first }: DamageScope, index: number): Times | undefined {
  const rows: number[] = [];
  const minutes: (number | string)[] = [];
  let odd = 0;
  for (let at = first; at < grid.length; at++) {
    const time = timeOf(grid[at]?.[index]);
    if (time === undefined) continue;
    if (time === "has seconds") return undefined;
    if (time.minute % 5 !== 0) odd += 1;
    rows.push(at + 1);
    minutes.push(time.key);
  }
  return rows.length >= LEAST_TIMES && odd * 2 >= rows.length ? { rows, minutes } : undefined;
}

type Minute = { readonly minute: number; readonly key: number | string };

/** The time of a cell; undefined where it has none, as at midnight. */
function timeOf(cell: CellValue | undefined): Minute | "has seconds" | undefined {
  if (typeof cell === "number") return timeOfSerial(cell);
  return typeof cell === "string" ? timeOfText(cell) : undefined;
}

function timeOfSerial(cell: number): Minute | "has seconds" | undefined {
  const seconds = Math.round((cell - Math.floor(cell)) * 86_400);
  if (cell >= 1e8 || seconds === 0) return undefined;
  if (seconds % 60 !== 0) return "has seconds";
  const minute = Math.round(cell * 1440);
  return { minute: (seconds / 60) % 60, key: minute };
}

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?/;

function timeOfText(cell: string): Minute | "has seconds" | undefined {
  const match = !cell.includes(":") ? null : TIME.exec(cell);
  if (match === null) return undefined;
  if (Number(match[3] ?? 0) !== 0 || Number(match[4] ?? 0) !== 0) return "has seconds";
  const minute = Number(match[2]);
  if (minute === 0 && Number(match[1]) === 0) return undefined;
  return { minute, key: cell.trim() };
}

const CLOCK = /\d{1,2}:\d{2}:(?!00)\d{2}/;
/** A moment written as digits, 20240105101532, as some services make their ids. */
const STAMP = /(?:^|\D)20\d{2}[01]\d[0-3]\d[0-2]\d[0-5]\d(?!00)[0-5]\d(?:\D|$)/;

function secondsElsewhere(
  { grid }: DamageScope,
  rows: readonly number[],
  index: number,
): { readonly proof: string; readonly proofRow: number } | undefined {
  for (const row of rows.slice(0, MOST_SEARCHED)) {
    const cells = grid[row - 1] ?? [];
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (at === index || typeof cell !== "string") continue;
      if (CLOCK.test(cell) || STAMP.test(cell)) return { proof: cellText(cell), proofRow: row };
    }
  }
  return undefined;
}

/**
 * Rows of one asset, one wallet and one minute. Rows of one id, a transfer and its fee, are one event.
 */
function shared(
  scope: DamageScope,
  { rows, minutes }: Times,
  place: Pick<DamageFinding, "kind" | "index" | "column">,
): DamageFinding | undefined {
  const idsOfMinute = new Map<string, Set<string>>();
  const keys = rows.map((row, at) => {
    const cells = scope.grid[row - 1] ?? [];
    const key = `${placeOf(scope, cells)}|${String(minutes[at])}`;
    const id = idOf(scope, cells);
    const ids = idsOfMinute.get(key) ?? new Set();
    if (id !== "") idsOfMinute.set(key, ids.add(id));
    return key;
  });
  const ambiguous = rows.filter((_, at) => (idsOfMinute.get(keys[at] ?? "")?.size ?? 0) > 1);
  if (ambiguous.length < Math.max(LEAST_SHARED, rows.length / 20)) return undefined;
  const evidence = { sign: "minutes-shared", times: rows.length } as const;
  return { ...place, confidence: "possible", rows: ambiguous, evidence, mend: undefined };
}

const idOf = ({ columns: { id } }: DamageScope, cells: readonly CellValue[]): string =>
  id === undefined ? "" : cellText(cells[id.index]);

function placeOf({ columns }: DamageScope, cells: readonly CellValue[]): string {
  const { asset, sentAsset, receivedAsset, baseAsset, wallet } = columns;
  return [asset, sentAsset, receivedAsset, baseAsset, wallet]
    .map((one) => (one === undefined ? "" : cellText(cells[one.index])))
    .join("|");
}
