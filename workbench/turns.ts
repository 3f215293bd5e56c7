/** Lets the page answer before the work goes on. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/** Work that takes longer than this without a turn of the page's own is felt; milliseconds. */
const LONG = 30;

/** For work of many steps: to be awaited after each, gives the page its turn when one is due. */
export function turns(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONG) return;
    await nextTurn();
    last = performance.now();
  };
}
