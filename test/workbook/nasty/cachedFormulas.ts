import {
  elements,
  packageParts,
  partText,
  relationsOf,
  unescaped,
} from "../../support/packageParts.ts";

/** A formula cell as the file holds it; `value` is undefined where it holds none. */
export type CachedFormula = {
  readonly sheet: string;
  readonly cell: string;
  /** Empty for the followers of a shared formula. */
  readonly formula: string;
  readonly type: "n" | "str" | "b" | "e";
  readonly value: string | undefined;
};

/** Sheets of a workbook by their names, in their order, with the parts that hold them. */
export function sheetsOf(file: Uint8Array) {
  const parts = packageParts(file);
  const relations = relationsOf(parts, "xl/workbook.xml");
  return elements(partText(parts, "xl/workbook.xml"), "sheet").map((attributes) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];
    const part = relations.find((relation) => relation.id === id)?.target;
    if (part === undefined) throw new Error(`no part for the sheet ${attributes["name"] ?? ""}`);
    return { name: attributes["name"] ?? "", state: attributes["state"], part };
  });
}

/** Every formula of a workbook with the value that the file says it has. */
export function cachedFormulas(file: Uint8Array): readonly CachedFormula[] {
  const parts = packageParts(file);
  return sheetsOf(file).flatMap(({ name, part }) =>
    [...partText(parts, part).matchAll(CELL)].flatMap(([, attributes = "", content = ""]) => {
      const formula = FORMULA.exec(content);
      if (formula === null) return [];
      const value = VALUE.exec(content)?.[1];
      return {
        sheet: name,
        cell: / r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "",
        formula: unescaped(formula[1] ?? ""),
        type: (/ t="(\w+)"/.exec(attributes)?.[1] ?? "n") as CachedFormula["type"],
        value: value === undefined || value === "" ? undefined : unescaped(value),
      };
    }),
  );
}

const CELL = /<(?:\w+:)?c((?: [^>]*?)?)(?<!\/)>([\s\S]*?)<\/(?:\w+:)?c>/g;
const FORMULA = /<(?:\w+:)?f(?: [^>]*?)?(?:\/>|>([^<]*)<)/;
const VALUE = /<(?:\w+:)?v>([^<]*)</;
