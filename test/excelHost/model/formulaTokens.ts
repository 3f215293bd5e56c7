/** A piece of a formula. */
export type Token =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "reference"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "call"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const CELLS = String.raw`${CORNER}(?::${CORNER})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/uy],
  ["error", /#(?:N\/A|DIV\/0!|[A-Z]+[!?])/uy],
  ["reference", new RegExp(String.raw`(?:${SHEET})?(?:${CELLS})(?![\p{L}\p{N}_.(])`, "uy")],
  ["number", /\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?/uy],
  ["call", /[\p{L}_][\p{L}\p{N}_.]*\(/uy],
  ["name", new RegExp(String.raw`(?:${SHEET})?[\p{L}_][\p{L}\p{N}_.]*(?:\[[^\]]*\])?`, "uy")],
  ["sign", /<=|>=|<>|[-+*/^&=<>%(),]/uy],
];

/** Divides a formula without `=` into pieces; undefined where a piece is not known. */
export function tokensOf(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const blank = /^\s+/.exec(formula.slice(at, at + 50));
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const found = matchAt(formula, at);
    if (found === undefined) return undefined;
    tokens.push(tokenOf(found.kind, found.text));
    at += found.text.length;
  }
  return tokens;
}

function matchAt(
  formula: string,
  at: number,
): { readonly kind: Token["kind"]; readonly text: string } | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(formula);
    if (found !== null) return { kind, text: found[0] };
  }
  return undefined;
}

function tokenOf(kind: Token["kind"], text: string): Token {
  if (kind === "number") return { kind, value: Number(text) };
  if (kind === "text") return { kind, text: text.slice(1, -1).replaceAll('""', '"') };
  if (kind === "call") return { kind, text: text.slice(0, -1).toUpperCase() };
  return { kind, text };
}

/**
 * A formula in which each mention of a sheet is written anew: renamed, or `#REF!` where `to` is
 * undefined because the sheet is gone.
 */
export function formulaWithSheet(formula: string, from: string, to: string | undefined): string {
  const mention =
    /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(\$?[A-Za-z0-9$:]+)?/gu;
  return formula.replace(mention, (whole, quoted?: string, plain?: string, cells = "") => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name?.toLowerCase() !== from.toLowerCase()) return whole;
    return to === undefined ? "#REF!" : `${to}!${cells}`;
  });
}
