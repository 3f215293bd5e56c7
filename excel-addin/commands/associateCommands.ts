/** What the buttons of the ribbon do. The names are those in the manifest. */
export type RibbonActions = {
  readonly openPane: () => Promise<void>;
  readonly generateTabs: () => Promise<void>;
  readonly insertSample: () => Promise<void>;
};

/** What a button's press needs of Office: to be told that it is over. */
export type PressedButton = { readonly completed: () => void };

/** Gives each button its action. `associate` is Office's own. */
export function associateCommands(
  actions: RibbonActions,
  associate: (name: string, press: (button: PressedButton) => void) => void,
): void {
  const { openPane } = actions;
  for (const [name, act] of Object.entries(actions)) {
    associate(name, (button) => {
      void press(act, openPane).finally(() => {
        // Until it is told so, Excel shows the command as running.
        button.completed();
      });
    });
  }
}

/** A ribbon has no place for words: after a failure the pane is shown, where the user goes on. */
async function press(act: () => Promise<void>, openPane: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    console.error(error);
    if (act !== openPane) await press(openPane, openPane);
  }
}
