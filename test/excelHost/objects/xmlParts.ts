import {
  HostCollection,
  HostObject,
  invalidArgument,
  type HostArgument,
  textOf,
} from "../hostObject.ts";
import type { Workbook, XmlPart } from "../model/workbook.ts";

/** Excel's CustomXmlPartCollection, of one namespace where it is given. */
export class CustomXmlPartCollection extends HostCollection<CustomXmlPart> {
  readonly typeName = "CustomXmlPartCollection";
  readonly #workbook: Workbook;
  readonly #namespace: string | undefined;

  constructor(workbook: Workbook, namespace?: string) {
    super();
    this.#workbook = workbook;
    this.#namespace = namespace;
  }

  hostItems(): readonly CustomXmlPart[] {
    return this.#workbook.xmlParts
      .filter(({ xml }) => this.#namespace === undefined || namespaceOf(xml) === this.#namespace)
      .map((part) => new CustomXmlPart(this.#workbook, part));
  }

  add(xml: HostArgument): CustomXmlPart {
    const part = { id: this.#workbook.newId(), xml: wellFormed(xml) };
    this.#workbook.xmlParts.push(part);
    return new CustomXmlPart(this.#workbook, part);
  }

  getByNamespace(namespace: HostArgument): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#workbook, textOf(namespace));
  }

  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const items = this.hostItems();
    return items.length === 1 ? (items[0] ?? null) : null;
  }

  getOnlyItem(): CustomXmlPart {
    const only = this.getOnlyItemOrNullObject();
    if (only === null) throw invalidArgument("There is not just one part.");
    return only;
  }
}

class CustomXmlPart extends HostObject {
  readonly typeName = "CustomXmlPart";
  readonly #workbook: Workbook;
  readonly #part: XmlPart;

  constructor(workbook: Workbook, part: XmlPart) {
    super();
    this.#workbook = workbook;
    this.#part = part;
  }

  override hostKey(): string {
    return this.#part.id;
  }

  get id(): string {
    return this.#part.id;
  }

  get namespaceUri(): string {
    return namespaceOf(this.#part.xml);
  }

  getXml(): string {
    return this.#part.xml;
  }

  setXml(xml: HostArgument): void {
    this.#part.xml = wellFormed(xml);
  }

  delete(): void {
    this.#workbook.xmlParts = this.#workbook.xmlParts.filter((one) => one !== this.#part);
  }
}

const namespaceOf = (xml: string): string =>
  /<[^?!][^>]*?\sxmlns(?::\w+)?=["']([^"']*)["']/.exec(xml)?.[1] ?? "";

function wellFormed(xml: HostArgument): string {
  if (typeof xml !== "string" || !/^\s*(?:<\?xml[^>]*\?>\s*)?<[\w:]+[\s\S]*>\s*$/.test(xml)) {
    throw invalidArgument("The text is no XML.");
  }
  return xml;
}
