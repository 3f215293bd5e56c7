import { expect, test } from "vitest";
import { functionRegistry } from "../../../core/functions/registry.ts";
import { registerFunctions } from "../../../excel-addin/functions/registerFunctions.ts";
import { recordingHost } from "./recordingHost.ts";

test("every function of the registry is registered under its own name", () => {
  const { host, registered } = recordingHost();
  registerFunctions(host);
  expect([...registered.keys()]).toEqual(functionRegistry.map(({ id }) => id));
  const term = registered.get("TLH_TERM") as (...values: unknown[]) => unknown;
  expect(term("2025-01-01", "2026-01-01")).toBe("Short");
});
