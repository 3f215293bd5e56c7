import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import { repairSetting } from "../../pane/choices/repairChoice.ts";
import { CHROMIUM, paneBrowser } from "./openPane.ts";

test("a kind is added to the setting and taken out of it; all stands for the four", () => {
  expect(repairSetting("", "dates", true)).toBe("dates");
  expect(repairSetting("dates", "ids", true)).toBe("dates, ids");
  expect(repairSetting("dates, ids", "dates", false)).toBe("ids");
  expect(repairSetting("dates", "dates", false)).toBe("none");
  expect(repairSetting("all", "zones", false)).toBe("dates, ids, numbers");
  for (const value of ["none", "dates, ids"]) {
    expect(parseSettings([["repair", value]]).problems).toEqual([]);
  }
});

describe.skipIf(CHROMIUM === undefined)("in the pane", () => {
  let browser: Awaited<ReturnType<typeof paneBrowser>>;
  beforeAll(async () => {
    browser = await paneBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test("damage is shown with the answer, and mended once it is ticked", async () => {
    const ledger = {
      name: "Transactions",
      grid: [
        ["Date", "Type", "Asset", "Quantity", "Total"],
        ["25/03/2024", "Buy", "BTC", 1, 100],
        ["26/03/2024", "Buy", "BTC", 1, 100],
        ["03/04/2024", "Buy", "BTC", 1, 100],
      ],
    };
    const prices = {
      name: "Prices",
      grid: [
        ["Asset", "Price"],
        ["BTC", 50],
      ],
    };
    const { page, complaints } = await browser.open({ sheets: [ledger, prices] });
    await page.waitForSelector("text=recognised");
    await page.click('[data-key="generate"]');
    const box = page.locator('[data-key="repair-dates"]');
    await box.waitFor();
    expect(await page.locator("main").innerText()).toContain(
      "Read dates with day and month the other way round (1 cell)",
    );
    await box.click();
    await page.click('[data-key="generate"]');
    await page.waitForSelector('text=was read as "2024-04-03"');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
