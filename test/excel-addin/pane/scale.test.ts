import { expect, test } from "vitest";
import { ledgerCells, priceCells } from "../../../bench/ledgerCells.ts";
import { nodeClient } from "../../excelHost/nodeClient.ts";
import { workbookOf, type GivenCell } from "../../excelHost/workbookOf.ts";
import { CHOICES, paneOnHost, quietRun } from "../paneOnHost.ts";

const MEGABYTE = 1024 * 1024;

/** The requests of a run on so many transactions: how many, and the largest. */
async function requestsOf(rows: number) {
  const workbook = workbookOf({
    sheets: {
      Transactions: ledgerCells(rows) as readonly (readonly GivenCell[])[],
      Prices: priceCells() as readonly (readonly GivenCell[])[],
    },
  });
  const client = nodeClient(workbook);
  const outcome = await paneOnHost(client).generate(
    { ...CHOICES, settings: undefined },
    quietRun(),
  );
  expect(outcome.kind === "failed" ? outcome.sentence : outcome.kind).toBe("done");
  return {
    count: client.requests.length,
    largest: Math.max(...client.requests.map((one) => one.requestBytes)),
    largestAnswer: Math.max(...client.requests.map((one) => one.responseBytes)),
  };
}

test("100,000 transactions stay within Excel's limits of a request and of an answer", async () => {
  const { count, largest, largestAnswer } = await requestsOf(100_000);
  expect(largest).toBeLessThan(5 * MEGABYTE);
  expect(largestAnswer).toBeLessThan(5 * MEGABYTE);
  expect(count).toBeLessThan(400);
}, 240_000);

test("how many requests there are depends on the rows, not on looks: few for a small ledger", async () => {
  const few = await requestsOf(100);
  const more = await requestsOf(2_000);
  expect(few.count).toBeLessThan(30);
  expect(more.count - few.count).toBeLessThan(4);
});
