import type { Host, MenuState } from "../hostState.ts";
import type { Execution } from "../realm/execution.ts";
import {
  enumMember,
  Fault,
  implement,
  ServiceException,
  ServiceObject,
  type EnumMember,
} from "../service.ts";
import type { HtmlOutput } from "./html.ts";

const BUTTON = "Base.Button";

type MenuBuilder = { readonly execution: Execution; readonly menu: MenuState };

function newMenu(execution: Execution, caption: string, addon: boolean): ServiceObject {
  return new ServiceObject("Base.Menu", { execution, menu: { caption, addon, items: [] } });
}

function answer(host: Host, text: string): { readonly button: string; readonly text: string } {
  host.alerts.push(text);
  const given = host.answers.shift();
  if (given === undefined)
    throw new Fault(`The user is asked "${text}", and the test has no answer ready.`);
  return given;
}

/** `alert(prompt)`, `alert(prompt, buttons)` and `alert(title, prompt, buttons)`. */
function askedText(args: readonly (string | EnumMember)[]): string {
  return args.filter((part) => typeof part === "string").join(": ");
}

function shown({ title, content, width }: HtmlOutput): {
  title: string;
  html: string;
  width: number | undefined;
} {
  return { title, html: content, width };
}

implement<Execution>("Base.Ui", {
  createMenu: (execution, caption: string) => newMenu(execution, caption, false),
  createAddonMenu: (execution) => newMenu(execution, "", true),
  showSidebar: ({ host }, page: HtmlOutput) => {
    host.sidebar = shown(page);
  },
  showModalDialog: ({ host }, page: HtmlOutput, title: string) => {
    host.dialogs.push({ ...shown(page), title });
  },
  showModelessDialog: ({ host }, page: HtmlOutput, title: string) => {
    host.dialogs.push({ ...shown(page), title });
  },
  alert: ({ host }, ...args: (string | EnumMember)[]) => {
    // An alert without a set of buttons has OK alone, and the user can answer nothing else.
    if (args.every((part) => typeof part === "string")) {
      host.alerts.push(askedText(args));
      return enumMember(BUTTON, "OK");
    }
    return enumMember(BUTTON, answer(host, askedText(args)).button);
  },
  prompt: ({ host }, ...args: (string | EnumMember)[]) =>
    new ServiceObject("Base.PromptResponse", answer(host, askedText(args))),
});

implement<{ readonly button: string; readonly text: string }>("Base.PromptResponse", {
  getResponseText: ({ text }) => text,
  getSelectedButton: ({ button }) => enumMember(BUTTON, button),
});

implement<MenuBuilder>("Base.Menu", {
  addItem: ({ menu }, caption: string, functionName: string) => {
    menu.items.push({ kind: "item", caption, functionName });
  },
  addSeparator: ({ menu }) => {
    menu.items.push({ kind: "separator" });
  },
  addSubMenu: ({ menu }, inner: MenuBuilder) => {
    menu.items.push({ kind: "menu", menu: inner.menu });
  },
  addToUi: ({ execution: { host }, menu }) => {
    if (menu.items.length === 0) throw new ServiceException("A menu needs at least one item.");
    host.menus = [
      ...host.menus.filter(
        ({ caption, addon }) => addon !== menu.addon || caption !== menu.caption,
      ),
      menu,
    ];
  },
});
