/** A value as it travels: JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How the client names an object: by where it comes from. */
export type WirePath = {
  readonly Id: number;
  /** 1 workbook, 2 service, 3 method's result, 4 property, 5 item, 6 kept reference, 7 null object. */
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
};

/** Arguments of a call; a nonzero path id says that the argument is that object. */
export type WireArguments = {
  readonly Arguments?: readonly Json[] | null;
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
};

/** What the client asks to be read: names in camel case, parts of a path divided by `/`. */
export type WireQuery = {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
};

/** One step of a batch. */
export type WireAction = {
  readonly Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace, 9 update. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
  readonly ObjectState?: Readonly<Record<string, Json>>;
};

/** A batch of steps, and the objects that they name. */
export type WireRequest = {
  readonly AutoKeepReference: boolean;
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
};

/** What went wrong, and at which step. */
export type WireError = {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string | null;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
};

/** The answers to the steps up to the first that failed. */
export type WireResponse = {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: readonly number[];
  readonly Error?: WireError;
};

/** Office's own error codes, which stand for a whole request. */
export const OFFICE_ERRORS = {
  internal: 5001,
  cellEditing: 5004,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noCapability: 7000,
} as const;

/** What a request may weigh, and its answer, in Excel on the web. */
export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;
