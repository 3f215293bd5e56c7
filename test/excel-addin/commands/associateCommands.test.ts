import { afterEach, expect, test, vi } from "vitest";
import {
  associateCommands,
  type PressedButton,
  type RibbonActions,
} from "../../../excel-addin/commands/associateCommands.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** A ribbon that is pressed by name; resolves when the command says that it is over. */
function ribbon(changes: Partial<RibbonActions> = {}) {
  const done: string[] = [];
  const act = (name: string) => () => {
    done.push(name);
    return Promise.resolve();
  };
  const buttons = new Map<string, (button: PressedButton) => void>();
  associateCommands(
    {
      openPane: act("openPane"),
      generateTabs: act("generateTabs"),
      insertSample: act("insertSample"),
      ...changes,
    },
    (name, press) => void buttons.set(name, press),
  );
  const press = (name: string): Promise<void> =>
    new Promise((completed) => {
      buttons.get(name)!({ completed });
    });
  return { done, buttons, press };
}

test("every button of the manifest has its action", async () => {
  const { done, buttons, press } = ribbon();
  expect([...buttons.keys()]).toEqual(["openPane", "generateTabs", "insertSample"]);
  await press("insertSample");
  await press("generateTabs");
  expect(done).toEqual(["insertSample", "generateTabs"]);
});

test("an action that fails ends the command, is reported, and shows the pane", async () => {
  const report = vi.spyOn(console, "error").mockReturnValue();
  const fault = new Error("The workbook is protected.");
  const { done, press } = ribbon({ insertSample: () => Promise.reject(fault) });
  await press("insertSample");
  expect(report).toHaveBeenCalledWith(fault);
  expect(done).toEqual(["openPane"]);
});

test("a pane that cannot be shown ends the command as well", async () => {
  const report = vi.spyOn(console, "error").mockReturnValue();
  const fault = new Error("no pane");
  const { press } = ribbon({ openPane: () => Promise.reject(fault) });
  await press("openPane");
  expect(report.mock.calls).toEqual([[fault]]);
});
