import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { feedMany, type FuzzOrder, type Told } from "./feedMany.ts";

/**
 * The long run: `npm run fuzz -- COUNT [FIRST_SEED] [TARGET]`. The inputs go to the targets in turn;
 * an input that throws, or 200 that together take more than 5 minutes, are printed with the command
 * that repeats them.
 */
const MOST_SECONDS = 300;

const [count = "100000", first = "1", target = ""] = process.argv.slice(2);
const order: FuzzOrder = { count: Number(count), first: Number(first), target };

if (process.send === undefined) watch();
else feedMany(order, (told) => process.send!(told));

/** Runs the inputs in a process of their own, which can be stopped when one of them hangs. */
function watch(): void {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
  const start = performance.now();
  let failures = 0;
  let last = "npm run fuzz";
  const stop = (): void => {
    console.error(`Hangs at or soon after: ${last}`);
    child.kill("SIGKILL");
    process.exitCode = 1;
  };
  let alarm = setTimeout(stop, MOST_SECONDS * 1000);
  child.on("message", (told: Told) => {
    clearTimeout(alarm);
    if (told.kind === "end") {
      const seconds = (performance.now() - start) / 1000;
      for (const [outcome, inputs] of Object.entries(told.counts)) console.log(inputs, outcome);
      console.log(`${failures} failures; slowest: ${told.slowest}; ${seconds.toFixed(0)} seconds`);
      process.exitCode = failures === 0 ? 0 : 1;
      return;
    }
    last = `npm run fuzz -- 1 ${told.seed} ${told.name}`;
    if (told.kind === "failure") {
      failures += 1;
      console.error(`${last}\n  ${told.why}`);
    }
    alarm = setTimeout(stop, MOST_SECONDS * 1000);
  });
}
