import type { Frame, Page, Route } from "playwright-core";
import type { Host } from "./hostState.ts";
import { callFromPage, type PageAnswer } from "./pageCall.ts";
import { shimScript } from "./sidebarShim.ts";

/** What a sidebar is opened in. */
export type SidebarOptions = {
  /** A host whose script has shown a sidebar. */
  readonly host: Host;
  /** A fresh page of a browser. */
  readonly page: Page;
  /** Milliseconds that each call takes before its answer comes back. */
  readonly latency?: number;
};

/** An open sidebar. */
export type Sidebar = {
  readonly frame: Frame;
  /** The calls that the page made, in order, with their answers. */
  readonly calls: readonly {
    readonly name: string;
    readonly args: readonly unknown[];
    readonly answer: PageAnswer;
  }[];
  /** Requests of the page to anything but the sidebar itself; each was refused. */
  readonly blocked: readonly string[];
  /** Errors that the page threw or wrote to its console, and what the emulator could not answer for. */
  readonly errors: readonly string[];
  readonly isClosed: () => boolean;
};

const SHEET = "https://sheet.test/";
const SANDBOX = "https://sandbox.test/userCodeAppPanel";
/** A sidebar's width, which no script can change. */
const WIDTH = 300;

/**
 * Opens the sidebar that the host's script has shown: its page in a sandboxed frame of another
 * origin beside the sheet, with `google.script` leading to the emulator. The page reaches no network.
 */
export async function openSidebar({ host, page, latency = 0 }: SidebarOptions): Promise<Sidebar> {
  const { sidebar } = host;
  if (sidebar === undefined) throw new Error("The script has shown no sidebar.");
  const state = {
    calls: [] as Sidebar["calls"][number][],
    blocked: [] as string[],
    errors: [] as string[],
    closed: false,
  };
  page.on("pageerror", (error) => state.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") state.errors.push(message.text());
  });
  await page.exposeFunction("__hostCall", async (name: string, args: readonly unknown[]) => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    try {
      const answer = callFromPage(host, name, args);
      state.calls.push({ name, args, answer });
      return sent(answer);
    } catch (error) {
      // What the emulator cannot answer for fails the test that looks at the errors.
      const message = error instanceof Error ? error.message : String(error);
      state.errors.push(message);
      return { kind: "failure", name: "Fault", message };
    }
  });
  await page.exposeFunction("__hostClose", async () => {
    state.closed = true;
    host.sidebar = undefined;
    await page.evaluate(`document.querySelector('iframe').remove()`);
  });
  await page.exposeFunction("__hostFocus", () => undefined);
  const functions = [...host.project.functions].filter((name) => !name.endsWith("_"));
  await page.route("**/*", (route) =>
    serve(route, withShim(sidebar.html, shimScript({ functions })), { sidebar, state }),
  );
  await page.goto(SHEET);
  const frame = page.frames().find((other) => other.url() === SANDBOX);
  if (frame === undefined) throw new Error("The sidebar's frame did not load.");
  await frame.waitForLoadState("load");
  return Object.assign(state, { frame, isClosed: () => state.closed });
}

function sent(answer: PageAnswer): Readonly<Record<string, unknown>> {
  return answer.kind === "success"
    ? { kind: "success", value: answer.value ?? null, nothing: answer.value === undefined }
    : { kind: "failure", name: answer.name, message: answer.message };
}

function withShim(html: string, shim: string): string {
  const head = /<head[^>]*>/i.exec(html);
  const place = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, place) + shim + html.slice(place);
}

function serve(
  route: Route,
  html: string,
  {
    sidebar,
    state,
  }: {
    readonly sidebar: { readonly title: string };
    readonly state: { readonly blocked: string[] };
  },
): Promise<void> {
  const url = route.request().url();
  if (url === SHEET)
    return route.fulfill({ contentType: "text/html", body: sheetPage(sidebar.title) });
  if (url === SANDBOX)
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
  state.blocked.push(url);
  return route.abort();
}

function sheetPage(title: string): string {
  const escaped = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html><title>Sheet</title><style>body{margin:0}aside{float:right}iframe{border:0;width:${WIDTH}px;height:100vh}</style>
<aside><h2>${escaped}</h2><iframe title="${escaped}" src="${SANDBOX}"
 sandbox="allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts"></iframe></aside>`;
}
