/** What an element contains: text stays text, whatever is in it. */
export type Child = Node | string | undefined;

/** Attributes by name: undefined and false are left out, true is the empty text. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

type On = Readonly<Record<string, (event: Event) => void>>;

/** Makes an element. No text is ever read as HTML. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElement {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element, with listeners by the name of the event. */
export function listening(made: HTMLElement, on: On): HTMLElement {
  for (const [name, listen] of Object.entries(on)) made.addEventListener(name, listen);
  return made;
}

/** Makes an element of a drawing. */
export function drawing(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
}
