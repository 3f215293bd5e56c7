import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { manifestFor } from "../../excel-addin/build/manifestFor.ts";
import { isRefusal } from "../../workbook/refusals.ts";
import { attributeOf, parseXml, type XmlElement } from "../../workbook/xml/element.ts";
import { builtExcel, TEST_URL } from "./builtExcel.ts";

const source = readFileSync(fileURLToPath(new URL("../../manifest.xml", import.meta.url)), "utf8");
const namespaced = manifestFor(source, { url: undefined, namespace: "TLH" });

/** The children that an element may have, in the order of Microsoft's schema for manifests. */
const ORDER: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions Dictionary VersionOverrides ExtendedOverrides",
  Requirements: "Sets Methods",
  Sets: "Set",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins",
  Hosts: "Host",
  Host: "Runtimes AllFormFactors DesktopFormFactor",
  Runtimes: "Runtime",
  AllFormFactors: "ExtensionPoint",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint",
  ExtensionPoint: "Script Page Metadata Namespace OfficeTab CustomTab",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  OfficeTab: "Group",
  Group: "Label Icon Control",
  Control: "Label Supertip Icon Action Enabled",
  Supertip: "Title Description",
  Icon: "Image",
  Action: "TaskpaneId SourceLocation Title FunctionName",
  Resources: "Images Urls ShortStrings LongStrings",
  Images: "Image",
  Urls: "Url",
  ShortStrings: "String",
  LongStrings: "String",
};

function rootOf(text: string): XmlElement {
  const root = parseXml(text, "manifest.xml");
  if (isRefusal(root)) throw new Error(root.refusal);
  return root;
}

/** The element and all below it. */
const allOf = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap(allOf),
];

const named = (root: XmlElement, local: string): readonly XmlElement[] =>
  allOf(root).filter((element) => element.local === local);

const only = (root: XmlElement, local: string): XmlElement => {
  const [found, ...more] = named(root, local);
  if (found === undefined || more.length > 0) throw new Error(`not one ${local}`);
  return found;
};

/** What is wrong with the order of children, anywhere. */
const misplaced = (root: XmlElement): readonly string[] =>
  allOf(root).flatMap(({ local, children }) => {
    const order = (ORDER[local] ?? "").split(" ");
    let last = 0;
    return children.flatMap((child) => {
      const place = order.indexOf(child.local);
      const isRight = place >= last;
      last = Math.max(last, place);
      return isRight ? [] : [`${child.local} in ${local}`];
    });
  });

describe.each([
  ["as it is", source],
  ["with a namespace", namespaced],
])("the manifest %s", (_, text) => {
  const root = rootOf(text);

  test("has every element where Microsoft's schema has it", () => {
    expect(misplaced(root)).toEqual([]);
    const swapped = text.replace(/(<IconUrl .*\/>)(\s*)(<HighRes.*\/>)/, "$3$2$1");
    expect(misplaced(rootOf(swapped))).toEqual(["IconUrl in OfficeApp"]);
  });

  test("defines every resource that it names, and names every one that it defines", () => {
    const used = allOf(root).flatMap((element) => attributeOf(element, "resid") ?? []);
    const defined = only(root, "Resources")
      .children.flatMap(({ children }) => children)
      .map((element) => attributeOf(element, "id") ?? "");
    expect(new Set(used)).toEqual(new Set(defined));
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined.filter((id) => id.length > 32 || id === "")).toEqual([]);
  });

  test("names each resource where its kind belongs, within the kind's length", () => {
    const kindOf = new Map<string, string>();
    for (const { local, children } of only(root, "Resources").children) {
      for (const element of children) kindOf.set(attributeOf(element, "id") ?? "", local);
    }
    const wanted: Readonly<Record<string, string>> = {
      ...{ Image: "Images", SourceLocation: "Urls", Runtime: "Urls", FunctionFile: "Urls" },
      ...{ Label: "ShortStrings", Title: "ShortStrings", Description: "LongStrings" },
      Namespace: "ShortStrings",
    };
    for (const element of allOf(root)) {
      const id = attributeOf(element, "resid");
      if (id !== undefined) expect([id, kindOf.get(id)]).toEqual([id, wanted[element.local]]);
    }
    const longest: Readonly<Record<string, number>> = {
      ...{ ShortStrings: 125, LongStrings: 250, Urls: 2048, Images: 2048 },
    };
    for (const { local, children } of only(root, "Resources").children) {
      const lengths = children.map((element) => attributeOf(element, "DefaultValue")?.length ?? 0);
      expect(Math.min(...lengths)).toBeGreaterThan(0);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(longest[local]!);
    }
  });

  test("has icons of every size that the ribbon needs", () => {
    for (const icon of named(root, "Icon")) {
      const sizes = icon.children.map((image) => attributeOf(image, "size"));
      expect(sizes).toEqual(["16", "32", "64", "80"]);
      for (const image of icon.children) {
        expect(attributeOf(image, "resid")).toMatch(
          new RegExp(`\\.${attributeOf(image, "size") ?? ""}$`),
        );
      }
    }
  });

  test("runs pane, functions and commands in one runtime", () => {
    const runtime = only(root, "Runtime");
    expect(attributeOf(runtime, "lifetime")).toBe("long");
    const page = attributeOf(runtime, "resid");
    expect(attributeOf(only(root, "FunctionFile"), "resid")).toBe(page);
    expect(attributeOf(only(root, "Page").children[0]!, "resid")).toBe(page);
  });
});

describe("the manifest", () => {
  const root = rootOf(source);

  test("has an id, a version and the type of a task pane", () => {
    expect(attributeOf(root, "xsi:type")).toBe("TaskPaneApp");
    expect(only(root, "Id").text).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(only(root, "Version").text).toMatch(/^[1-9]\d{0,4}(\.\d{1,5}){3}$/);
    expect(attributeOf(only(root, "VersionOverrides"), "xsi:type")).toBe("VersionOverridesV1_0");
  });

  test("asks to read and write the document, and for nothing more", () => {
    expect(only(root, "Permissions").text).toBe("ReadWriteDocument");
    for (const more of ["AppDomains", "WebApplicationInfo", "Scopes", "EquivalentAddins"]) {
      expect(named(root, more)).toEqual([]);
    }
  });

  test("needs a shared runtime and ExcelApi 1.12; the rest is checked where it is used", () => {
    const sets = named(root, "Set").map((set) => [
      attributeOf(set, "Name"),
      attributeOf(set, "MinVersion"),
    ]);
    expect(sets).toEqual([
      ["SharedRuntime", "1.1"],
      ["ExcelApi", "1.12"],
    ]);
  });

  test("has bare function names: neither a namespace nor an empty string for one", () => {
    expect(named(root, "Namespace")).toEqual([]);
    expect(source).not.toMatch(/DefaultValue=""/);
  });

  test("has three buttons, each of its own id", () => {
    expect(named(root, "FunctionName").map(({ text }) => text)).toEqual([
      ...["generateTabs", "openPane", "insertSample"],
    ]);
    const ids = ["OfficeTab", "Group", "Control"].flatMap((local) =>
      named(root, local).map((element) => attributeOf(element, "id")),
    );
    expect(ids).toEqual([
      "TabHome",
      "TLH.Group",
      "TLH.Generate",
      "TLH.OpenPane",
      "TLH.InsertSample",
    ]);
  });

  test("is short enough where a length is set", () => {
    expect(attributeOf(only(root, "DisplayName"), "DefaultValue")!.length).toBeLessThanOrEqual(125);
    const [description] = named(root, "Description");
    expect(attributeOf(description!, "DefaultValue")!.length).toBeLessThanOrEqual(250);
    expect(only(root, "ProviderName").text.length).toBeLessThanOrEqual(125);
  });
});

describe("the built add-in", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await builtExcel();
  });

  test("has every file that its manifest names", () => {
    const manifest = rootOf(readFileSync(`${folder}/manifest.xml`, "utf8"));
    const urls = allOf(manifest)
      .flatMap((element) => attributeOf(element, "DefaultValue") ?? [])
      .filter((value) => value.includes("://"));
    expect(urls.length).toBeGreaterThan(20);
    for (const url of urls) {
      expect(url.startsWith(`${TEST_URL}/`)).toBe(true);
      expect([url, existsSync(folder + url.slice(TEST_URL.length))]).toEqual([url, true]);
    }
  });

  test("has icons of the sizes that it says", () => {
    const manifest = rootOf(readFileSync(`${folder}/manifest.xml`, "utf8"));
    for (const image of only(manifest, "Images").children) {
      const url = attributeOf(image, "DefaultValue") ?? "";
      const png = readFileSync(folder + url.slice(TEST_URL.length));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      const size = Number(/\.(\d+)$/.exec(attributeOf(image, "id") ?? "")?.[1]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});
