/** The script of the test page: the real pane with a host in memory. */
import { mountPane } from "../../pane/index.ts";
import { fakeHost, type FakeHost, type FakeWorkbook } from "./fakeHost.ts";

declare global {
  var paneOf: (workbook: FakeWorkbook) => void;
  var host: FakeHost;
}

globalThis.paneOf = (workbook) => {
  globalThis.host = fakeHost(workbook);
  const root = document.getElementById("pane");
  if (root !== null) mountPane(root, globalThis.host);
};
