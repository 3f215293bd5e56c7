import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { valuesOf, workbookOf } from "../workbookOf.ts";
import { CHROMIUM, openAddin, startBrowser, type OpenAddin } from "./openAddin.ts";

/** A small add-in: a pane, a worksheet function, a ribbon command, a setting. */
const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>A small add-in</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<body>
<p id="state">starting</p>
<script src="/addin.js"></script>`;

const SCRIPT = `
CustomFunctions.associate("TLH_DOUBLE", (values) => values.map((row) => row.map((cell) => cell * 2)));
CustomFunctions.associate("TLH_FAIL", () => {
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "No such year.");
});
Office.actions.associate("writeSum", async (event) => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Transactions").getRange("C1").formulas = [["=SUM(A1:A2)"]];
    await context.sync();
  });
  event.completed();
});
Office.onReady(async ({ host, platform }) => {
  const settings = Office.context.document.settings;
  const runs = (settings.get("runs") ?? 0) + 1;
  settings.set("runs", runs);
  await new Promise((resolve) => settings.saveAsync(resolve));
  document.getElementById("state").textContent = [host, platform, "run " + runs].join(" ");
});
globalThis.onChange = () => Excel.run(async (context) => {
  context.workbook.worksheets.onChanged.add(async ({ address }) => {
    document.getElementById("state").textContent = "changed " + address;
  });
  await context.sync();
});
`;

const FILES = { "/pane.html": PAGE, "/addin.js": SCRIPT };

describe.skipIf(CHROMIUM === undefined)("An add-in in Excel's frame", () => {
  let browser: Browser;
  const open = (
    workbook = workbookOf({ sheets: { Transactions: [[1], [2]] } }),
  ): Promise<OpenAddin> => openAddin({ workbook, page: "/pane.html", files: FILES, browser });
  const shows = (addin: OpenAddin, text: string): Promise<void> =>
    addin.frame.getByText(text, { exact: true }).waitFor();

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it("gets ready with Microsoft's own scripts, asking nobody but this machine", async () => {
    const addin = await open();
    await shows(addin, "Excel OfficeOnline run 1");
    expect(addin.outsideRequests).toEqual([]);
    expect(addin.complaints()).toEqual([]);
    await addin.close();
  });

  it("keeps document settings in the workbook", async () => {
    const first = await open();
    await shows(first, "Excel OfficeOnline run 1");
    await first.close();
    const second = await open(first.workbook);
    await shows(second, "Excel OfficeOnline run 2");
    expect(first.workbook.settings.get("runs")).toBe("2");
    await second.close();
  });

  it("calls worksheet functions through the real runtime", async () => {
    const addin = await open();
    expect(await addin.callFunction("TLH_DOUBLE", [[[1, 2]]])).toEqual({
      ok: true,
      value: [[2, 4]],
    });
    expect(await addin.callFunction("TLH_FAIL", [])).toEqual({
      ok: false,
      error: "#N/A",
      message: "No such year.",
    });
    await addin.close();
  });

  it("runs a ribbon command against the workbook", async () => {
    const addin = await open();
    expect(await addin.runCommand("writeSum")).toMatchObject({ status: 0 });
    expect(valuesOf(addin.workbook, "Transactions")[0]).toEqual([1, "", 3]);
    await addin.close();
  });

  it("tells the add-in what the user changes", async () => {
    const addin = await open();
    await shows(addin, "Excel OfficeOnline run 1");
    await addin.frame.evaluate("onChange()");
    addin.userEdit("Transactions", "B2", [["x"]]);
    await shows(addin, "changed B2");
    await addin.close();
  });

  it("refuses a request above 5 MB", async () => {
    const addin = await open();
    await shows(addin, "Excel OfficeOnline run 1");
    const code = await addin.frame.evaluate(`Excel.run(async (context) => {
      const rows = Array.from({ length: 200 }, () => ["x".repeat(30000)]);
      context.workbook.worksheets.getItem("Transactions").getRange("A1:A200").values = rows;
      await context.sync();
    }).catch(({ code }) => code)`);
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
    expect(valuesOf(addin.workbook, "Transactions")).toEqual([[1], [2]]);
    await addin.close();
  });
});
