import { expect, test } from "vitest";
import { call, pick, rowsOf } from "../../../support/callFunction.ts";

const HEADER = ["Timestamp", "Type", "IN Amount", "IN Currency", "Out Amount", "Out Currency"];

test.each(["staking reward", "airdrop", "interest received", "mined"])(
  "%s with dollars on the other side: the dollars are its value, nothing was paid",
  (type) => {
    const ledger = [HEADER, ["2026-01-05T10:00:00Z", type, "2", "SOL", "300", "USD"]];
    expect(rowsOf(call("TLH_PROBLEMS", ledger))).toEqual([]);
    expect(
      pick(rowsOf(call("TLH_LOTS", ledger, "FIFO")), "Asset", "Quantity", "Cost basis"),
    ).toEqual([["SOL", 2, 300]]);
  },
);
