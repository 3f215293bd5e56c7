import { FixedObject } from "../bag.ts";
import { invalidArgument, textOf, type HostArgument } from "../hostObject.ts";

/** The service by which an add-in shows and hides its task pane. */
export class AppRuntime extends FixedObject {
  readonly typeName = "AppRuntimeService";
  #state = "Visible";

  constructor() {
    super({});
  }

  getAppRuntimeState(): string {
    return this.#state;
  }

  setAppRuntimeState(state: HostArgument): void {
    if (!["Inactive", "Background", "Visible"].includes(textOf(state))) {
      throw invalidArgument(`${JSON.stringify(state)} is no state of a task pane.`);
    }
    this.#state = textOf(state);
  }
}
