/** Tells on the error stream what is being done. */
export function step(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Milliseconds between two lines about one piece of work. */
const PATIENCE = 1000;

/** Tells how much of a piece of work is done, once a second at the most. */
export function shareTeller(work: string): (share: number) => void {
  let last = performance.now();
  return (share) => {
    const now = performance.now();
    if (now - last < PATIENCE) return;
    last = now;
    step(`${work}: ${Math.floor(share * 100)}%`);
  };
}
