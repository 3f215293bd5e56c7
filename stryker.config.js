/**
 * Mutation testing of what decides a tax amount: `npm run mutate`, or with `--mutate 'core/lots/*.ts'`
 * for one folder. Only the tests of these folders run, see stryker.vitest.config.ts.
 */
export default {
  mutate: ["core/lots/*.ts", "core/washSales/*.ts", "core/netting/*.ts"],
  testRunner: "vitest",
  vitest: { configFile: "stryker.vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  // Whether a type-incorrect mutant is caught is the compiler's business.
  checkers: [],
  concurrency: 2,
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // What the tests of these folders never read.
  ignorePatterns: ["/dist", "/gsheets", "/workbench", "/excel-addin", "/pane", "/bench", "*.xlsx"],
  tempDirName: "reports/mutation/tmp",
};
