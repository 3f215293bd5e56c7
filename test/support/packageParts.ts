import { inflateSync, strFromU8 } from "fflate";

/** An entry of a zip file: its bytes as they lie there, and what they hold. */
export type PackagePart = {
  readonly method: number;
  /** Stored or deflated bytes, as in the file. */
  readonly raw: Uint8Array;
  readonly bytes: Uint8Array;
};

/** Parts of a package by name, in the order of the zip file's directory; folders are left out. */
export type PackageParts = ReadonlyMap<string, PackagePart>;

export type Relation = {
  readonly id: string;
  readonly type: string;
  /** Name of a part, or an address outside the package. */
  readonly target: string;
  readonly outside: boolean;
};

const END_OF_DIRECTORY = 0x06054b50;

/** Reads a zip file by its central directory; independent of the product's own reader. */
export function packageParts(file: Uint8Array): PackageParts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error("not a zip file");
  const parts = new Map<string, PackagePart>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const name = strFromU8(file.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const raw = file.subarray(start, start + view.getUint32(at + 20, true));
    const method = view.getUint16(at + 10, true);
    if (parts.has(name)) throw new Error(`two parts are called ${name}`);
    if (!name.endsWith("/")) {
      parts.set(name, { method, raw, bytes: method === 0 ? raw : inflateSync(raw) });
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

/** Text of a part, without a byte order mark; an error when there is no such part. */
export function partText(parts: PackageParts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`no part is called ${name}`);
  return strFromU8(part.bytes).replace(/^\uFEFF/, "");
}

/** Names of parts that were added, are gone, or hold other bytes; each list sorted. */
export function differingParts(before: PackageParts, after: PackageParts) {
  const names = (wanted: Iterable<string>) =>
    [...wanted].sort((one, other) => (one < other ? -1 : 1));
  return {
    added: names([...after.keys()].filter((name) => !before.has(name))),
    gone: names([...before.keys()].filter((name) => !after.has(name))),
    changed: names(
      [...before.keys()].filter((name) => {
        const now = after.get(name);
        return now !== undefined && !sameBytes(before.get(name)!.bytes, now.bytes);
      }),
    ),
  };
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(one, other) === 0;

/**
 * True when the later text is the earlier one with whole tags and text put in: nothing is changed,
 * moved or gone. Only `count` attributes may say another number, and an empty tag may open.
 */
export function isInsertionOnly(before: string, after: string): boolean {
  const kept = tokens(before);
  let at = 0;
  for (const token of tokens(after)) if (token === kept[at]) at += 1;
  return at === kept.length;
}

/** What is wrong with a part's tags or entities; undefined when it is well formed. */
export function illFormed(text: string): string | undefined {
  const open: string[] = [];
  for (const token of tokens(text)) {
    const [, end, name] = /^<(\/?)([\w:.-]+)/.exec(token) ?? [];
    if (name === undefined) {
      if (/<|&(?!#\d+;|#x[\da-fA-F]+;|amp;|lt;|gt;|quot;|apos;)/.test(token)) return token;
    } else if (end !== "/") {
      const attributes = token.slice(name.length + 1, -1);
      const left = attributes.replace(/\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')/g, "");
      if (left.trim() !== "") return token;
      open.push(name);
    } else if (open.pop() !== name) return token;
  }
  return open.length === 0 ? undefined : `${open.join(", ")} left open`;
}

/** Relationships of a part by the name of the part that owns them; "" is the package. */
export function relationsOf(parts: PackageParts, owner: string): readonly Relation[] {
  const slash = owner.lastIndexOf("/") + 1;
  const name = `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`;
  if (!parts.has(name)) return [];
  return elements(partText(parts, name), "Relationship").map((attributes) => {
    const outside = attributes["TargetMode"] === "External";
    const target = attributes["Target"] ?? "";
    return {
      id: attributes["Id"] ?? "",
      type: attributes["Type"] ?? "",
      target: outside ? target : resolved(owner, target),
      outside,
    };
  });
}

/** Content type of a part; undefined when the package gives it none. */
export function contentTypeOf(parts: PackageParts, name: string): string | undefined {
  const text = partText(parts, "[Content_Types].xml");
  const override = elements(text, "Override").find(
    ({ PartName }) => PartName?.toLowerCase() === `/${name}`.toLowerCase(),
  );
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const byExtension = elements(text, "Default").find(
    ({ Extension }) => Extension?.toLowerCase() === extension,
  );
  return override?.["ContentType"] ?? byExtension?.["ContentType"];
}

/** Attributes of every element of this local name, entities undone, in the order of the text. */
export function elements(
  text: string,
  localName: string,
): readonly Readonly<Record<string, string>>[] {
  const tag = new RegExp(
    `<(?:[\\w.-]+:)?${localName}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`,
    "g",
  );
  return [...withoutComments(text).matchAll(tag)].map((match) => attributesOf(match[1] ?? ""));
}

/** Text with the five entities of XML and character references undone. */
export const unescaped = (text: string): string =>
  text.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole: string, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...found].map((match) => [match[1] ?? "", unescaped(match[2] ?? match[3] ?? "")] as const),
  );
}

const withoutComments = (text: string): string => text.replace(/<!--[\s\S]*?-->/g, "");

function resolved(owner: string, target: string): string {
  const path = target.startsWith("/") ? [] : owner.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** Tags and the text between them; counts, comments and how an element is empty do not matter. */
function tokens(text: string): readonly string[] {
  const plain = withoutComments(text)
    .replace(/<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g, "")
    .replace(/<([\w:.-]+)((?:[^"'<>]|"[^"]*"|'[^']*')*?)\s*\/>/g, "<$1$2></$1>")
    .replace(/ (?:count|uniqueCount)="\d+"/g, "");
  const pieces = plain.match(/<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g) ?? [];
  return pieces.filter((piece) => piece.trim() !== "");
}
