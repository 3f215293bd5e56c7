import { defineConfig } from "vitest/config";

/** Random ledgers take seconds for each mutant: they run only where `MUTATE_WITH_LAWS` is set. */
const LAWS = ["test/core/replay/laws.test.ts", "test/oracle/{agreement,washSale}.test.ts"];

/** The tests that `npm run mutate` runs for each mutant: quick, and about lots, losses and netting. */
export default defineConfig({
  test: {
    include: [
      "test/core/{lots,washSales,netting,disposals}/*.test.ts",
      "test/core/replay/replayLedger.test.ts",
      "test/core/functions/workedExamples.test.ts",
      "test/core/report/scheduleDTab.test.ts",
      "test/published/*.test.ts",
      ...(process.env["MUTATE_WITH_LAWS"] === undefined ? [] : LAWS),
    ],
    // Counts the washes that it met, of which short runs meet too few.
    exclude: ["test/core/washSales/laws.test.ts"],
    setupFiles: ["test/support/shortProperties.ts"],
    testTimeout: 60_000,
  },
});
