import type { Execution } from "../realm/execution.ts";
import { enumMember, implement, ServiceObject } from "../service.ts";
import { formatString } from "./utilities.ts";

implement<Execution>("Base.Session", {
  getActiveUserLocale: ({ host }) => host.userLocale,
  getScriptTimeZone: ({ host }) => host.project.timeZone,
  getActiveUser: (execution) => new ServiceObject("Base.User", execution),
  getEffectiveUser: (execution) => new ServiceObject("Base.User", execution),
  getTemporaryActiveUserKey: () => "temporary-key",
});

implement<Execution>("Base.User", { getEmail: () => "user@example.com" });

implement<Execution>("Script.ScriptApp", {
  getAuthorizationInfo: (execution) => new ServiceObject("Script.AuthorizationInfo", execution),
  getScriptId: () => "script-in-memory",
});

implement<Execution>("Script.AuthorizationInfo", {
  getAuthorizationStatus: () => enumMember("Script.AuthorizationStatus", "NOT_REQUIRED"),
  getAuthorizationUrl: () => null,
});

implement<Execution>("Base.Logger", {
  log: ({ log }, first: unknown, ...values: unknown[]) => {
    log.push(typeof first === "string" ? formatString(first, values) : String(first));
  },
  getLog: ({ log }) => log.join("\n"),
  clear: ({ log }) => {
    log.length = 0;
  },
});
