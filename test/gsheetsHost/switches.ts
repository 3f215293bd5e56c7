import { pairwise } from "./pairwise.ts";

/**
 * What Google does not document, as switches. Code that is right passes under every value; a suite
 * runs under the combinations of `everySwitch()`.
 */
export type Switches = {
  /** `=A1` written by setValue(s) into a cell of format `@`: the notes of the method say that `=` makes a formula, the help says that `@` is text. */
  readonly plainTextFormula: "text" | "formula";
  /** A leading apostrophe written into a cell of format `@`: dropped as in any other cell, or kept as a character. */
  readonly plainTextApostrophe: "dropped" | "kept";
  /** `+A1` and `-A1` written by setValue(s): typed in by hand they become formulas. */
  readonly leadingSign: "text" | "formula";
  /** Whether setFormula reads separators as in the United States or as in the spreadsheet's locale. */
  readonly formulaLocale: "english" | "spreadsheet";
  /** What a custom function gets for an argument left out between commas. */
  readonly omittedArgument: "undefined" | "null" | "empty text";
  /** What a custom function gets for a cell that shows an error: its text, or the call is not made at all. */
  readonly errorArgument: "text" | "not called";
  /** Whether the copy of a sheet bears the sheet's developer metadata. */
  readonly metadataOfCopy: "copied" | "left";
  /** What a success handler gets from a server function that returns nothing. */
  readonly nothingReturned: "undefined" | "null";
  /** The order in which the project's files are loaded; since June 2022 it should not matter. */
  readonly fileOrder: "pushed" | "reversed";
  /** The built-ins: those of ES2020 alone, or whatever this V8 has. Google names no version. */
  readonly builtIns: "ES2020" | "newest";
  /** Whether Intl exists. */
  readonly intl: "absent" | "present";
  /** A service call that fails half-way: before its work was done, or after. */
  readonly failedCall: "before its effect" | "after its effect";
  /** Whether CacheService still holds what an earlier execution put; it may vanish early. */
  readonly cache: "kept" | "vanishes";
};

/** Every switch with its values, the likeliest first. */
export const SWITCH_VALUES: { readonly [Name in keyof Switches]: readonly Switches[Name][] } = {
  plainTextFormula: ["text", "formula"],
  plainTextApostrophe: ["dropped", "kept"],
  leadingSign: ["formula", "text"],
  formulaLocale: ["english", "spreadsheet"],
  omittedArgument: ["undefined", "null", "empty text"],
  errorArgument: ["text", "not called"],
  metadataOfCopy: ["copied", "left"],
  nothingReturned: ["null", "undefined"],
  fileOrder: ["pushed", "reversed"],
  builtIns: ["ES2020", "newest"],
  intl: ["absent", "present"],
  failedCall: ["before its effect", "after its effect"],
  cache: ["kept", "vanishes"],
};

/** The likeliest value of every switch. */
export const USUAL_SWITCHES: Switches = Object.fromEntries(
  Object.entries(SWITCH_VALUES).map(([name, values]) => [name, values[0]]),
) as Switches;

/** Where a suite's spreadsheet is: the documented things that differ from user to user. */
export type Place = { readonly timeZone: string; readonly locale: string };

/** West and east of Greenwich, with and without daylight saving time, decimal point and comma. */
export const PLACES: readonly Place[] = [
  { timeZone: "America/New_York", locale: "en_US" },
  { timeZone: "Asia/Kolkata", locale: "de_DE" },
  { timeZone: "Pacific/Auckland", locale: "en_US" },
  { timeZone: "America/New_York", locale: "de_DE" },
];

/** One combination to run a suite under, with a short name for its title. */
export type Conditions = {
  readonly title: string;
  readonly switches: Switches;
  readonly place: Place;
};

/**
 * Combinations in which every pair of values of any two switches, and of a switch and a place,
 * occurs at least once. The first is the usual one.
 */
export function everySwitch(): readonly Conditions[] {
  const axes: readonly (readonly unknown[])[] = [...Object.values(SWITCH_VALUES), PLACES];
  const names = [...Object.keys(SWITCH_VALUES), "place"];
  return pairwise(axes).map((choice, number) => {
    const place = PLACES[choice.at(-1) ?? 0] ?? { timeZone: "Etc/UTC", locale: "en_US" };
    const switches = Object.fromEntries(
      choice.slice(0, -1).map((value, axis) => [names[axis], axes[axis]?.[value]]),
    ) as Switches;
    const changed = Object.entries(switches)
      .filter(([name, value]) => value !== USUAL_SWITCHES[name as keyof Switches])
      .map(([name, value]) => `${name}: ${value}`);
    const where = `${place.timeZone} ${place.locale}`;
    return { title: [`#${number} ${where}`, ...changed].join(", "), switches, place };
  });
}
