/** What the button writes, by name, in this order. */
export const USUAL_TAB_NAMES: readonly string[] = [
  "Summary by FIFO",
  "Summary by LIFO",
  "FIFO Ordering of Sells",
  "LIFO Ordering of Sells",
];

/**
 * Every tab that can be asked for, by name. A page that only offers them needs none of what makes
 * them; tabKinds.ts does that.
 */
export const ALL_TAB_NAMES: readonly string[] = [
  ...USUAL_TAB_NAMES,
  "Summary by HIFO",
  "HIFO Ordering of Sells",
  "Wash Sales",
  "Form 8949",
  "Schedule D and Carryover",
  "Calendar",
  "Problems",
  "Proof",
  "1099 Check",
];
