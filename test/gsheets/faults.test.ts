import { beforeAll, describe, expect, test } from "vitest";
import type { PaneHost } from "../../pane/index.ts";
import { createSpreadsheet, type UserCell } from "../gsheetsHost/createSpreadsheet.ts";
import { copyOfHost } from "../gsheetsHost/copyOfHost.ts";
import { createHost } from "../gsheetsHost/host.ts";
import type { Host } from "../gsheetsHost/hostState.ts";
import type { Book } from "../gsheetsHost/model/book.ts";
import { callFromPage } from "../gsheetsHost/pageCall.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { sheetNamed, sheetSnapshot } from "../gsheetsHost/snapshot.ts";
import { everySwitch, type Conditions } from "../gsheetsHost/switches.ts";
import { builtProject } from "./builtProject.ts";
import { CHOICES, paneOnHost, quietRun, type Calls } from "./paneOnHost.ts";

let files: readonly PushedFile[];

beforeAll(async () => {
  ({ files } = await builtProject());
}, 180_000);

const LEDGER: UserCell[][] = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
  [{ day: "2025-01-01" }, "Buy", "BTC", 1, 90000, "Kraken"],
  [{ day: "2025-06-01" }, "Buy", "ETH", 10, 40000, "=Cold"],
];
const PRICES: UserCell[][] = [
  ["Asset", "Price", "As of"],
  ["BTC", 60000, { day: "2026-11-20" }],
  ["ETH", 3000, { day: "2026-11-20" }],
];
const USER = ["Transactions", "Prices"];
const choices = {
  ...CHOICES,
  settings: undefined,
  tabs: ["Summary by FIFO", "LIFO Ordering of Sells"],
};

/** What the second run of each test asks for, so that its report differs from the first one's. */
const later = { ...choices, set: { sell_cost: "1" } };

const open = ({
  place,
  switches,
}: Conditions): { book: Book; host: Host; calls: Calls; pane: PaneHost } => {
  const book = createSpreadsheet({
    ...place,
    switches,
    sheets: { Transactions: LEDGER, Prices: PRICES },
  });
  const host = createHost({ spreadsheet: book, files });
  const calls: Calls = { count: 0, options: () => ({}) };
  return { book, host, calls, pane: paneOnHost(host, calls) };
};

const userOf = (book: Book) => USER.map((name) => sheetSnapshot(sheetNamed(book, name)));

/** The cells of a tab, as text to compare; undefined where there is no such sheet. */
const cellsOf = (book: Book, name: string): string | undefined => {
  const sheet = book.sheets.find((one) => one.name === name);
  return (
    sheet &&
    JSON.stringify(
      sheet.rows
        .map((row) => row.map((cell) => cell?.formula ?? cell?.entry ?? null))
        .filter((row) => row.some((entry) => entry !== null)),
    )
  );
};

const generate = async (pane: PaneHost, wanted = choices): Promise<string> => {
  const outcome = await pane.generate(wanted, quietRun());
  return outcome.kind === "failed" ? outcome.sentence : outcome.kind;
};

/** Two combinations: a call that fails has done its work, or has not. */
const EVERY = everySwitch();
const TWO = [
  EVERY[0]!,
  EVERY.find(
    ({ place, switches }) => switches.failedCall === "after its effect" && place.locale === "de_DE",
  )!,
];

type At = { readonly service: number; readonly kind: "exception" | "killed" };

/** A call of the page in a run, the state before it, and how many service calls it makes. */
type Step = { readonly before: Host; readonly request: { readonly ask: string }; made: number };

/** The calls of a second run that write. */
async function stepsOf(conditions: Conditions): Promise<readonly Step[]> {
  const { host, calls, pane } = open(conditions);
  await generate(pane);
  const steps: Step[] = [];
  calls.starting = (request) => {
    steps.push({ before: copyOfHost(host), request: request as Step["request"], made: 0 });
  };
  calls.finished = ({ calls: made }) => {
    steps.at(-1)!.made = made;
  };
  await generate(pane, later);
  return steps.filter(({ request }) => ["begin", "write", "look", "finish"].includes(request.ask));
}

/** An exception at each service call of a step, and at every third the execution ends there. */
const placesOf = ({ made }: Step): readonly At[] =>
  Array.from({ length: made }, (_, place) => place + 1).flatMap((service): At[] => [
    { service, kind: "exception" },
    ...(service % 3 === 0 ? [{ service, kind: "killed" as const }] : []),
  ]);

/** What the page does when a call fails: it asks again where that is safe, else it gives up. */
function failOver(host: Host, request: Step["request"]): void {
  const { ask, job } = request as { readonly ask: string; readonly job?: string };
  if (ask === "write" || ask === "look") {
    expect(callFromPage(host, "tlhPane", [request])).toMatchObject({ value: { value: null } });
  }
  if (job !== undefined) callFromPage(host, "tlhPane", [{ ask: "cancel", job }]);
}

describe.each(TWO)("under $title", (conditions) => {
  test("a fault at any service call leaves the user's sheets, and each tab as it was or as it is to be", async () => {
    const steps = await stepsOf(conditions);
    expect(steps.map(({ request }) => request.ask)).toEqual([
      "begin",
      "write",
      "look",
      "write",
      "look",
      "finish",
    ]);
    const first = open(conditions);
    await generate(first.pane);
    const user = userOf(first.book);
    const old = choices.tabs.map((name) => cellsOf(first.book, name));
    await generate(first.pane, later);
    const fresh = choices.tabs.map((name) => cellsOf(first.book, name));
    expect(old).not.toEqual(fresh);
    let tries = 0;
    const again: At["kind"][] = [];
    for (const step of steps) {
      for (const at of placesOf(step)) {
        const where = [step.request.ask, at];
        tries += 1;
        const host = copyOfHost(step.before);
        const { book } = host;
        const answer = callFromPage(host, "tlhPane", [step.request], {
          broken: { ...at, call: at.service },
        });
        const failed = answer.kind === "failure" || "sentence" in (answer.value as object);
        if (failed) failOver(host, step.request);
        expect([where, userOf(book)]).toEqual([where, user]);
        choices.tabs.forEach((name, index) => {
          const held = cellsOf(book, name);
          expect([where, held === old[index] || held === fresh[index]]).toEqual([where, true]);
        });
        // A call that was ended could say nothing: its run is over after a while of silence.
        if (at.kind === "killed") host.now += 121_000;
        // A whole run after each would take long: after every 37th, at places of both kinds.
        if (tries % 37 > 0 || !failed) continue;
        again.push(at.kind);
        expect([where, await generate(paneOnHost(host), later)]).toEqual([where, "done"]);
        expect([where, book.sheets.map(({ name }) => name)]).toEqual([
          where,
          [...USER, ...choices.tabs],
        ]);
        expect(choices.tabs.map((name) => cellsOf(book, name))).toEqual(fresh);
        expect([where, userOf(book)]).toEqual([where, user]);
      }
    }
    expect(tries).toBeGreaterThan(steps.reduce((sum, { made }) => sum + made, 0));
    expect(new Set(again)).toEqual(new Set(["exception", "killed"]));
  }, 240_000);
});

test("the pane asks again where a block did not arrive, and says that sheets are as they were where it gave up", async () => {
  const { book, calls, pane } = open(EVERY[0]!);
  await generate(pane);
  const asked: string[] = [];
  calls.starting = (request) => asked.push((request as Step["request"]).ask);
  const breaks = new Set(["write"]);
  calls.options = () =>
    breaks.delete(asked.at(-1)!) ? { broken: { call: 2, kind: "exception" } } : {};
  expect(await generate(pane, later)).toBe("done");
  expect(asked.filter((ask) => ask === "write")).toHaveLength(3);
  breaks.add("finish");
  expect(await generate(pane, choices)).toMatch(/Your sheets are as they were\.$/);
  expect(asked.at(-1)).toBe("cancel");
  expect(book.sheets.map(({ name }) => name)).toEqual([...USER, ...choices.tabs]);
});

describe("a run beside another", () => {
  const begin = (host: Host, job: string) =>
    callFromPage(host, "tlhPane", [
      { ask: "begin", job, tabs: [{ key: "k", name: "Tab", rows: 5, columns: 3 }] },
    ]);
  const BEGUN = { kind: "success", value: { value: null } };
  const REFUSED = { value: { value: { refusal: expect.any(String) } } };

  test("only one writes: the second is told to wait, and changes nothing", async () => {
    const { book, host, pane } = open(EVERY[0]!);
    expect(begin(host, "first")).toMatchObject(BEGUN);
    const before = book.sheets.map(({ name }) => name);
    expect(await generate(pane)).toMatch(/^Another report is being written.*two minutes/);
    expect(book.sheets.map(({ name }) => name)).toEqual(before);
  });

  test("while another execution holds the document's lock, none begins and nothing changes", async () => {
    const { book, host, pane } = open(EVERY[0]!);
    host.locks.add("document");
    expect(await generate(pane)).toMatch(
      /^Google Sheets reports: .* Your sheets are as they were\.$/,
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(USER);
    host.locks.delete("document");
    expect(await generate(pane)).toBe("done");
    expect([...host.locks]).toEqual([]);
  });

  test("no call takes long, however long the ledger: each asks Google a few hundred times at most", async () => {
    const rows = Array.from({ length: 1500 }, (_, place): UserCell[] => [
      ...["2025-01-01", "Buy", "BTC", 1, 90000],
      place % 2 === 0 ? `=Cold ${place}` : `Hot ${place}`,
    ]);
    const { place, switches } = EVERY[0]!;
    const sheets = { Transactions: [LEDGER[0]!, ...rows], Prices: PRICES };
    const book = createSpreadsheet({
      ...place,
      switches,
      sheets,
      size: { rows: 2000, columns: 6 },
    });
    const host = createHost({ spreadsheet: book, files });
    const made: number[] = [];
    const calls: Calls = {
      count: 0,
      options: () => ({}),
      finished: (run) => made.push(run.calls),
    };
    expect(await generate(paneOnHost(host, calls))).toBe("done");
    expect(sheetNamed(book, "LIFO Ordering of Sells").maxRows).toBeGreaterThan(1500);
    expect(Math.max(...made)).toBeLessThan(400);
  });

  test("one that has been silent for two minutes is over, and what it left is removed", async () => {
    const { book, host, pane } = open(EVERY[0]!);
    expect(begin(host, "first")).toMatchObject(BEGUN);
    host.now += 121_000;
    expect(await generate(pane)).toBe("done");
    expect(book.sheets.map(({ name }) => name)).toEqual([...USER, ...choices.tabs]);
    const late = callFromPage(host, "tlhPane", [
      {
        ask: "write",
        job: "first",
        tab: 0,
        block: { firstRow: 1, cells: [[1]], formats: [["0"]] },
      },
    ]);
    expect(late).toMatchObject({
      value: { sentence: expect.stringContaining("no longer the one") },
    });
  });

  test("one that writes for long goes on being the one that may", () => {
    const { host } = open(EVERY[0]!);
    const job = "first";
    expect(begin(host, job)).toMatchObject(BEGUN);
    const block = { firstRow: 1, cells: [[1, 2, 3]], formats: [["0", "0", "0"]] };
    for (let minute = 1; minute <= 10; minute++) {
      host.now += 60_000;
      const answer = callFromPage(host, "tlhPane", [{ ask: "write", job, tab: 0, block }]);
      expect(answer).toMatchObject({ kind: "success", value: { value: null } });
    }
    expect(begin(host, "second")).toMatchObject(REFUSED);
  });

  test("one whose beginning was not heard of is given up, and the next may write at once", async () => {
    const { book, calls, pane } = open(EVERY[0]!);
    const asked: string[] = [];
    let made = 0;
    calls.starting = (request) => asked.push((request as Step["request"]).ask);
    calls.finished = (finished) => {
      if (asked.at(-1) === "begin") made = finished.calls;
    };
    await generate(pane);
    const before = book.sheets.map((sheet) => sheetSnapshot(sheet));
    // The last service call of all: the work is done by then.
    calls.options = () =>
      asked.at(-1) === "begin" ? { broken: { call: made, kind: "exception" } } : {};
    expect(await generate(pane, later)).toMatch(/Your sheets are as they were\.$/);
    expect(asked.slice(-2)).toEqual(["begin", "cancel"]);
    expect(book.sheets.map((sheet) => sheetSnapshot(sheet))).toEqual(before);
    calls.options = () => ({});
    expect(await generate(pane, later)).toBe("done");
  });

  test("one that its user stops leaves nothing, and the next may write at once", async () => {
    const { book, pane } = open(EVERY[0]!);
    await generate(pane);
    const before = book.sheets.map((sheet) => sheetSnapshot(sheet));
    const stop = new AbortController();
    const outcome = await pane.generate(later, {
      signal: stop.signal,
      progress: (step) => {
        if (step.startsWith("Writing LIFO")) stop.abort();
      },
    });
    expect(outcome.kind).toBe("cancelled");
    expect(book.sheets.map((sheet) => sheetSnapshot(sheet))).toEqual(before);
    expect(await generate(pane, later)).toBe("done");
  });
});

describe("when something is in the way", () => {
  test("a spreadsheet without room is left as it is, with the numbers", async () => {
    const { book, pane } = open(EVERY[0]!);
    sheetNamed(book, "Prices").maxRows = 383_500;
    const before = book.sheets.map((sheet) => sheetSnapshot(sheet));
    expect(await generate(pane)).toMatch(
      /tabs need \d+ cells.*10000000 that Google allows.*Nothing was changed/,
    );
    expect(book.sheets.map((sheet) => sheetSnapshot(sheet))).toEqual(before);
  });

  test("a sheet that is gone is said to be", async () => {
    const { pane } = open(EVERY[0]!);
    expect(await generate(pane, { ...choices, transactions: "sheet:Old" })).toMatch(
      /There is no "Old"/,
    );
    expect(await generate(pane, { ...choices, prices: "sheet:Old prices" })).toMatch(
      /There is no "Old prices"/,
    );
    await expect(pane.selectRow({ source: "sheet:Old", row: 3 })).rejects.toThrow(
      "no longer in the spreadsheet",
    );
  });

  test("adding sheets adds all or none, whichever service call fails", async () => {
    const { calls, pane: counting } = open(TWO[1]!);
    let made = 0;
    calls.finished = (finished) => {
      made = finished.calls;
    };
    await counting.insertTemplate();
    expect(made).toBeGreaterThan(30);
    for (let service = 1; service <= made; service += 1) {
      const { book, calls: broken, pane } = open(TWO[1]!);
      const before = book.sheets.map((sheet) => sheetSnapshot(sheet));
      broken.options = () => ({ broken: { call: service, kind: "exception" } });
      const isDone = await pane.insertTemplate().then(
        () => true,
        () => false,
      );
      if (!isDone)
        expect([service, book.sheets.map((sheet) => sheetSnapshot(sheet))]).toEqual([
          service,
          before,
        ]);
    }
  });
});
