import type { Sheet } from "../model/book.ts";
import { publishedMethodNames } from "../published/typings.ts";
import {
  type EnumMember,
  enumMember,
  implement,
  ServiceException,
  ServiceObject,
  type Methods,
} from "../service.ts";
import { checkAlive, rangeObject, type RangeState } from "./objects.ts";

/** A condition with its values, as conditional formats, validations and filters have one. */
type Criterion = { readonly kind: string; readonly values: readonly unknown[] };

/** A conditional format as a script has built it. */
export type FormatRule = {
  ranges: readonly RangeState[];
  criterion?: Criterion;
  gradient?: Readonly<Record<string, readonly unknown[]>>;
  readonly style: Record<string, unknown>;
};

type ValidationRule = { criterion?: Criterion; allowInvalid: boolean; help?: string };
type FilterRule = {
  criterion?: Criterion;
  hidden?: readonly string[];
  visible?: readonly string[];
};

/** `whenNumberLessThan` and `requireNumberLessThan` both mean NUMBER_LESS_THAN. */
function criterionName(method: string): string {
  const bare = method.replace(/^(when|require)/, "");
  const name = bare.replace(/(?<!^)([A-Z])/g, "_$1").toUpperCase();
  return (
    {
      FORMULA_SATISFIED: "CUSTOM_FORMULA",
      DATE: "DATE_IS_VALID_DATE",
      TEXT_IS_EMAIL: "TEXT_IS_VALID_EMAIL",
      TEXT_IS_URL: "TEXT_IS_VALID_URL",
    }[name] ?? name
  );
}

function criterionMethods<Rule extends { criterion?: Criterion }>(type: string): Methods<Rule> {
  const names = publishedMethodNames(type).filter((name) => /^(when|require)[A-Z]/.test(name));
  const choices = names.map((name) => [
    name,
    (rule: Rule, ...values: unknown[]) => {
      rule.criterion = { kind: criterionName(name), values };
    },
  ]);
  return {
    ...(Object.fromEntries(choices) as Methods<Rule>),
    withCriteria: (rule: Rule, kind: EnumMember, values: unknown[]) => {
      rule.criterion = { kind: kind.name, values };
    },
  };
}

function styleMethods(): Methods<FormatRule> {
  const names = [
    "setBackground",
    "setFontColor",
    "setBold",
    "setItalic",
    "setStrikethrough",
    "setUnderline",
  ];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (rule: FormatRule, value: unknown) => {
        rule.style[name.slice(3)] = value;
      },
    ]),
  );
}

function gradientMethods(): Methods<FormatRule> {
  const type = "Spreadsheet.ConditionalFormatRuleBuilder";
  const names = publishedMethodNames(type).filter((name) => name.startsWith("setGradient"));
  return Object.fromEntries(
    names.map((name) => [
      name,
      (rule: FormatRule, ...values: unknown[]) => {
        rule.gradient = { ...rule.gradient, [name.slice(3)]: values };
      },
    ]),
  );
}

implement<FormatRule>("Spreadsheet.ConditionalFormatRuleBuilder", {
  ...criterionMethods<FormatRule>("Spreadsheet.ConditionalFormatRuleBuilder"),
  ...styleMethods(),
  ...gradientMethods(),
  setRanges: (rule, ranges: RangeState[]) => {
    rule.ranges = ranges;
  },
  build: (rule) => {
    if (rule.ranges.length === 0)
      throw new ServiceException("Conditional format rule must have at least one range.");
    if (rule.criterion === undefined && rule.gradient === undefined) {
      throw new ServiceException("Conditional format rule must have a condition.");
    }
    return new ServiceObject("Spreadsheet.ConditionalFormatRule", {
      ...rule,
      style: { ...rule.style },
    });
  },
});

implement<FormatRule>("Spreadsheet.ConditionalFormatRule", {
  getRanges: ({ ranges }) => ranges.map(({ sheet, area }) => rangeObject(sheet, area)),
  getBooleanCondition: (rule) =>
    rule.criterion === undefined ? null : new ServiceObject("Spreadsheet.BooleanCondition", rule),
  copy: (rule) =>
    new ServiceObject("Spreadsheet.ConditionalFormatRuleBuilder", {
      ...rule,
      style: { ...rule.style },
    }),
});

implement<FormatRule>("Spreadsheet.BooleanCondition", {
  getCriteriaType: ({ criterion }) =>
    enumMember("Spreadsheet.BooleanCriteria", criterion?.kind ?? ""),
  getCriteriaValues: ({ criterion }) => [...(criterion?.values ?? [])],
  getBackground: ({ style }) => style["Background"] ?? null,
  getFontColor: ({ style }) => style["FontColor"] ?? null,
  getBold: ({ style }) => style["Bold"] ?? null,
  getItalic: ({ style }) => style["Italic"] ?? null,
});

implement<Sheet>("Spreadsheet.Sheet", {
  getConditionalFormatRules: ({ conditionalRules }) =>
    conditionalRules.map((rule) => new ServiceObject("Spreadsheet.ConditionalFormatRule", rule)),
  setConditionalFormatRules: (sheet, rules: FormatRule[]) => {
    checkAlive(sheet);
    if (rules.some(({ ranges }) => ranges.some((range) => range.sheet !== sheet))) {
      throw new ServiceException("Conditional format rule cannot reference a different sheet.");
    }
    sheet.conditionalRules = rules;
  },
  clearConditionalFormatRules: (sheet) => {
    sheet.conditionalRules = [];
  },
});

implement<ValidationRule>("Spreadsheet.DataValidationBuilder", {
  ...criterionMethods<ValidationRule>("Spreadsheet.DataValidationBuilder"),
  setAllowInvalid: (rule, allowInvalid: boolean) => {
    rule.allowInvalid = allowInvalid;
  },
  setHelpText: (rule, help: string) => {
    rule.help = help;
  },
  build: (rule) => {
    if (rule.criterion === undefined)
      throw new ServiceException("A data validation rule needs a criterion.");
    return new ServiceObject("Spreadsheet.DataValidation", { ...rule });
  },
});

implement<ValidationRule>("Spreadsheet.DataValidation", {
  getAllowInvalid: ({ allowInvalid }) => allowInvalid,
  getHelpText: ({ help }) => help ?? null,
  getCriteriaType: ({ criterion }) =>
    enumMember("Spreadsheet.DataValidationCriteria", criterion?.kind ?? ""),
  getCriteriaValues: ({ criterion }) => [...(criterion?.values ?? [])],
  copy: (rule) => new ServiceObject("Spreadsheet.DataValidationBuilder", { ...rule }),
});

implement<FilterRule>("Spreadsheet.FilterCriteriaBuilder", {
  ...criterionMethods<FilterRule>("Spreadsheet.FilterCriteriaBuilder"),
  setHiddenValues: (rule, hidden: string[]) => {
    rule.hidden = hidden;
  },
  setVisibleValues: (rule, visible: string[]) => {
    rule.visible = visible;
  },
  build: (rule) => new ServiceObject("Spreadsheet.FilterCriteria", { ...rule }),
});
