import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DEVELOPMENT_URL, manifestFor } from "../../../excel-addin/build/manifestFor.ts";

const source = readFileSync(
  fileURLToPath(new URL("../../../manifest.xml", import.meta.url)),
  "utf8",
);
const bare = { url: undefined, namespace: undefined };

test("without an address the manifest is the repository's own, for the developer's machine", () => {
  expect(manifestFor(source, bare)).toBe(source);
  expect(manifestFor(source, { url: "https://localhost:3000", namespace: "" })).toBe(source);
});

describe("the address takes the place of the developer's everywhere", () => {
  const places = source.split(`${DEVELOPMENT_URL}/`).length - 1;

  test.each([
    ["https://example.com", "https://example.com/"],
    ["https://Example.com/", "https://example.com/"],
    ["https://me.github.io/harvest/v1//", "https://me.github.io/harvest/v1/"],
    ["https://example.com:8443/a b", "https://example.com:8443/a%20b/"],
    ["https://localhost:3443", "https://localhost:3443/"],
  ])("%s", (url, prefix) => {
    const manifest = manifestFor(source, { ...bare, url });
    expect(places).toBeGreaterThan(20);
    expect(manifest.split(`DefaultValue="${prefix}`).length - 1).toBe(places);
    expect(manifest).not.toContain(DEVELOPMENT_URL);
  });

  test.each([
    "http://example.com",
    "example.com",
    "",
    "https://x.com/?a=1",
    "https://x.com/#a",
    'https://x.com/"',
  ])("%s is refused", (url) => {
    expect(() => manifestFor(source, { ...bare, url })).toThrow(/cannot be served from/);
  });
});

describe("the namespace", () => {
  test("comes as an element and its string, both or none", () => {
    const manifest = manifestFor(source, { ...bare, namespace: "TLH" });
    expect(manifest).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Namespace"\/>\s*<\/Ext/);
    expect(manifest).toMatch(
      /<bt:ShortStrings>\s*<bt:String id="Functions.Namespace" DefaultValue="TLH"\/>/,
    );
    expect(source).not.toMatch(/<Namespace|Functions\.Namespace/);
  });

  test.each(["1TLH", "TLH-X", "T H", 'T"', "T".repeat(33)])("%s is refused", (namespace) => {
    expect(() => manifestFor(source, { ...bare, namespace })).toThrow(/is no namespace/);
  });
});
