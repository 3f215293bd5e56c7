import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

type Measured = { rows: number; plain: number; whole: number; peak: number };

const script = fileURLToPath(new URL("./ledgerBench.ts", import.meta.url));
const sizes = process.argv.slice(2).map(Number);

/** Each size in a process of its own, so that its peak of memory is its own too. */
function measure(rows: number): Measured {
  const printed = execFileSync(process.execPath, ["--import", "tsx", script, String(rows)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed) as Measured;
}

console.log("Parse + FIFO + LIFO + four tables, against one plain pass in doubles over the cells");
console.log("rows        plain ms   whole ms   ratio   growth   peak MB");
let before: Measured | undefined;
for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const now = measure(rows);
  const growth = before === undefined ? "" : (now.whole / before.whole).toFixed(1);
  console.log(
    [
      String(rows).padEnd(10),
      now.plain.toFixed(1).padStart(10),
      now.whole.toFixed(1).padStart(10),
      (now.whole / now.plain).toFixed(1).padStart(7),
      growth.padStart(8),
      now.peak.toFixed(0).padStart(9),
    ].join(" "),
  );
  before = now;
}
