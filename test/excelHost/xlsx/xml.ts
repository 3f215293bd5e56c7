/** Text within an element or an attribute. */
export const xmlText = (text: string): string =>
  text
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
    // Characters that XML cannot hold are written as Excel writes them.

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (letter) => {
      return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** What stands before every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A colour such as `#1F3864`, with its opacity. */
export const argb = (color: string): string => `FF${color.replace("#", "").toUpperCase()}`;
