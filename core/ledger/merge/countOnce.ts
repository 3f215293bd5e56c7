import type { ComparableRow, ComparableSide } from "./comparableRow.ts";
import { compareText } from "../compareText.ts";
import type { MergedCells } from "./mergedRow.ts";

/** Two services' clocks, and the rounding of a file to whole seconds, differ by no more. */
export const DUPLICATE_SECONDS = 5;

/** A row that another file has as well, with the row that counts. */
export type CountedOnce = { readonly dropped: ComparableRow; readonly kept: ComparableRow };

/**
 * Finds transactions that several files have: the same wallet, the same assets and amounts (of cash
 * only that it is cash, because one file may include its fee), within seconds.
 *
 * One row of a file is the same as one row of another, so that two equal fills stay two. Rows with one
 * id go first. Rows of one kind of export with different ids are different. Of several that are the
 * same, the one that says most counts. `rows` are in order of time. Decision: D-55.
 */
export function countOnce(rows: readonly ComparableRow[]): readonly CountedOnce[] {
  const found: CountedOnce[] = [];
  for (const group of groupsOf(rows)) {
    if (group.length > 1) found.push(...sameIn(group));
  }
  return found;
}

/** Rows with the same wallets, assets and amounts, in order of time. */
function groupsOf(rows: readonly ComparableRow[]): Iterable<ComparableRow[]> {
  const groups = new Map<string, ComparableRow[]>();
  for (const row of rows) {
    const { sent, received, sentWallet, receivedWallet } = row;
    const key = [sideKey(sent, sentWallet), sideKey(received, receivedWallet)].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups.values();
}

function sideKey(side: ComparableSide | undefined, wallet: string): string {
  if (side === undefined) return "";
  return side.isCash ? `$ ${wallet}` : `${side.asset} ${side.amount.toString()} ${wallet}`;
}

/** Rows found to be one transaction, in order of time. */
type Cluster = ComparableRow[];

function sameIn(group: readonly ComparableRow[]): readonly CountedOnce[] {
  const byId = clustersOf(
    group.map((row) => [row]),
    ({ source, id }) => ({ key: id, lane: source.file }),
  );
  const clusters = clustersOf(byId, (row) => ({ key: "all", lane: laneOf(row) }));
  return clusters.flatMap((cluster) => {
    const [kept, ...others] = [...cluster].sort(compareWorth);
    return kept === undefined ? [] : others.map((dropped) => ({ dropped, kept }));
  });
}

/** Rows of one lane are never the same as each other. */
const laneOf = ({ id, source: { format, file } }: ComparableRow): string =>
  id !== "" && format !== undefined ? `format ${format}` : `file ${file}`;

type Slot = {
  /** Only rows with one key can be the same; none without a key. */
  readonly key: string;
  readonly lane: string;
};

/**
 * Joins clusters within the seconds, each with the earliest before it that has none of its lane. The
 * earliest of each lane only moves on, so that this is one pass.
 */
function clustersOf(
  clusters: readonly Cluster[],
  slotOf: (row: ComparableRow) => Slot,
): readonly Cluster[] {
  const result: Cluster[] = [];
  const byKey = new Map<string, { open: Cluster[]; from: Map<string, number> }>();
  for (const cluster of clusters) {
    const [first] = cluster;
    if (first === undefined) continue;
    const { key, lane } = slotOf(first);
    const known = byKey.get(key) ?? { open: [], from: new Map<string, number>() };
    byKey.set(key, known);
    const coming = { first, lane, lanes: new Set(cluster.map((row) => slotOf(row).lane)), slotOf };
    const partner = key === "" ? undefined : nextPartner(known, coming);
    if (partner !== undefined) partner.push(...cluster);
    else {
      result.push(cluster);
      known.open.push(cluster);
    }
  }
  return result;
}

type Coming = {
  readonly first: ComparableRow;
  /** Of the first row. */
  readonly lane: string;
  /** Of all rows. */
  readonly lanes: ReadonlySet<string>;
  readonly slotOf: (row: ComparableRow) => Slot;
};

function nextPartner(
  { open, from }: { readonly open: readonly Cluster[]; readonly from: Map<string, number> },
  { first, lane, lanes, slotOf }: Coming,
): Cluster | undefined {
  for (let place = from.get(lane) ?? 0; place < open.length; place++) {
    const cluster = open[place] ?? [];
    const [earliest] = cluster;
    from.set(lane, place + 1);
    if (earliest === undefined || first.at - earliest.at > DUPLICATE_SECONDS * 1000) continue;
    if (cluster.every((row) => !lanes.has(slotOf(row).lane))) return cluster;
  }
  return undefined;
}

/** The row that says most first: more than a move, then more cells, then by file and row. */
function compareWorth(a: ComparableRow, b: ComparableRow): number {
  const moves = Number(a.meaning === "move") - Number(b.meaning === "move");
  const cells = filled(b.source.cells) - filled(a.source.cells);
  return moves || cells || compareText(a.source.file, b.source.file) || a.source.row - b.source.row;
}

const filled = (cells: MergedCells): number =>
  Object.values(cells).filter((cell) => cell !== null && cell !== "").length;
