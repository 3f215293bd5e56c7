import { HostError, type HostObject } from "./hostObject.ts";
import { interpreter, type PlannedStop } from "./interpreter.ts";
import type { Workbook } from "./model/workbook.ts";
import { EventRegistry, type OfficeEvent } from "./events.ts";
import { WorkbookObject } from "./objects/workbookObject.ts";
import { AppRuntime } from "./objects/appRuntime.ts";
import { AddinInternalService, FunctionResults } from "./objects/functionResults.ts";
import { OFFICE_ERRORS, WEB_PAYLOAD_LIMIT, type WireRequest } from "./wire.ts";

/** What a request was: its size, what it did, and what came of it. */
export type RecordedRequest = {
  readonly requestBytes: number;
  responseBytes: number;
  /** The steps, such as `set Range.values`, without instantiations and traces. */
  readonly actions: readonly string[];
  /** The error code, where it failed. */
  error: string | undefined;
};

/** A failure that a test wants. */
export type Fault =
  /** The step of that number (0 for the first) fails; those before it are done. */
  | {
      readonly kind: "error";
      readonly code: string;
      readonly message?: string;
      readonly action?: number;
    }
  /** Nothing of the request is done; Office answers with a code of its own, such as 5004. */
  | { readonly kind: "refused"; readonly officeError: number }
  /** Nothing is done, and no answer comes as from a lost connection. */
  | { readonly kind: "lost request" }
  /** Everything is done, and the answer is lost. */
  | { readonly kind: "lost answer" };

/** How a host behaves. */
export type HostOptions = {
  /** Refuse requests and answers above 5 MB, as on the web. */
  readonly payloadLimit?: boolean;
};

/** The program's side: answers messages of the client against the workbook. */
export type OfficeHost = {
  readonly workbook: Workbook;
  readonly requests: readonly RecordedRequest[];
  /** Makes a later request fail, counted from 1 for the next one. */
  readonly failRequest: (number: number, fault: Fault) => void;
  /** Makes every request fail for which the test says so; undefined lets it pass. */
  readonly failWhen: (rule: ((request: WireRequest) => Fault | undefined) | undefined) => void;
  readonly forgetRequests: () => void;
  /** Changes cells as a user at the keyboard does, and tells the add-in that asked to know. */
  readonly userEdit: (
    sheet: string,
    address: string,
    values: readonly (readonly (string | number | boolean | null)[])[],
  ) => void;
  /** Where events for the client go. */
  readonly onEvent: (send: (entries: readonly OfficeEvent[]) => void) => void;
  /** Answers a message of office.js, `[customData, method, path, headers, body, …]`. */
  readonly answerOffice: (message: readonly unknown[]) => OfficeAnswer;
  /** Results of worksheet functions that the add-in sends back. */
  readonly functionResults: FunctionResults;
};

/** An answer in the form in which office.js takes it. */
export type OfficeAnswer =
  | {
      readonly status: "succeeded";
      readonly value: { readonly data: readonly [number, readonly string[], string] };
    }
  | {
      readonly status: "failed";
      readonly error: { readonly code: number; readonly message: string };
    };

/** Opens a workbook in a host; the client's transport is not its business. */
export function officeHost(workbook: Workbook, options: HostOptions = {}): OfficeHost {
  const functionResults = new FunctionResults();
  const registry = new EventRegistry(workbook);
  const batches = interpreter({
    workbook: new WorkbookObject(workbook),
    services: new Map<string, HostObject>([
      ["Microsoft.ExcelServices.CustomFunctions", functionResults],
      ["Microsoft.InternalService.AddinInternalService", new AddinInternalService()],
      ["Microsoft.AppRuntime.AppRuntimeService", new AppRuntime()],
    ]),
  });
  const requests: RecordedRequest[] = [];
  const faults = new Map<number, Fault>();
  let count = 0;
  let rule: ((request: WireRequest) => Fault | undefined) | undefined;
  const limit = options.payloadLimit === true ? WEB_PAYLOAD_LIMIT : Infinity;

  function answerOffice(message: readonly unknown[]): OfficeAnswer {
    const text = message[4] as string;
    const request = JSON.parse(text) as WireRequest;
    const record: RecordedRequest = {
      requestBytes: Buffer.byteLength(text),
      responseBytes: 0,
      actions: stepsOf(request),
      error: undefined,
    };
    requests.push(record);
    count++;
    const fault = faults.get(count) ?? rule?.(request);
    const refusal = refusalOf(workbook, { fault, isTooLarge: record.requestBytes > limit });
    if (refusal !== undefined) return failed(record, refusal);
    registry.note(request);
    const answer = batches.answer(request, stopOf(fault));
    const body = JSON.stringify(answer);
    record.responseBytes = Buffer.byteLength(body);
    record.error = answer.Error?.Code;
    if (fault?.kind === "lost answer") return failed(record, OFFICE_ERRORS.internal);
    if (record.responseBytes > limit) return failed(record, OFFICE_ERRORS.responseTooLarge);
    return { status: "succeeded", value: { data: [200, [], body] } };
  }

  return {
    workbook,
    requests,
    failRequest: (number, fault) => {
      faults.set(count + number, fault);
    },
    failWhen: (asked) => {
      rule = asked;
    },
    forgetRequests: () => {
      requests.length = 0;
    },
    userEdit: (sheet, address, values) => {
      registry.userEdit(sheet, address, values);
    },
    onEvent: (send) => {
      registry.sendTo(send);
    },
    answerOffice,
    functionResults,
  };
}

function failed(record: RecordedRequest, code: number): OfficeAnswer {
  record.error = String(code);
  return { status: "failed", error: { code, message: "An internal error has occurred." } };
}

/** The Office error with which a request is refused before anything is done. */
function refusalOf(
  workbook: Workbook,
  { fault, isTooLarge }: { readonly fault: Fault | undefined; readonly isTooLarge: boolean },
): number | undefined {
  if (workbook.isCellEditing) return OFFICE_ERRORS.cellEditing;
  if (fault?.kind === "refused") return fault.officeError;
  if (fault?.kind === "lost request") return OFFICE_ERRORS.internal;
  return isTooLarge ? OFFICE_ERRORS.requestTooLarge : undefined;
}

function stopOf(fault: Fault | undefined): PlannedStop | undefined {
  if (fault?.kind !== "error") return undefined;
  const message = fault.message ?? "There was an internal error while processing the request.";
  return { action: fault.action ?? 0, error: new HostError(fault.code, message) };
}

const VERBS: Readonly<Record<number, string>> = { 2: "load", 3: "call", 4: "set", 9: "update" };

function stepsOf({ Actions, ObjectPaths }: WireRequest): readonly string[] {
  return Actions.flatMap(({ ActionType, Name, ObjectPathId }) => {
    const verb = VERBS[ActionType];
    if (verb === undefined || Name.startsWith("_")) return [];
    const owner = ObjectPaths[String(ObjectPathId)]?.Name ?? "";
    return [`${verb} ${[owner, Name].filter((part) => part !== "").join(".")}`];
  });
}
