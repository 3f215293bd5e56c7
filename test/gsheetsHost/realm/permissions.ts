/** The rights with which an execution runs. */
export type AuthMode = "NONE" | "LIMITED" | "FULL" | "CUSTOM_FUNCTION";

const CURRENT_ONLY = "https://www.googleapis.com/auth/spreadsheets.currentonly";
const SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets";
const CONTAINER_UI = "https://www.googleapis.com/auth/script.container.ui";
const EXTERNAL = "https://www.googleapis.com/auth/script.external_request";

/**
 * The scopes of which a call needs one, as the reference of each method lists them; undefined for a
 * call that needs none.
 */
export function scopesFor(type: string, method: string): readonly string[] | undefined {
  const call = `${type}.${method}`;
  if (UI_CALLS.has(call)) return [CONTAINER_UI];
  if (WHOLE_DRIVE.test(call)) return [SPREADSHEETS];
  if (type.startsWith("URL_Fetch.")) return [EXTERNAL];
  if (call === "Base.User.getEmail") return ["https://www.googleapis.com/auth/userinfo.email"];
  if (/^Script\.ScriptApp\.(newTrigger|deleteTrigger|get\w*Triggers)$/.test(call)) {
    return ["https://www.googleapis.com/auth/script.scriptapp"];
  }
  if (SCOPELESS.test(call)) return undefined;
  if (type.startsWith("Spreadsheet.")) return [CURRENT_ONLY, SPREADSHEETS];
  return FREE_SERVICES.has(type.split(".")[0] ?? "") ? undefined : [`a scope of ${type}`];
}

const UI_CALLS = new Set(
  ["alert", "prompt", "showDialog", "showModalDialog", "showModelessDialog", "showSidebar"].map(
    (method) => `Base.Ui.${method}`,
  ),
);

const WHOLE_DRIVE =
  /^Spreadsheet\.(SpreadsheetApp\.(create|open|openById|openByUrl|enable\w+Execution)|Spreadsheet\.(show|addEditors?|addViewers?|removeEditor|removeViewer|copy))$/;

/** Builders and menus ask for nothing of the document. */
const SCOPELESS = /^Spreadsheet\.(SpreadsheetApp\.(new\w+|getUi|flush)|\w+Builder\.)/;

const FREE_SERVICES = new Set([
  "Base",
  "Cache",
  "Charts",
  "Content",
  "HTML",
  "Lock",
  "Properties",
  "Script",
  "Utilities",
  "XML_Service",
]);

/** Why a call is refused in an auth mode; undefined where it is allowed. */
export function refusedBy(authMode: AuthMode, type: string, method: string): string | undefined {
  if (authMode === "FULL" || type === "Base.Logger") return undefined;
  if (authMode === "CUSTOM_FUNCTION") return refusedInCell(type, method);
  if (authMode === "NONE")
    return allowedWithoutAuthorization(type, method) ? undefined : denied(type, method);
  const dialog = UI_CALLS.has(`${type}.${method}`) || type.startsWith("URL_Fetch.");
  return dialog ? denied(type, method) : undefined;
}

function denied(type: string, method: string): string {
  return `You do not have permission to call ${shortName(type)}.${method}`;
}

function shortName(type: string): string {
  return type.split(".").at(-1) ?? type;
}

/** In AuthMode.NONE a script may make its menu and no more. */
function allowedWithoutAuthorization(type: string, method: string): boolean {
  return (
    type === "Base.Menu" ||
    type.startsWith("Utilities.") ||
    (type === "Spreadsheet.SpreadsheetApp" && method === "getUi") ||
    (type === "Base.Ui" && /^create(Addon)?Menu$/.test(method)) ||
    (type === "Base.Session" && method === "getActiveUserLocale")
  );
}

const CELL_SERVICES = new Set([
  "Cache",
  "HTML",
  "JDBC",
  "Language",
  "Lock",
  "Maps",
  "Properties",
  "Spreadsheet",
  "URL_Fetch",
  "Utilities",
  "XML_Service",
]);

function refusedInCell(type: string, method: string): string | undefined {
  if (type === "Base.Session" && /Locale$|TimeZone$/.test(method)) return undefined;
  const allowed = CELL_SERVICES.has(type.split(".")[0] ?? "");
  const opensOther = /^(open|create|getUi)/.test(method) && type === "Spreadsheet.SpreadsheetApp";
  const reads = !type.startsWith("Spreadsheet.") || isReading(method);
  return allowed && reads && !opensOther
    ? undefined
    : `You do not have permission to call ${method}`;
}

/** True for methods of the spreadsheet that change nothing. */
export function isReading(method: string): boolean {
  return /^(get|is|can|has|find|offset|build|new|with|on[A-Z]|as[A-Z]|when|require|flush|createTextFinder|createDeveloperMetadataFinder)/.test(
    method,
  );
}
