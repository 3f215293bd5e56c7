import type { Book } from "./model/book.ts";
import type { Project } from "./project.ts";

/** What outlives an execution: the spreadsheet, the stores, what the user sees of the add-on. */
export type Host = {
  readonly book: Book;
  readonly project: Project;
  /** A published add-on's onOpen runs without rights; a bound script's may read the document. */
  readonly published: boolean;
  readonly userLocale: string;
  readonly properties: Record<StoreName, Map<string, string>>;
  readonly caches: Record<
    StoreName,
    Map<string, { readonly value: string; readonly until: number }>
  >;
  readonly locks: Set<string>;
  menus: MenuState[];
  sidebar: Shown | undefined;
  readonly dialogs: Shown[];
  /** Messages that alert and prompt have shown, and the button and text that the user will answer with. */
  readonly alerts: string[];
  readonly answers: { readonly button: string; readonly text: string }[];
  /** The instant at which the next execution starts. */
  now: number;
};

/** Whose a store of properties, a cache or a lock is. */
export type StoreName = "document" | "script" | "user";

/** A menu with its items in order. */
export type MenuState = {
  readonly caption: string;
  readonly addon: boolean;
  readonly items: (
    MenuItem | { readonly kind: "separator" } | { readonly kind: "menu"; readonly menu: MenuState }
  )[];
};

/** A menu item and the function that it runs. */
export type MenuItem = {
  readonly kind: "item";
  readonly caption: string;
  readonly functionName: string;
};

/** A page that the script has shown. */
export type Shown = {
  readonly title: string;
  readonly html: string;
  readonly width: number | undefined;
};
