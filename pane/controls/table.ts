import { element, type Child } from "../element.ts";

/** A column of a table in the pane. */
export type TableHead = { readonly title: string; readonly isNumber?: boolean };

/** A table of the pane: the first cell of each row is its heading. */
export type TableLook = {
  readonly caption: string;
  readonly heads: readonly TableHead[];
  readonly rows: readonly (readonly Child[])[];
  readonly look?: "columns";
};

/**
 * A table with caption and headings in a region of its own: where it is wider than the pane, the
 * region scrolls and the page does not.
 */
export function table({ caption, heads, rows, look }: TableLook): HTMLElement {
  const made = element(
    "table",
    { class: look },
    element("caption", {}, caption),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...heads.map(({ title, isNumber = false }) =>
          element("th", { scope: "col", class: isNumber ? "number" : undefined }, title),
        ),
      ),
    ),
    element("tbody", {}, ...rows.map((cells) => rowOf(cells, heads))),
  );
  return element(
    "div",
    { class: "scroller", role: "region", "aria-label": caption, tabindex: 0 },
    made,
  );
}

const rowOf = (cells: readonly Child[], heads: readonly TableHead[]): HTMLElement =>
  element(
    "tr",
    {},
    ...cells.map((cell, index) =>
      index === 0
        ? element("th", { scope: "row" }, cell)
        : element("td", { class: heads[index]?.isNumber === true ? "number" : undefined }, cell),
    ),
  );
