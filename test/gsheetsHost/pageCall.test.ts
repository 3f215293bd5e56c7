import { expect, test } from "vitest";
import { createSpreadsheet } from "./createSpreadsheet.ts";
import { createHost } from "./host.ts";
import { callFromPage } from "./pageCall.ts";
import { projectOf } from "./sample/files.ts";
import type { Switches } from "./switches.ts";

const SOURCE = `
function echo(value) { return value; }
function kind(value) { return Object.prototype.toString.call(value); }
function odd(name) {
  return { map: new Map(), date: new Date(), nan: NaN, fn: function () {}, own: new (function Own() { this.a = 1; })() }[name];
}
function nothing() {}
function fails() { throw new Error("No ledger."); }
function hidden_() {}
`;

function call(
  name: string,
  args: readonly unknown[] = [],
  switches: Partial<Switches> = {},
): unknown {
  const spreadsheet = createSpreadsheet({
    timeZone: "Etc/UTC",
    locale: "en_US",
    sheets: { A: [] },
    switches,
  });
  const answer = callFromPage(createHost({ spreadsheet, files: projectOf(SOURCE) }), name, args);
  return answer.kind === "success" ? { value: answer.value } : `${answer.name}: ${answer.message}`;
}

test("plain values pass both ways; undefined becomes null in a list and vanishes from a record", () => {
  expect(call("echo", [{ a: [1, "x", true, null, undefined], b: undefined, c: { d: 0 } }])).toEqual(
    {
      value: { a: [1, "x", true, null, null], c: { d: 0 } },
    },
  );
  expect(call("kind", [[1]])).toEqual({ value: "[object Array]" });
});

test.each([
  ["a date", new Date(0), "Date"],
  ["a function", () => 1, "function"],
  ["a date in a record", { a: [new Date(0)] }, "Date"],
  ["a map", new Map(), "an object of a class"],
  ["not a number", NaN, "NaN"],
])("%s does not pass to the script", (_, value, named) => {
  expect(call("echo", [value])).toBe(
    `TypeError: Failed due to illegal value in property: ${named}`,
  );
});

test.each(["map", "date", "nan", "fn", "own"])(
  "the script cannot return what odd('%s') is",
  (name) => {
    expect(call("odd", [name])).toContain("not a supported return type");
  },
);

test("nothing returned is null or undefined by the switch", () => {
  expect(call("nothing", [], { nothingReturned: "null" })).toEqual({ value: null });
  expect(call("nothing", [], { nothingReturned: "undefined" })).toEqual({ value: undefined });
});

test("an exception reaches the page with its message", () => {
  expect(call("fails")).toBe("Error: No ledger.");
});

test("a private function, and one that is not declared, are none of the page's", () => {
  expect(call("hidden_")).toBe("TypeError: google.script.run.hidden_ is not a function");
  expect(call("missing")).toBe("TypeError: google.script.run.missing is not a function");
});
