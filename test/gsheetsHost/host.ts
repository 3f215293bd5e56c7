import type { Host, MenuItem, MenuState } from "./hostState.ts";
import type { Book } from "./model/book.ts";
import { readProject, type PushedFile } from "./project.ts";
import type { Break, Clock } from "./realm/execution.ts";
import { run, type Call, type Finished } from "./realm/run.ts";
import { bookObject } from "./services/objects.ts";
import { enumMember } from "./service.ts";
import "./services/all.ts";

/** What a script runs in. */
export type HostOptions = {
  readonly spreadsheet: Book;
  /** What clasp pushed, in its order. */
  readonly files: readonly PushedFile[];
  /** True for a published add-on, whose onOpen runs without rights; false for a script bound to the spreadsheet. */
  readonly published?: boolean;
  /** The user's language, as `en`. */
  readonly userLocale?: string;
  /** The instant at which the first execution starts; each later one starts where the one before ended. */
  readonly now?: number;
};

/** How one execution goes: what breaks, and how fast its clock runs. */
export type RunOptions = { readonly broken?: Break; readonly clock?: Partial<Clock> };

/** A host with nothing open yet. */
export function createHost({
  spreadsheet,
  files,
  published = true,
  userLocale = "en",
  now,
}: HostOptions): Host {
  return {
    book: spreadsheet,
    project: readProject(files),
    published,
    userLocale,
    properties: { document: new Map(), script: new Map(), user: new Map() },
    caches: { document: new Map(), script: new Map(), user: new Map() },
    locks: new Set(),
    menus: [],
    sidebar: undefined,
    dialogs: [],
    alerts: [],
    answers: [],
    now: now ?? Date.UTC(2026, 10, 20, 15),
  };
}

/** Opens the spreadsheet: runs onOpen, without rights for a published add-on. */
export function openSpreadsheet(host: Host, options: RunOptions = {}): Finished {
  const authMode = host.published ? "NONE" : "LIMITED";
  const event = {
    authMode: enumMember("Script.AuthMode", authMode),
    source: bookObject(host.book),
  };
  return start(host, { name: "onOpen", args: [event], authMode, limit: SIMPLE_LIMIT }, options);
}

/** Installs the add-on while the spreadsheet is open: runs onInstall with all rights. */
export function installAddon(host: Host, options: RunOptions = {}): Finished {
  const event = { authMode: enumMember("Script.AuthMode", "FULL") };
  return start(
    host,
    { name: "onInstall", args: [event], authMode: "FULL", limit: SIMPLE_LIMIT },
    options,
  );
}

/** Clicks a menu item by its captions, as `["Report", "Make tabs"]` inside the add-on's or script's menu. */
export function clickMenu(
  host: Host,
  captions: readonly string[],
  options: RunOptions = {},
): Finished {
  const { functionName } = findItem(host.menus, captions);
  return start(host, { name: functionName, args: [], authMode: "FULL", limit: LIMIT }, options);
}

/** Runs a function with all rights, as from the script editor. */
export function runFunction(host: Host, name: string, options: RunOptions = {}): Finished {
  return start(host, { name, args: [], authMode: "FULL", limit: LIMIT }, options);
}

/** Runs a call of a host with the clock that its options ask for. */
export function start(host: Host, call: Call, { broken, clock }: RunOptions): Finished {
  return run(host, call, { broken, clock: { call: 20, look: 0, ...clock } });
}

/** Six minutes for a menu item or a call of a page, thirty seconds for a simple trigger or a cell. */
export const LIMIT = 6 * 60_000;
/** See LIMIT. */
export const SIMPLE_LIMIT = 30_000;

function findItem(menus: readonly MenuState[], captions: readonly string[]): MenuItem {
  const [caption = "", ...rest] = captions;
  for (const { items } of menus) {
    for (const item of items) {
      if (item.kind === "item" && rest.length === 0 && item.caption === caption) return item;
      if (item.kind === "menu" && item.menu.caption === caption) return findItem([item.menu], rest);
    }
  }
  throw new Error(`No menu has the item ${captions.join(" > ")}.`);
}
