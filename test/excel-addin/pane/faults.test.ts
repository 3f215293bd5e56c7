import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PaneChoices, PaneHost } from "../../../pane/index.ts";
import { nodeClient, type NodeClient } from "../../excelHost/nodeClient.ts";
import type { Fault } from "../../excelHost/officeHost.ts";
import { snapshot, valuesOf, workbookOf } from "../../excelHost/workbookOf.ts";
import { paneOnHost, quietRun } from "../paneOnHost.ts";

const LEDGER = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
  ["2025-01-01", "Buy", "BTC", 1, 90000, "Kraken"],
  ["2025-06-01", "Buy", "ETH", 10, 40000, "=Cold"],
  ["2026-02-01", "Buy", "BTC", 1, 80000, "Kraken"],
];
const PRICES = [
  ["Asset", "Price", "As of"],
  ["BTC", 60000, "2026-11-20"],
  ["ETH", 3000, "2026-11-20"],
];

const CHOICES: PaneChoices = {
  transactions: "sheet:Transactions",
  prices: "sheet:Prices",
  settings: undefined,
  set: {},
  headings: {},
  tabs: ["Summary by FIFO", "LIFO Ordering of Sells"],
};
const USER = ["Transactions", "Prices"];

const opened = () => {
  const workbook = workbookOf({ sheets: { Transactions: LEDGER, Prices: PRICES } });
  const client = nodeClient(workbook);
  return { workbook, client, host: paneOnHost(client) };
};

const FAULTS: readonly (readonly [string, Fault])[] = [
  ["an error of Excel's", { kind: "error", code: "GeneralException", action: 0 }],
  ["an answer that is lost", { kind: "lost answer" }],
  ["a request that is lost", { kind: "lost request" }],
];

const runs = async (client: NodeClient, host: PaneHost): Promise<number> => {
  client.forgetRequests();
  await host.generate(CHOICES, quietRun());
  return client.requests.length;
};

/** What the second run of each test asks for, so that its report differs from the first one's. */
const set = { sell_cost: "1" };

const freshTabs = async () => {
  const { workbook, host } = opened();
  await host.generate({ ...CHOICES, set }, quietRun());
  return CHOICES.tabs.map((name) => valuesOf(workbook, name));
};

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(FAULTS)("%s at any request", (_, fault) => {
  test("leaves the user's sheets and a whole report, and the next run succeeds", async () => {
    const fresh = await freshTabs();
    const { client: first, host: firstHost } = opened();
    const count = await runs(first, firstHost);
    expect(count).toBeGreaterThan(8);
    for (let number = 1; number <= count; number++) {
      for (const isSecond of [false, true]) {
        const { workbook, client, host } = opened();
        const user = snapshot(workbook, USER);
        if (isSecond) await host.generate(CHOICES, quietRun());
        const old = CHOICES.tabs.map((name) => (isSecond ? valuesOf(workbook, name) : undefined));
        client.failRequest(number, fault);
        const outcome = await host.generate({ ...CHOICES, set }, quietRun());
        if (outcome.kind === "failed") {
          expect(outcome.sentence).toMatch(/Your sheets are as they were\.$/);
        }
        expect(snapshot(workbook, USER)).toEqual(user);
        CHOICES.tabs.forEach((name, index) => {
          const sheet = workbook.find(name);
          if (sheet === undefined) {
            expect([number, isSecond]).toEqual([number, false]);
            return;
          }
          const held = JSON.stringify(valuesOf(workbook, name));
          const whole = [old[index], fresh[index]].map((one) => JSON.stringify(one));
          expect([number, isSecond, name, whole.includes(held)]).toEqual([
            number,
            isSecond,
            name,
            true,
          ]);
        });
        const again = await host.generate({ ...CHOICES, set }, quietRun());
        expect([number, isSecond, again.kind]).toEqual([number, isSecond, "done"]);
        expect(workbook.sheets.map(({ name }) => name)).toEqual([...USER, ...CHOICES.tabs]);
        expect(CHOICES.tabs.map((name) => valuesOf(workbook, name))).toEqual(fresh);
        expect(snapshot(workbook, USER)).toEqual(user);
      }
    }
  });
});

test("stopping at any step of the last request leaves each tab with all old cells or all new ones", async () => {
  const steps = await (async () => {
    const { client, host } = opened();
    await host.generate(CHOICES, quietRun());
    client.forgetRequests();
    await host.generate(CHOICES, quietRun());
    const last = client.requests.findIndex(({ actions }) =>
      actions.some((action) => /CopyFrom/i.test(action)),
    );
    const { actions } = client.requests[last]!;
    const copied = actions.findLastIndex((action) => /CopyFrom/i.test(action));
    return { number: last + 1, count: actions.length, copied };
  })();
  const fresh = await freshTabs();
  expect(steps.count).toBeGreaterThan(50);
  // Looks come after the cells: a few of their steps stand for all.
  const every = Math.ceil((steps.count - steps.copied) / 25);
  for (let action = 0; action < steps.count; action += action <= steps.copied ? 1 : every) {
    const { workbook, client, host } = opened();
    await host.generate(CHOICES, quietRun());
    const old = CHOICES.tabs.map((name) => JSON.stringify(valuesOf(workbook, name)));
    const user = snapshot(workbook, USER);
    client.failRequest(steps.number, { kind: "error", code: "GeneralException", action });
    const outcome = await host.generate({ ...CHOICES, set }, quietRun());
    expect(snapshot(workbook, USER)).toEqual(user);
    const held = CHOICES.tabs.map((name) => JSON.stringify(valuesOf(workbook, name)));
    held.forEach((one, index) => {
      const isWhole = one === old[index] || one === JSON.stringify(fresh[index]);
      expect([action, outcome.kind, isWhole]).toEqual([action, outcome.kind, true]);
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual([...USER, ...CHOICES.tabs]);
  }
});
