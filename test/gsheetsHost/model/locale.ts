/** What differs between spreadsheets of two countries in what is typed in and shown. */
export type LocaleRules = {
  readonly decimal: string;
  readonly group: string;
  /** Between the arguments of a function. */
  readonly argument: string;
  readonly true: string;
  readonly false: string;
  readonly currency: string;
  /** Order of day, month and year in a typed date, and the separators that a date may have. */
  readonly dateOrder: "mdy" | "dmy";
  readonly dateSeparators: string;
  readonly dateFormat: string;
  readonly dateTimeFormat: string;
};

/** The rules of a spreadsheet's locale; a locale that is not modelled is refused. */
export function localeRules(locale: string): LocaleRules {
  const rules = RULES[locale];
  if (rules === undefined) throw new Error(`No rules are written for the locale ${locale}.`);
  return rules;
}

const RULES: Readonly<Record<string, LocaleRules>> = {
  en_US: {
    decimal: ".",
    group: ",",
    argument: ",",
    true: "TRUE",
    false: "FALSE",
    currency: "$",
    dateOrder: "mdy",
    dateSeparators: "/-",
    dateFormat: "M/d/yyyy",
    dateTimeFormat: "M/d/yyyy H:mm:ss",
  },
  de_DE: {
    decimal: ",",
    group: ".",
    argument: ";",
    true: "WAHR",
    false: "FALSCH",
    currency: "€",
    dateOrder: "dmy",
    dateSeparators: "./-",
    dateFormat: "dd.MM.yyyy",
    dateTimeFormat: "dd.MM.yyyy HH:mm:ss",
  },
};
