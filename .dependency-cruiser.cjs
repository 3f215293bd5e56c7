/** The architecture as a list: a folder of the core may use itself and what stands before it. */
const layers = [
  "money",
  "calendar",
  "ledger",
  "lots",
  "disposals",
  "washSales",
  "replay",
  "positions",
  "netting",
  "harvest",
  "report",
  "proof",
  "brokerForms",
  "functions",
  "commands",
];

const layering = layers.slice(0, -1).map((layer, place) => ({
  name: `core-${layer}-uses-nothing-after-it`,
  comment: `core/${layer} comes before ${layers.slice(place + 1).join(", ")}: move what they share up.`,
  severity: "error",
  from: { path: `^core/${layer}/` },
  to: { path: `^core/(?:${layers.slice(place + 1).join("|")})/` },
}));

const hosts = "workbook|cli|zones|excel-addin|gsheets|workbench";

module.exports = {
  layers,
  forbidden: [
    ...layering,
    {
      name: "core-is-pure",
      comment: "The core knows no host, no Node and no library but the decimals behind core/money.",
      severity: "error",
      from: { path: "^core/" },
      to: { pathNot: "^core/|^node_modules/decimal[.]js/" },
    },
    {
      name: "decimals-have-one-door",
      comment: "Only core/money/decimal.ts knows the number library.",
      severity: "error",
      from: { pathNot: "^core/money/decimal[.]ts$" },
      to: { path: "^node_modules/decimal[.]js/" },
    },
    {
      name: "hosts-use-the-front-door",
      comment: "What a host may use of the core is exported by core/index.ts.",
      severity: "error",
      from: { path: `^(?:${hosts})/` },
      to: { path: "^core/", pathNot: "^core/index[.]ts$" },
    },
    {
      name: "workbook-files-are-read-without-a-host",
      comment: "workbook/ runs in Node and in a page alike.",
      severity: "error",
      from: { path: "^workbook/" },
      to: { pathNot: "^(?:workbook|core)/|^node_modules/fflate/" },
    },
    {
      name: "hosts-use-the-front-door-of-workbook",
      severity: "error",
      from: { path: "^(?:cli|workbench)/" },
      to: { path: "^workbook/", pathNot: "^workbook/index[.]ts$" },
    },
    {
      name: "the-pane-knows-no-host",
      comment:
        "pane/ is one for all hosts: it sees them through pane/paneHost.ts. Files it reads itself.",
      severity: "error",
      from: { path: "^pane/" },
      to: {
        pathNot:
          "^pane/|^(?:core|workbook)/index[.]ts$|^node_modules/(?:@fluentui|@microsoft/fast-element)/",
      },
    },
    {
      name: "hosts-use-the-front-door-of-the-pane",
      severity: "error",
      from: { path: "^(?:excel-addin|gsheets|workbench)/" },
      to: { path: "^pane/", pathNot: "^pane/(?:index|paneHost|paneChoices|run/\\w+)[.]ts$" },
    },
    {
      name: "hosts-do-not-meet",
      comment: "What two hosts share belongs to the core, the pane, zones/ or build/.",
      severity: "error",
      from: { path: "^(cli|excel-addin|gsheets|workbench)/" },
      to: { path: "^(?:cli|excel-addin|gsheets|workbench)/", pathNot: "^$1/" },
    },
    {
      name: "the-workbench-has-no-office",
      comment: "The page runs without Excel, and everything it needs is bundled.",
      severity: "error",
      from: { path: "^workbench/" },
      to: { path: "^node_modules/(?:@microsoft/office-js|@types/office-js)/|^https?:" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-tests-in-production",
      comment: "The sample portfolio is what users may insert, and no test.",
      severity: "error",
      from: { path: `^(?:core|pane|${hosts})/` },
      to: { path: "^(?:test|bench|samples)/", pathNot: "^samples/portfolio[.]json$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".cjs"],
      conditionNames: ["import", "types", "default"],
      exportsFields: ["exports"],
    },
  },
};
