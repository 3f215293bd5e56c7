/// <reference types="office-js" />

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";

import { officeHost, type HostOptions, type OfficeHost } from "./officeHost.ts";
import type { Workbook } from "./model/workbook.ts";

/** Which of Microsoft's clients is loaded: each kind of Excel gets its own. */
export type ClientFlavour = "web" | "windows" | "mac";

/** Microsoft's client, bound to a workbook in memory. */
export type NodeClient = OfficeHost & {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** `Excel.run` of this client. */
  readonly run: <Result>(
    batch: (context: Excel.RequestContext) => Promise<Result>,
  ) => Promise<Result>;
  /**
   * The highest version of ExcelApi that the calls so far need, and which member needs each. The
   * client checks methods and objects; plain properties and names in `load` it does not.
   */
  readonly auditRequirementSets: () => RequirementSets;
};

/** What calls need: version by member, such as `resize` of a table 1.13. */
export type RequirementSets = {
  readonly highest: string;
  readonly byMember: ReadonlyMap<string, string>;
};

/** How a client is made. */
export type NodeClientOptions = HostOptions & {
  readonly flavour?: ClientFlavour;
  /** The newest version of ExcelApi that this Excel has, such as `1.12`; members above it throw. */
  readonly excelApi?: string;
};

/** Loads Microsoft's client, unchanged, into a realm of its own and binds it to the workbook. */
export function nodeClient(workbook: Workbook, options: NodeClientOptions = {}): NodeClient {
  const { flavour = "web", excelApi = "1.99" } = options;
  const host = officeHost(workbook, { payloadLimit: flavour === "web", ...options });
  const window = stubWindow();
  createContext(window);
  runInContext(clientSource(flavour), window, { filename: BUNDLES[flavour] });
  const loaded = window as unknown as LoadedClient;
  loaded.OSF.DDA.RichApi.executeRichApiRequestAsync = (message, done) => {
    setTimeout(() => {
      done(host.answerOffice(message));
    }, 0);
  };
  loaded.OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const needed = new Map<string, string>();
  recordNeeds(loaded, needed, excelApi);
  host.onEvent((entries) => {
    loaded.OfficeExtension._testTriggerRichApiMessageEvent({ entries });
  });
  return {
    ...host,
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    run: (batch) => loaded.Excel.run(batch),
    auditRequirementSets: () => ({ highest: highestOf(needed), byMember: needed }),
  };
}

const BUNDLES: Readonly<Record<ClientFlavour, string>> = {
  web: "excel-web-16.00.js",
  windows: "excel-win32-16.01.js",
  mac: "excel-mac-16.00.js",
};

/** Where Microsoft's package keeps its scripts. */
export const officeJsFolder = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
    "dist",
  );

const sources = new Map<ClientFlavour, string>();

function clientSource(flavour: ClientFlavour): string {
  const source =
    sources.get(flavour) ?? readFileSync(join(officeJsFolder(), BUNDLES[flavour]), "utf8");
  sources.set(flavour, source);
  return source;
}

type OfficeAnswer = ReturnType<OfficeHost["answerOffice"]>;

type LoadedClient = {
  Office: object;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & {
    readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
    readonly _testTriggerRichApiMessageEvent: (message: object) => void;
    readonly CommonUtility: {
      _doApiNotSupportedCheck: boolean;
    };
  };
  readonly OSF: {
    readonly DDA: {
      readonly RichApi: {
        executeRichApiRequestAsync?: (
          message: readonly unknown[],
          done: (answer: OfficeAnswer) => void,
        ) => void;
      };
    };
  };
};

/** The little of a page that the scripts touch while they load. */
function stubWindow(): Record<string, unknown> {
  const element = (): object => ({ style: {}, setAttribute: ignore, appendChild: ignore });
  const location = {
    href: "https://localhost/",
    host: "localhost",
    hostname: "localhost",
    origin: "https://localhost",
    protocol: "https:",
    pathname: "/",
    search: "",
    hash: "",
  };
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    Promise,
    location,
    name: "",
    navigator: { userAgent: "Node", platform: "", appVersion: "" },
    document: {
      createElement: element,
      getElementsByTagName: () => [],
      getElementById: () => null,
      addEventListener: ignore,
      head: element(),
      body: element(),
      readyState: "complete",
      cookie: "",
      domain: "localhost",
      URL: location.href,
      location,
    },
    addEventListener: ignore,
    removeEventListener: ignore,
  };
  for (const self of ["window", "self", "top", "parent"]) window[self] = window;
  return window;
}

const ignore = (): void => undefined;

/**
 * With its check on, the client asks for each member whether the host supports what it needs. The
 * question does not say for which member, so the name is read off the calls that lead to it.
 */
function recordNeeds(client: LoadedClient, needed: Map<string, string>, newest: string): void {
  client.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const isSetSupported = (set: string, version = "1.1"): boolean => {
    if (set !== "ExcelApi") return true;
    const calls = (new Error("who asks").stack ?? "").split("\n");
    const check = calls.findIndex((call) => call.includes("throwIfApiNotSupported"));
    const member = memberIn(calls[check + 1]);
    // Members of several objects may share a name: the newest counts.
    const known = needed.get(member);
    if (check > 0 && (known === undefined || minorOf(known) < minorOf(version))) {
      needed.set(member, version);
    }
    return minorOf(version) <= minorOf(newest);
  };
  // Until a page has been through Office's start, there is no context to ask.
  client.Office = Object.create(client.Office, {
    context: { value: { requirements: { isSetSupported } } },
  }) as object;
}

const minorOf = (version: string): number => Number(version.split(".")[1]);

const memberIn = (call = ""): string =>
  /\[as (\w+)\]/.exec(call)?.[1] ??
  /at (?:get )?(?:[\w$]+\.)*([\w$]+) \(/.exec(call)?.[1] ??
  call.trim();

function highestOf(needed: ReadonlyMap<string, string>): string {
  return `1.${Math.max(1, ...[...needed.values()].map(minorOf))}`;
}
