import { associateCommands } from "./commands/associateCommands.ts";
import { insertSheets } from "./pane/insertSheets.ts";
import { loadSample, mountExcelPane } from "./pane/mountExcelPane.ts";

void Office.onReady(({ host }) => {
  const root = document.getElementById("pane");
  if (root === null) throw new Error("taskpane.html has no element for the pane.");
  if (host !== Office.HostType.Excel) {
    root.textContent = "This page is the pane of an add-in: open it in Excel.";
    return;
  }
  const pane = mountExcelPane(root);
  const openPane = (): Promise<void> => Office.addin.showAsTaskpane();
  associateCommands(
    {
      openPane,
      generateTabs: async () => {
        await openPane();
        pane.generate();
      },
      insertSample: async () => {
        const sample = await loadSample();
        await Excel.run((context) => insertSheets(context, sample));
        pane.reload();
      },
    },
    (name, press) => {
      Office.actions.associate(name, press);
    },
  );
});
