/** `["name", "format/fill"]` as names with what is asked below each. */
export function parted(paths: readonly string[]): ReadonlyMap<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const path of paths) {
    const [first = "", ...rest] = path.split(/[/.]/);
    const name = first.charAt(0).toLowerCase() + first.slice(1);
    const below = parts.get(name) ?? [];
    if (rest.length > 0) below.push(rest.join("/"));
    parts.set(name, below);
  }
  return parts;
}

/** The client sends these two under names of its own. */
const RENAMED: Readonly<Record<string, string>> = {
  Gridlines: "showGridlines",
  Headings: "showHeadings",
};

/** The member of an object by its name on the wire. */
export const memberName = (wire: string): string =>
  RENAMED[wire] ?? wire.charAt(0).toLowerCase() + wire.slice(1);

/** A member's name in an answer. */
export const wireName = (member: string): string =>
  member.charAt(0).toUpperCase() + member.slice(1);
