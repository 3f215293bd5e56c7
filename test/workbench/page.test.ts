import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCsv } from "../../workbook/index.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { openWorkbench, PATIENCE } from "./openWorkbench.ts";
import { axeFindings } from "../support/axeFindings.ts";

let workbench: Awaited<ReturnType<typeof openWorkbench>>;

const HOSTILE = [
  '=HYPERLINK("https://evil.test","a")',
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "</script><script>alert(1)</script>",
  "long".repeat(2500),
];

describe.skipIf(CHROMIUM === undefined)("the page of the workbench", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    workbench = await openWorkbench();
  }, 180_000);

  afterAll(async () => {
    await workbench.close();
    expect(workbench.complaints).toEqual([]);
  });

  test("says at once that it starts, and is ready within the time of a cold start", () => {
    // It is to take 6 s on two quiet cores; other tests run beside this one.
    expect(workbench.started).toBeLessThan(30_000);
  });

  test("text of a ledger does nothing in grid, formula and pane but stand there", async () => {
    const { page, openFile, says, shown, type, generate } = workbench;
    const rows = [
      ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
      ...HOSTILE.map((text) => ["2025-02-01", "Buy", text, "1", "100", text]),
      ...HOSTILE.map((text) => ["2025-02-01", text, "BTC", "1", "100", "W"]),
    ];
    await openFile("hostile.csv", new TextEncoder().encode(writeCsv(rows)));
    await says(/hostile\.csv is open/);
    expect((await shown("hostile", 6, 3)).slice(1).map(([, , asset]) => asset)).toEqual(HOSTILE);
    await type("hostile", "H1", '=TLH_LOTS(A1:F11,"FIFO")');
    await expect
      .poll(async () => (await shown("hostile", 6, 9)).slice(1).map((row) => row[7]), PATIENCE)
      .toEqual(expect.arrayContaining(HOSTILE));
    await generate();
    const tab = await shown("FIFO Ordering of Sells", 30, 3);
    expect(tab.flat()).toEqual(expect.arrayContaining(HOSTILE));
    for (const text of HOSTILE) {
      expect(await page.locator(`a[href=${JSON.stringify(text)}]`).count()).toBe(0);
    }
    expect(
      await page.locator('img[src="x"], a[href*="evil.test"], a[href^="javascript"]').count(),
    ).toBe(0);
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing serious, %s, before and after a run",
    async (scheme) => {
      const { page, openSample, generate } = workbench;
      await page.emulateMedia({ colorScheme: scheme });
      await openSample();
      expect(await axeFindings(page, ["#grid"])).toEqual([]);
      await generate();
      expect(await axeFindings(page, ["#grid"])).toEqual([]);
    },
  );

  test("the answer is real HTML: headings, a table of sales, and the chart that the grid has not", async () => {
    const { page, openSample, generate } = workbench;
    await openSample();
    await generate();
    const pane = page.locator("#beside");
    expect(await pane.locator("h2, h3").count()).toBeGreaterThan(2);
    expect(await pane.locator("table tbody tr").count()).toBeGreaterThan(2);
    const chart = pane.getByRole("img", { name: /^Harvestable loss by asset: .+ \$[\d,.]+/ });
    expect(await chart.locator("rect.bar").count()).toBeGreaterThan(1);
  });

  test("F6 goes from the header to the grid, to the pane and round; keys go where the focus is", async () => {
    const { page, shown } = workbench;
    const place = () =>
      page.evaluate(() =>
        ["open", "grid", "beside"].find((id) =>
          document.getElementById(id)!.contains(document.activeElement),
        ),
      );
    await page.focus("#open");
    const places: (string | undefined)[] = [];
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press("F6");
      places.push(await place());
    }
    expect(places).toEqual(["grid", "beside", "open"]);
    await page.keyboard.press("Shift+F6");
    expect(await place()).toBe("beside");
    const before = await shown("Transactions", 3, 3);
    await page.keyboard.press("Tab");
    await page.keyboard.type("x");
    expect(await shown("Transactions", 3, 3)).toEqual(before);
    expect(await place()).toBe("beside");
  });

  test.each([
    [1024, 700],
    [600, 900],
  ])(
    "at %i by %i nothing sticks out, and the pane has 300 pixels or more",
    async (width, height) => {
      const { page } = workbench;
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(300);
      const sizes = await page.evaluate(() => ({
        over: Math.max(
          document.documentElement.scrollWidth - innerWidth,
          document.documentElement.scrollHeight - innerHeight,
        ),
        pane: document.getElementById("beside")!.clientWidth,
        grid: document.getElementById("grid")!.clientHeight,
      }));
      expect(sizes.over).toBeLessThanOrEqual(0);
      expect(sizes.pane).toBeGreaterThanOrEqual(299);
      expect(sizes.grid).toBeGreaterThan(200);
    },
  );
});
