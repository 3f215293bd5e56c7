/** Rows of value numbers, one an axis, chosen greedily so that each pair of values of two axes occurs in some row. The first row is all zeros. */
export function pairwise(axes: readonly (readonly unknown[])[]): number[][] {
  const open = new Set<string>();
  forEachPair(axes, (one, first, other, second) => open.add(pairKey(one, first, other, second)));
  const rows: number[][] = [axes.map(() => 0)];
  close(rows[0] ?? [], open);
  while (open.size > 0) {
    const row = seedRow(axes.length, open);
    axes.forEach((values, axis) => {
      if (row[axis] !== -1) return;
      const gains = values.map((_, value) => gain(row, { axis, value }, open));
      row[axis] = gains.indexOf(Math.max(...gains));
    });
    close(row, open);
    rows.push(row);
  }
  return rows;
}

function pairKey(one: number, first: number, other: number, second: number): string {
  return `${one}.${first}|${other}.${second}`;
}

function forEachPair(
  axes: readonly (readonly unknown[])[],
  visit: (one: number, first: number, other: number, second: number) => void,
): void {
  axes.forEach((left, one) => {
    axes.slice(one + 1).forEach((right, step) => {
      left.forEach((_, first) => {
        right.forEach((__, second) => {
          visit(one, first, one + 1 + step, second);
        });
      });
    });
  });
}

function seedRow(length: number, open: ReadonlySet<string>): number[] {
  const row = Array.from({ length }, () => -1);
  const [pair = ""] = open;
  for (const part of pair.split("|")) {
    const [axis = 0, value = 0] = part.split(".").map(Number);
    row[axis] = value;
  }
  return row;
}

function gain(
  row: readonly number[],
  { axis, value }: { readonly axis: number; readonly value: number },
  open: ReadonlySet<string>,
): number {
  return row.filter(
    (chosen, other) =>
      chosen !== -1 &&
      open.has(
        other < axis ? pairKey(other, chosen, axis, value) : pairKey(axis, value, other, chosen),
      ),
  ).length;
}

function close(row: readonly number[], open: Set<string>): void {
  row.forEach((first, one) => {
    row.forEach((second, other) => {
      if (one < other) open.delete(pairKey(one, first, other, second));
    });
  });
}
