import type { OfficeHost } from "../officeHost.ts";
import type { Json } from "../wire.ts";
import { CONTROL_ID, CONVERSATION, HOST_ORIGIN } from "./hostPage.ts";

/** Excel's side of the conversation with office.js in a page. */
export type Conversation = {
  /** The answer to a message of the add-in; null for what needs none. */
  readonly answer: (text: string) => string | null;
  /** Resolves once the add-in listens to an event, such as `richApiMessage`. */
  readonly listening: (event: string) => Promise<void>;
  /** Raises an event. */
  readonly raise: (event: string, data: Json) => void;
  /** Runs a ribbon command by the name of its function; resolves with what it reported. */
  readonly runCommand: (name: string) => Promise<CommandReport>;
  /** Calls of office.js that nobody answers here; a test expects none. */
  readonly unanswered: readonly string[];
};

/** What a ribbon command told when it was done. */
export type CommandReport = { readonly status: number; readonly event: Json };

/** A message of office.js. */
type Message = {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
};

const REQUEST = 0;
const RESPONSE = 1;
const REGISTER_EVENT = 1;
const FOR_CALLING = 0;
const FOR_EVENT = 1;

/** What `executeMethod` is asked for. */
const DISPATCH = { loadSettings: 75, saveSettings: 76, richApi: 93, commandDone: 94 } as const;

/** Opens the conversation; `send` carries a message to the add-in's page. */
export function conversation(host: OfficeHost, send: (text: string) => void): Conversation {
  const events = new Listeners();
  const commands = new Map<string, (report: CommandReport) => void>();
  const unanswered: string[] = [];
  let nextCommand = 1;

  const methods: Readonly<Record<number, (data: Record<string, unknown>) => object>> = {
    [DISPATCH.richApi]: (data) => {
      const answer = host.answerOffice(data["ArrayData"] as readonly unknown[]);
      return answer.status === "succeeded"
        ? { Error: 0, Data: answer.value.data }
        : { Error: answer.error.code };
    },
    [DISPATCH.saveSettings]: (data) => {
      const { Properties = [] } = (data["DdaSettingsMethod"] ?? {}) as {
        readonly Properties?: readonly (readonly [string, string])[];
      };
      host.workbook.settings.clear();
      for (const [name, text] of Properties) host.workbook.settings.set(name, text);
      return { Error: 0 };
    },
    [DISPATCH.loadSettings]: () => ({
      Error: 0,
      Settings: [...host.workbook.settings].map(([Name, Value]) => ({ Name, Value })),
    }),
    [DISPATCH.commandDone]: (data) => {
      const id = data["0"] as string;
      const event = JSON.parse((data["2"] as string) || "null") as Json;
      commands.get(id)?.({ status: Number(data["1"]), event });
      commands.delete(id);
      return { Error: 0 };
    },
  };

  function execute(data: Record<string, unknown>): object {
    const { DispatchId } = data["DdaMethod"] as { readonly DispatchId: number };
    const method = methods[DispatchId];
    if (method === undefined) {
      unanswered.push(`executeMethod ${DispatchId}`);
      return { Version: 1, Error: NOT_SUPPORTED };
    }
    return { Version: 1, ...method(data) };
  }

  function replyTo(message: Message): unknown {
    if (message._actionType === REGISTER_EVENT) events.add(message._actionName);
    if (message._actionType !== 0) return { Version: 1, Error: 0 };
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return appContext(host);
      case "ContextActivationManager_notifyHost":
        return null;
      case "executeMethod":
        return execute(message._data as Record<string, unknown>);
      default:
        unanswered.push(message._actionName);
        return null;
    }
  }

  const raise = (event: string, data: Json): void => {
    send(
      envelope({ _actionName: event, _responseType: FOR_EVENT, _correlationId: -1, _data: data }),
    );
  };

  return {
    unanswered,
    listening: (event) => events.has(event),
    raise,
    answer: (text) => {
      const message = JSON.parse(text) as Message;
      if (message._messageType !== REQUEST || message._conversationId !== CONVERSATION) return null;
      const { _actionName, _correlationId } = message;
      const _data = replyTo(message) ?? null;
      return envelope({ _actionName, _correlationId, _responseType: FOR_CALLING, _data });
    },
    runCommand: async (name) => {
      await events.has(COMMAND_EVENT);
      const id = `command${nextCommand++}`;
      const report = new Promise<CommandReport>((resolve) => commands.set(id, resolve));
      raise(COMMAND_EVENT, [id, name, JSON.stringify({ source: { id: name } })]);
      return report;
    },
  };
}

const NOT_SUPPORTED = 5009;
const COMMAND_EVENT = "appCommandInvoked";

const envelope = (message: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    _messageType: RESPONSE,
    _conversationId: CONVERSATION,
    _origin: HOST_ORIGIN,
    _errorCode: 0,
    _serializerVersion: 1,
    ...message,
  });

/** Events that the add-in listens to, for those who wait for it. */
class Listeners {
  readonly #names = new Set<string>();
  #waiting: { readonly name: string; readonly resolve: () => void }[] = [];

  add(name: string): void {
    this.#names.add(name);
    for (const one of this.#waiting) if (one.name === name) one.resolve();
    this.#waiting = this.#waiting.filter((one) => one.name !== name);
  }

  has(name: string): Promise<void> {
    if (this.#names.has(name)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ name, resolve }));
  }
}

/** What Excel on the web says of itself and of the document. */
const appContext = ({ workbook }: OfficeHost): object => ({
  _id: CONTROL_ID,
  _appInstanceId: CONTROL_ID,
  _appName: 16,
  _appVersion: "16.01",
  _appMinorVersion: 0,
  _hostFullVersion: "16.0.19426.10000",
  _appUILocale: "en-US",
  _dataLocale: "en-US",
  _docUrl: `${HOST_ORIGIN}/${workbook.name}`,
  _clientMode: 1,
  _reason: 1,
  _osfControlType: 1,
  _eToken: "",
  _correlationId: "00000000-0000-0000-0000-000000000001",
  _settings: [...workbook.settings],
  _requirementMatrix: JSON.stringify(REQUIREMENTS),
});

const REQUIREMENTS = {
  ExcelApi: 1.17,
  SharedRuntime: 1.1,
  AddinCommands: 1.1,
  RibbonApi: 1.1,
  CustomFunctionsRuntime: 1.4,
  CustomFunctions: 1.8,
  DialogApi: 1.2,
  Settings: 1.1,
};
