/** What a manifest depends on. */
export type ManifestPlace = {
  /** Where the files of `dist/excel` will be; undefined for the developer's own machine. */
  readonly url: string | undefined;
  /** What users type before a function's name and a point; undefined for bare names. */
  readonly namespace: string | undefined;
};

/** The address in `manifest.xml`: that of `npm run start:excel`. */
export const DEVELOPMENT_URL = "https://localhost:3000";

/** The manifest for a place, from the one in the repository. */
export function manifestFor(manifest: string, { url, namespace }: ManifestPlace): string {
  const placed = manifest.replaceAll(
    `${DEVELOPMENT_URL}/`,
    `${checkedUrl(url ?? DEVELOPMENT_URL)}/`,
  );
  return namespace === undefined || namespace === ""
    ? placed
    : withNamespace(placed, checkedNamespace(namespace));
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "https:" || url.search !== "" || url.hash !== "" || /["&<>]/.test(text)) {
    throw new Error(
      `The add-in cannot be served from "${text}": give an address such as https://example.com/tlh, ` +
        "without a question mark or a number sign. Excel takes https only.",
    );
  }
  return url.href.replace(/\/+$/, "");
}

function checkedNamespace(name: string): string {
  if (/^[A-Z][A-Z0-9_.]{0,31}$/i.test(name)) return name;
  throw new Error(`"${name}" is no namespace: up to 32 letters, digits, points and underscores.`);
}

/** An element without its string, or a string without its element, breaks Excel for Windows. */
const withNamespace = (manifest: string, name: string): string =>
  manifest
    .replace(/<\/Metadata>/, '</Metadata>\n            <Namespace resid="Functions.Namespace"/>')
    .replace(
      /<bt:ShortStrings>/,
      `<bt:ShortStrings>\n        <bt:String id="Functions.Namespace" DefaultValue="${name}"/>`,
    );
