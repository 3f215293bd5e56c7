import { existsSync } from "node:fs";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";

import { officeHost, type OfficeHost } from "../officeHost.ts";
import type { Workbook } from "../model/workbook.ts";
import type { FunctionResult } from "../objects/functionResults.ts";
import type { Json } from "../wire.ts";
import { answerRequest } from "./addinFiles.ts";
import { conversation, type CommandReport } from "./conversation.ts";
import { ADDIN_ORIGIN, CONTROL_ID, HOST_ORIGIN } from "./hostPage.ts";

/** The browser, where the machine has one: named by CHROMIUM, else in the usual place. */
export const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

/** Which add-in is opened, and on what. */
export type AddinToOpen = {
  readonly workbook: Workbook;
  /** The page to show, such as `/pane.html`. */
  readonly page: string;
  /** Where the add-in is served, such as `https://localhost:3000`; files are given otherwise. */
  readonly url?: string;
  readonly folder?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** A browser to use again; without one it is started and ended. */
  readonly browser?: Browser;
};

/** An add-in in its page, with the workbook behind it. */
export type OpenAddin = Omit<OfficeHost, "answerOffice" | "onEvent" | "functionResults"> & {
  /** The add-in's page, for Playwright. */
  readonly frame: Frame;
  readonly page: Page;
  /** Calls a worksheet function as a cell does; blank and omitted arguments are null. */
  readonly callFunction: (
    name: string,
    values: readonly Json[],
    call?: FunctionCall,
  ) => Promise<FunctionResult>;
  /** Presses a ribbon button, by the name of the action or function that it runs. */
  readonly runCommand: (name: string) => Promise<CommandReport>;
  /** Addresses beyond this machine that the pages asked for; they got nothing. */
  readonly outsideRequests: readonly string[];
  /** Errors in the pages, and calls of office.js that the host does not know. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Where a function is called from, and what its metadata say of it. */
export type FunctionCall = {
  readonly address?: string;
  readonly parameterAddresses?: readonly string[];
  /** 1 cancelable, 2 streaming, 4 errors as input, 8 data types. */
  readonly flags?: number;
};

/** A browser for several add-ins in turn. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });

/** Opens an add-in's page as Excel on the web does, with Microsoft's own scripts. */
export async function openAddin(addin: AddinToOpen): Promise<OpenAddin> {
  const browser = addin.browser ?? (await startBrowser());
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  const outsideRequests: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });

  const host = officeHost(addin.workbook, { payloadLimit: true });
  const talk = conversation(host, (text) => {
    void page.evaluate(`sendToAddin(${JSON.stringify(text)})`).catch((error: unknown) => {
      complaints.push(String(error));
    });
  });
  host.onEvent((entries) => {
    talk.raise("richApiMessage", { ArrayData: entries.map(inOrder) });
  });
  await page.exposeFunction("answerAddin", talk.answer);
  const url = new URL(addin.page, addin.url ?? ADDIN_ORIGIN).href;
  const served = { url, folder: addin.folder, files: new Map(Object.entries(addin.files ?? {})) };
  await context.route("**/*", (route) =>
    answerRequest(route, served, (outside) => outsideRequests.push(outside)),
  );
  await page.goto(`${HOST_ORIGIN}/`);
  const handle = await page.waitForSelector("iframe");
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error("The add-in's page did not open");

  const { workbook, requests, failRequest, failWhen, forgetRequests, userEdit } = host;
  return {
    ...{ workbook, requests, failRequest, failWhen, forgetRequests, userEdit },
    ...{ frame, page, outsideRequests, runCommand: talk.runCommand },
    complaints: () => [...complaints, ...talk.unanswered],
    callFunction: async (name, values, call = {}) => {
      await talk.listening("richApiMessage");
      await host.functionResults.ready;
      const { id, result } = host.functionResults.expect();
      const { address = "Sheet1!A1", flags = 0, parameterAddresses = null } = call;
      const message = [id, name, values, address, flags, parameterAddresses];
      talk.raise("richApiMessage", {
        ArrayData: [[1, 1000, CONTROL_ID, JSON.stringify(message), id]],
      });
      return result;
    },
    close: async () => {
      await context.close();
      if (addin.browser === undefined) await browser.close();
    },
  };
}

const inOrder = (entry: {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
}): Json => [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id];
