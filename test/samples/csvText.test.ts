import { expect, test } from "vitest";
import { csvText } from "../../samples/csvText.ts";

test("cells with commas, quotes or line ends are quoted, others not", () => {
  expect(
    csvText([
      ["a", 'say "b"', "c,d"],
      ["e\nf", "", "=1+1"],
    ]),
  ).toBe('a,"say ""b""","c,d"\n"e\nf",,=1+1\n');
});
