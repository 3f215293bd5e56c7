/** Items that were of use lately. */
export type RecentItems<T> = {
  /** The item that fits, if it is still here; it then counts as the latest. */
  readonly find: (fits: (item: T) => boolean) => T | undefined;
  readonly add: (item: T) => void;
};

/** How much is kept: so many items, and so many cells in all. */
export type RecentLimits<T> = {
  readonly items: number;
  readonly cells: number;
  readonly cellsOf: (item: T) => number;
};

/** Keeps the latest items within the limits, and forgets the others. */
export function recentItems<T>({ items, cells, cellsOf }: RecentLimits<T>): RecentItems<T> {
  let kept: readonly T[] = [];
  const keep = (latest: T): void => {
    let room = cells;
    kept = [latest, ...kept.filter((item) => item !== latest)].slice(0, items).filter((item) => {
      room -= cellsOf(item);
      return room >= 0;
    });
  };
  return {
    find: (fits) => {
      const found = kept.find(fits);
      if (found !== undefined) keep(found);
      return found;
    },
    add: keep,
  };
}
