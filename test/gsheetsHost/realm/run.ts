import { types } from "node:util";
import type { Host } from "../hostState.ts";
import { publishedTypings } from "../published/typings.ts";
import { Fault, ServiceException, ServiceObject } from "../service.ts";
import {
  callService,
  checkTime,
  EXECUTION,
  TOO_LONG,
  type Break,
  type Clock,
  type Execution,
} from "./execution.ts";
import type { AuthMode } from "./permissions.ts";
import { Realm } from "./realm.ts";

/** A function to run, with the host's values as its arguments. */
export type Call = {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly authMode: AuthMode;
  /** Milliseconds after which Apps Script ends it. */
  readonly limit: number;
};

/** What an execution came to. */
export type Finished = {
  /** What the function returned, service objects unwrapped; undefined where it threw. */
  readonly value: unknown;
  /** What the function threw, or why it was ended; undefined where it returned. */
  readonly error: { readonly name: string; readonly message: string } | undefined;
  /** How many service calls it made, and which. */
  readonly calls: number;
  readonly trace: readonly string[];
  readonly log: readonly string[];
  /** Milliseconds that the files took to load here, and that the execution took by its own clock. */
  readonly loadMilliseconds: number;
  readonly clockMilliseconds: number;
};

/**
 * Runs one function in a fresh realm: loads all files, calls it, and tells what came of it. Throws
 * where the script did what the emulator cannot answer for, even if the script caught it.
 */
export function run(
  host: Host,
  call: Call,
  { broken, clock }: { readonly broken: Break | undefined; readonly clock: Clock },
): Finished {
  if (host.book.switches.cache === "vanishes")
    for (const cache of Object.values(host.caches)) cache.clear();
  const execution: Execution = {
    host,
    authMode: call.authMode,
    limit: call.limit,
    clock,
    broken,
    started: host.now,
    realm: undefined,
    now: host.now,
    calls: 0,
    trace: [],
    faults: [],
    log: [],
    ended: undefined,
    atEnd: [],
  };
  const finished = inTimeZone(host.project.timeZone, () => perform(execution, call));
  if (execution.faults.length > 0) {
    throw new Fault([...new Set(execution.faults)].join("\n"));
  }
  return finished;
}

function perform(execution: Execution, call: Call): Finished {
  const { host } = execution;
  const realm = realmFor(execution);
  execution.realm = realm;
  let outcome: Pick<Finished, "value" | "error">;
  const before = performance.now();
  let loaded = before;
  try {
    const { scripts } = host.project;
    const ordered = host.book.switches.fileOrder === "pushed" ? scripts : [...scripts].reverse();
    for (const { script } of ordered) realm.load(script);
    loaded = performance.now();
    outcome = { value: callFunction(execution, realm, call), error: undefined };
  } catch (error) {
    outcome = { value: undefined, error: errorOf(error) };
  }
  checkTime(execution);
  if (execution.ended !== undefined) {
    const name = execution.ended === TOO_LONG ? "Exception" : "Killed";
    outcome = { value: undefined, error: { name, message: execution.ended } };
  }
  for (const undo of execution.atEnd) undo();
  host.now = execution.now;
  return {
    ...outcome,
    calls: execution.calls,
    trace: execution.trace,
    log: execution.log,
    loadMilliseconds: loaded - before,
    clockMilliseconds: execution.now - execution.started,
  };
}

function realmFor(execution: Execution): Realm {
  const { host, clock } = execution;
  return new Realm(
    {
      call: (call) => callService(execution, call),
      exception: (error) => {
        if (error instanceof ServiceException) return { name: "Exception", message: error.message };
        // What is not the script's doing must fail the run, whatever the script makes of it.
        const message = error instanceof Error ? error.message : String(error);
        execution.faults.push(
          error instanceof Fault
            ? message
            : `The emulator failed: ${(error as Error).stack ?? message}`,
        );
        return { name: "Exception", message };
      },
      global: (_, className) => {
        if (!publishedTypings().classes.has(className))
          throw new Fault(`${className} is not published.`);
        return new ServiceObject(className, EXECUTION);
      },
      fault: (message) => {
        execution.faults.push(message);
      },
      log: (level, values) => {
        execution.log.push(`${level}: ${values.map(String).join(" ")}`);
      },
    },
    {
      now: () => {
        execution.now += clock.look;
        return execution.now;
      },
      builtIns: host.book.switches.builtIns,
      intl: host.book.switches.intl,
    },
  );
}

function callFunction(execution: Execution, realm: Realm, { name, args }: Call): unknown {
  if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(name))
    throw new Error(`${name} is no name of a function.`);
  const called = realm.find(name);
  if (typeof called !== "function")
    throw new ServiceException(`Script function not found: ${name}`);
  const result = (called as (...args: unknown[]) => unknown)(
    ...args.map((value) => realm.adopt(value)),
  );
  if (types.isPromise(result))
    execution.faults.push(`${name} returns a promise: what becomes of it is not documented.`);
  return realm.release(result);
}

/** The name and message of whatever was thrown, an error of the realm's or not. */
function errorOf(error: unknown): { name: string; message: string } {
  if (error instanceof ServiceException) return { name: "Exception", message: error.message };
  if (types.isNativeError(error)) return { name: error.name, message: error.message };
  return { name: "thrown", message: String(error) };
}

/** Runs work with the process's local time zone set: it is what a script's local getters of dates follow. */
function inTimeZone<Result>(timeZone: string, work: () => Result): Result {
  const before = process.env["TZ"];
  process.env["TZ"] = timeZone;
  try {
    return work();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, "TZ");
    else process.env["TZ"] = before;
  }
}
