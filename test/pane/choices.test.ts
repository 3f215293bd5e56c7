import { describe, expect, test } from "vitest";
import { settingsInForce, withSetting } from "../../pane/choices/settingChoices.ts";
import { NO_CHOICES, withAdded, withSources } from "../../pane/choices/sourceChoices.ts";
import { orderSetting, standingOrderText } from "../../pane/choices/standingOrderText.ts";
import type { Source } from "../../pane/paneHost.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";

const source = (id: string, name: string, sample: Source["sample"]): Source => ({
  id,
  name,
  kind: "sheet",
  sample,
});
const LEDGER = [["Date", "Type", "Asset", "Quantity", "Total"]];
const PRICES = [["Asset", "Price"]];

describe("the ranges", () => {
  const sources = [source("1", "Old", LEDGER), source("2", "P", PRICES), source("3", "X", [])];

  test("are found by their headings before anything was chosen", () => {
    expect(withSources(NO_CHOICES, sources)).toMatchObject({ transactions: "1", prices: "2" });
    expect(withSources(NO_CHOICES, sources).settings).toBeUndefined();
  });

  test("that the user chose stay, also none; one whose sheet is gone is found anew", () => {
    const chosen = { ...NO_CHOICES, transactions: "3", prices: undefined };
    expect(withSources(chosen, sources)).toMatchObject({ transactions: "3", prices: undefined });
    const gone = { ...NO_CHOICES, transactions: "3", prices: "9" };
    expect(withSources(gone, sources)).toMatchObject({ transactions: "3", prices: "2" });
  });

  test("of what others stated are found by their names, each time anew", () => {
    const stated = [
      ...sources,
      source("4", "Balances", [["Asset", "Quantity"]]),
      source("5", "1099-DA 2026", [["Asset", "Date sold", "Proceeds"]]),
      source("6", "1099-B 2026", [["Asset", "Date sold", "Proceeds"]]),
    ];
    expect(withSources(NO_CHOICES, stated)).toMatchObject({ balances: "4", brokers: ["5", "6"] });
    const gone = { ...NO_CHOICES, transactions: "1", balances: "4", brokers: ["5"] };
    expect(withSources(gone, stated.slice(0, 4))).toMatchObject({ balances: "4" });
    expect(withSources(gone, stated.slice(0, 4)).brokers).toBeUndefined();
    expect(withAdded(gone, [source("6", "Balances", [["Asset", "Quantity"]])]).balances).toBe("6");
    const form = source("7", "1099 Kraken", [["Asset", "Date sold", "Proceeds"]]);
    expect(withAdded(gone, [form]).brokers).toEqual(["5", "7"]);
  });

  test("of added sheets are taken; a new ledger has no chosen headings", () => {
    const chosen = { ...NO_CHOICES, transactions: "1", prices: "2", headings: { Date: "When" } };
    const added = [source("4", "New", LEDGER)];
    expect(withAdded(chosen, added)).toMatchObject({
      transactions: "4",
      prices: "2",
      headings: {},
    });
    expect(withAdded(chosen, [source("5", "P2", PRICES)])).toMatchObject({
      transactions: "1",
      prices: "5",
      headings: { Date: "When" },
    });
  });
});

describe("a setting", () => {
  const sheet = source("s", "Settings", [["wash", "off"]]);
  const choices = { ...NO_CHOICES, settings: "s" };

  test("is the pane's, else the sheet's, else the default", () => {
    const inForce = settingsInForce({ ...choices, set: { scope: "universal" } }, [sheet]);
    expect(inForce("scope")).toEqual({ value: "universal", from: "pane", inSheet: undefined });
    expect(inForce("wash")).toEqual({ value: "off", from: "sheet", inSheet: "off" });
    expect(inForce("filing_status")).toMatchObject({ value: "single", from: "default" });
    expect(inForce("taxable_income")).toMatchObject({ value: "", from: "default" });
  });

  test("is kept only where it differs from what holds without it", () => {
    const inSheet = "off";
    expect(withSetting({}, "wash", { value: "securities", inSheet })).toEqual({
      wash: "securities",
    });
    expect(withSetting({ wash: "securities" }, "wash", { value: "off", inSheet })).toEqual({});
    expect(withSetting({ magi: "1" }, "magi", { value: " ", inSheet: undefined })).toEqual({});
    expect(withSetting({ magi: "1" }, "scope", { value: "wallet", inSheet: undefined })).toEqual({
      magi: "1",
    });
  });
});

describe("a standing order", () => {
  const order = { method: "LIFO", since: "2026-12-01", wallet: "Kraken" } as const;

  test("is written as the setting reads it", () => {
    expect(orderSetting(order)).toBe("LIFO 2026-12-01 @Kraken");
    expect(orderSetting({ ...order, wallet: "" })).toBe("LIFO 2026-12-01");
    const { settings, problems } = parseSettings([["method_since", orderSetting(order)]]);
    expect(problems).toEqual([]);
    expect(settings.methodSince).toMatchObject([{ method: "LIFO", wallet: "Kraken" }]);
  });

  test("says the day, the wallet, the units and that it never works backwards", () => {
    const text = standingOrderText(order);
    expect(text).toContain("From 2026-12-01 on");
    expect(text).toContain("held in Kraken");
    expect(text).toContain("the units acquired last");
    expect(text).toContain("never backwards");
    expect(standingOrderText({ ...order, wallet: "" })).toContain("any of my wallets and accounts");
  });
});
