import { types } from "node:util";
import type { Host } from "./hostState.ts";
import { LIMIT, start, type RunOptions } from "./host.ts";
import type { Finished } from "./realm/run.ts";

/** What a page's handlers get: the value for the success handler, or the message for the failure handler. */
export type PageAnswer =
  | { readonly kind: "success"; readonly value: unknown; readonly run: Finished }
  | {
      readonly kind: "failure";
      readonly name: string;
      readonly message: string;
      readonly run: Finished | undefined;
    };

/**
 * Calls a function of the script as `google.script.run` does. Dates, functions and objects that are
 * no plain records pass in neither direction, and undefined within an array becomes null.
 */
export function callFromPage(
  host: Host,
  name: string,
  args: readonly unknown[],
  options: RunOptions = {},
): PageAnswer {
  if (!host.project.functions.has(name) || name.endsWith("_")) {
    return failure("TypeError", `google.script.run.${name} is not a function`, undefined);
  }
  const sent = args.map((value) => transfer(value));
  const bad = sent.find((one) => "refused" in one);
  if (bad !== undefined && "refused" in bad) {
    return failure(
      "TypeError",
      `Failed due to illegal value in property: ${bad.refused}`,
      undefined,
    );
  }
  const values = sent.map((one) => ("value" in one ? one.value : null));
  const run = start(host, { name, args: values, authMode: "FULL", limit: LIMIT }, options);
  if (run.error !== undefined) return failure(run.error.name, run.error.message, run);
  if (run.value === undefined) {
    return {
      kind: "success",
      value: host.book.switches.nothingReturned === "null" ? null : undefined,
      run,
    };
  }
  const returned = transfer(run.value);
  if ("refused" in returned) {
    return failure(
      "TypeError",
      `The script completed but the returned value is not a supported return type: ${returned.refused}`,
      run,
    );
  }
  return { kind: "success", value: returned.value, run };
}

function failure(name: string, message: string, run: Finished | undefined): PageAnswer {
  return { kind: "failure", name, message, run };
}

type Transferred = { readonly value: unknown } | { readonly refused: string };

/** A value as it arrives on the other side, or what in it cannot pass. */
function transfer(value: unknown): Transferred {
  if (value === null || value === undefined) return { value: null };
  if (typeof value === "string" || typeof value === "boolean") return { value };
  if (typeof value === "number")
    return Number.isFinite(value) ? { value } : { refused: String(value) };
  if (typeof value !== "object") return { refused: typeof value };
  if (Array.isArray(value)) return gather(value.map((element) => transfer(element)));
  if (types.isDate(value)) return { refused: "Date" };
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    return { refused: "an object of a class" };
  return record(value as Readonly<Record<string, unknown>>);
}

function gather(parts: readonly Transferred[]): Transferred {
  const bad = parts.find((part) => "refused" in part);
  return bad ?? { value: parts.map((part) => ("value" in part ? part.value : null)) };
}

function record(value: Readonly<Record<string, unknown>>): Transferred {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const parts = fields.map(([name, field]) => [name, transfer(field)] as const);
  const bad = parts.find(([, part]) => "refused" in part);
  if (bad !== undefined) return bad[1];
  return {
    value: Object.fromEntries(
      parts.map(([name, part]) => [name, "value" in part ? part.value : null]),
    ),
  };
}
