import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import type { FunctionsHost } from "./functionsHost.ts";

/** Excel's runtime for custom functions, with what Office tells of the program that it runs in. */
export const customFunctionsHost: FunctionsHost = {
  // Excel tells no time zone of its workbooks: without a setting it is UTC.
  zones: { offsets: intlZoneOffsets, workbookZone: undefined },
  associate: (id, run) => {
    CustomFunctions.associate(id, run);
  },
  // Looked up here and not before: it is not there until Excel's own script has been loaded.
  error: (kind, sentence) =>
    new CustomFunctions.Error(CustomFunctions.ErrorCode[kind], sentence) as unknown as Error,
  hasDataTypes: () =>
    office()?.context?.requirements?.isSetSupported("CustomFunctionsRuntime", "1.4") ?? false,
  mostCharacters: () => (office()?.context?.platform === "OfficeOnline" ? WEB_LIMIT : undefined),
  report: (error) => {
    console.error(error);
  },
};

/** Excel on the web takes 5 MB from a function; some characters take more than a byte. */
const WEB_LIMIT = 4_000_000;

type PartOfOffice = {
  readonly context?: {
    readonly platform?: unknown;
    readonly requirements?: { readonly isSetSupported: (name: string, version: string) => boolean };
  };
};

/** Office is not there in a page outside of it, and its parts come one by one. */
const office = (): PartOfOffice | undefined =>
  (globalThis as unknown as { readonly Office?: PartOfOffice }).Office;
