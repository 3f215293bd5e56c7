import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", "test/cases/", "*.cjs"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["*.js"] } },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/strict-boolean-expressions": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/require-array-sort-compare": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/prefer-for-of": "off",
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 12],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ["core/**/*.ts", "workbook/**/*.ts"],
    plugins: { jsdoc },
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          contexts: [
            "ExportNamedDeclaration > TSTypeAliasDeclaration",
            "ExportNamedDeclaration > VariableDeclaration",
            "ExportNamedDeclaration > FunctionDeclaration",
          ],
        },
      ],
      "jsdoc/require-description": "error",
    },
  },
  {
    files: ["core/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Date", message: "Days are counted in core/calendar; the core has no clock." },
        { name: "Intl", message: "The host knows time zones; see core/calendar/timeZone.ts." },
        { name: "parseFloat", message: "Numbers enter through core/money/decimalNumber.ts." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ClassDeclaration", message: "Data are records, rules are functions." },
        {
          selector: "ThrowStatement",
          message: "Bad data are problems; see core/ledger/problem.ts.",
        },
        { selector: "BigIntLiteral", message: 'The bundles are ES2019: write BigInt("1").' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "The same input gives the same output.",
        },
      ],
    },
  },
  {
    files: ["pane/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"].map((property) => ({
          property,
          message: "Text of a ledger is text: pane/element.ts makes elements.",
        })),
        ...["write", "writeln"].map((property) => ({
          object: "document",
          property,
          message: "pane/element.ts makes elements.",
        })),
      ],
      "no-restricted-globals": [
        "error",
        ...["alert", "confirm", "prompt", "history", "fetch", "XMLHttpRequest", "WebSocket"].map(
          (name) => ({
            name,
            message: "Office gives no dialogs and no history, and the pane asks no network.",
          }),
        ),
      ],
    },
  },
  {
    files: ["test/**/*.ts", "samples/**/*.ts", "bench/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "max-lines": "off",
    },
  },
  {
    files: ["*.config.ts", "*.config.js"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "no-restricted-exports": "off" },
  },
);
