import type { Host } from "../hostState.ts";
import { argumentKinds, matchingSignature } from "../published/matches.ts";
import { publishedMethod } from "../published/typings.ts";
import { Fault, implementations, ServiceException, ServiceObject } from "../service.ts";
import { refusedBy, scopesFor, type AuthMode } from "./permissions.ts";
import type { Realm, ServiceCall } from "./realm.ts";

/** What to break in an execution: the k-th service call, from 1, fails once, or the execution ends there. */
export type Break = { readonly call: number; readonly kind: "exception" | "killed" };

/** How an execution's clock runs; it never follows the real one. */
export type Clock = {
  /** Milliseconds that each service call takes. */
  readonly call: number;
  /** Milliseconds that pass between two looks at the clock. */
  readonly look: number;
};

/** One run of a function of the script, from its fresh realm to its end. */
export type Execution = {
  readonly host: Host;
  readonly authMode: AuthMode;
  readonly limit: number;
  readonly clock: Clock;
  readonly broken: Break | undefined;
  readonly started: number;
  realm: Realm | undefined;
  now: number;
  calls: number;
  /** The calls in order, as `Spreadsheet.Range.setValues`. */
  readonly trace: string[];
  readonly faults: string[];
  readonly log: string[];
  /** Why the execution is over; whatever it calls from then on fails. */
  ended: string | undefined;
  /** What else to undo when the execution ends, such as its locks. */
  readonly atEnd: (() => void)[];
};

/** The words with which an execution that takes too long ends. */
export const TOO_LONG = "Exceeded maximum execution time";

/** Runs a service call for a script: counts it, checks it against the typings, scopes and auth mode, and does it. */
export function callService(execution: Execution, call: ServiceCall): unknown {
  const { type } = call.receiver;
  checkEnded(execution);
  execution.calls += 1;
  execution.trace.push(`${type}.${call.method}`);
  execution.now += execution.clock.call;
  checkTime(execution);
  const fails = execution.broken?.call === execution.calls;
  if (fails && execution.broken.kind === "killed") execution.ended = "The execution was ended.";
  checkEnded(execution);
  if (fails && execution.host.book.switches.failedCall === "before its effect") throw failure();
  const result = perform(execution, call);
  if (fails) throw failure();
  return result;
}

/** Ends an execution that is past its limit. */
export function checkTime(execution: Execution): void {
  if (execution.now - execution.started > execution.limit) execution.ended ??= TOO_LONG;
}

function checkEnded(execution: Execution): void {
  if (execution.ended !== undefined) throw new ServiceException(execution.ended);
}

function failure(): ServiceException {
  return new ServiceException("Service Spreadsheets failed while accessing document.");
}

function perform(execution: Execution, { receiver, method, args }: ServiceCall): unknown {
  const { type } = receiver;
  const signature = matchingSignature(publishedMethod(type, method), args);
  if (signature === undefined) {
    const message = `The parameters (${argumentKinds(args)}) don't match the method signature for ${type}.${method}.`;
    execution.faults.push(message);
    throw new ServiceException(message);
  }
  checkRights(execution, type, method);
  const written = writtenMethod(type, method);
  if (written === undefined) throw new Fault(`${type}.${method} is published but not emulated.`);
  const state = receiver.state === EXECUTION ? execution : receiver.state;
  const result = written(state, ...args.map(stateOf));
  const { returns } = signature;
  if (result === undefined && returns.kind === "named" && isSelf(type, returns.name))
    return receiver;
  return result;
}

/** Stands for the execution itself as the state of a service's global object. */
export const EXECUTION = Symbol("execution");

function isSelf(type: string, returned: string): boolean {
  return type === returned || (type.endsWith("Builder") && returned.endsWith("Builder"));
}

function checkRights(execution: Execution, type: string, method: string): void {
  const refused = refusedBy(execution.authMode, type, method);
  if (refused !== undefined) throw new ServiceException(refused);
  const needed = scopesFor(type, method);
  const granted = execution.host.project.scopes;
  if (needed === undefined || needed.some((scope) => granted.includes(scope))) return;
  const message = `Specified permissions are not sufficient to call ${type}.${method}. Required permissions: ${needed.join(" || ")}`;
  execution.faults.push(message);
  throw new ServiceException(message);
}

function writtenMethod(
  type: string,
  method: string,
): ((state: unknown, ...args: unknown[]) => unknown) | undefined {
  const methods = implementations.get(type) as
    Record<string, (...args: unknown[]) => unknown> | undefined;
  return methods?.[method];
}

/** Service objects become their states, all the way down; a template keeps its fields. */
function stateOf(value: unknown): unknown {
  if (value instanceof ServiceObject) return value.state;
  if (Array.isArray(value)) return value.map(stateOf);
  if (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, stateOf(field)]));
  }
  return value;
}
