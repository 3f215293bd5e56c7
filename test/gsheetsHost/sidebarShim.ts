/** What the page's `google.script` needs to know. */
export type ShimFacts = { readonly functions: readonly string[] };

/**
 * The script that gives a page its `google.script`, put before everything else in it: `run` with its
 * handlers, and of `host` what a sidebar has. The names that begin with `__host` lead to the emulator.
 */
export function shimScript(facts: ShimFacts): string {
  return `<script>(${SHIM})(${JSON.stringify(facts).replaceAll("<", "\\u003c")});document.currentScript.remove();</script>`;
}

const SHIM = `function (facts) {
  "use strict";
  const forbidden = (value) => {
    if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return typeof value;
    if (typeof Node !== "undefined" && value instanceof Node) return "a DOM element";
    if (typeof value !== "object" || value === null || value instanceof Date) return undefined;
    for (const part of Object.values(value)) {
      const found = forbidden(part);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const errorOf = (answer) => {
    const error = new Error(answer.message);
    error.name = answer.name;
    return error;
  };
  const runner = (success, failure, user) => {
    const made = {
      withSuccessHandler: (handler) => runner(handler, failure, user),
      withFailureHandler: (handler) => runner(success, handler, user),
      withUserObject: (object) => runner(success, failure, object),
    };
    const settle = (answer) => {
      if (answer.kind === "success") {
        if (success) success(answer.nothing ? undefined : answer.value, user);
      } else if (failure) failure(errorOf(answer), user);
      else console.error(answer.name + ": " + answer.message);
    };
    for (const name of facts.functions) {
      made[name] = (...args) => {
        const bad = forbidden(args);
        const answer = bad === undefined
          ? window.__hostCall(name, args)
          : Promise.resolve({ kind: "failure", name: "TypeError", message: "Failed due to illegal value in property: " + bad });
        answer.then(settle);
      };
    }
    return Object.freeze(made);
  };
  const host = Object.freeze({
    close: () => { window.__hostClose(); },
    setHeight: () => {},
    setWidth: () => {},
    editor: Object.freeze({ focus: () => { window.__hostFocus(); } }),
    origin: "https://sheet.test",
  });
  const script = Object.freeze({ run: runner(undefined, undefined, undefined), host });
  Object.defineProperty(window, "google", { value: Object.freeze({ script }) });
}`;
