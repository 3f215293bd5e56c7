/** What Excel's errors mean for the person at the keyboard, by their codes. */
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    "A cell is being edited, so that Excel accepts nothing: press Enter or Esc in the sheet, then try again.",
  AccessDenied:
    "Excel does not let the add-in change this workbook: it may be protected or open for reading only.",
  ItemAlreadyExists: "A sheet of that name has just been added: try again.",
  ItemNotFound: "A sheet has just been removed or renamed: try again.",
  RequestPayloadSizeLimitExceeded: "A request was larger than Excel on the web takes (5 MB).",
  ResponsePayloadSizeLimitExceeded: "An answer was larger than Excel on the web gives (5 MB).",
  ActivityLimitReached: "Excel is busy with too many requests: wait a moment, then try again.",
};

/**
 * An error of Excel, or of ours, as one sentence. `meaning` says what it means for the workbook,
 * such as "Nothing was changed."
 */
export function sentenceOf(error: unknown, meaning: string): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const known = typeof code === "string" ? SENTENCES[code] : undefined;
  const found = typeof message === "string" && message !== "" ? message : String(error);
  return `${known ?? `Excel reports: ${found}`} ${meaning}`;
}
