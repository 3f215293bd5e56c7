/** What an error says of itself. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error && error.message !== "" ? error.message : String(error);
