import { describe, expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const CURRENT =
  "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes";
const PREAMBLE = "Transactions\r\nUser,A. Taxpayer,0123\r\n\r\n";

type Row = {
  id?: string;
  type: string;
  asset?: string;
  quantity: string;
  currency?: string;
  subtotal?: string;
  fee?: string;
  notes?: string;
};
const line = (row: Row): string => {
  const { id = "", type, asset = "BTC", quantity, currency = "USD", subtotal = "" } = row;
  return `${id},2024-01-05 10:00:00 UTC,${type},${asset},${quantity},${currency},,${subtotal},,${row.fee ?? ""},"${row.notes ?? ""}"`;
};
const exported = (...rows: Row[]): string =>
  `${PREAMBLE}${[CURRENT, ...rows.map(line)].join("\r\n")}`;
const lines = (...rows: Row[]): readonly string[] =>
  fatesOf(exported(...rows)).lines.map((text) => text.replace("2024-01-05 ", ""));
const problems = (...rows: Row[]): readonly string[] => fatesOf(exported(...rows)).problems;

describe("every variant since 2020 is read, below its preamble", () => {
  const bought = "5: 2024-01-05 purchase 0.5 BTC for 20150 in Coinbase";
  test.each([
    [
      CURRENT,
      'a1,2024-01-05 10:00:00 UTC,Buy,BTC,0.5,USD,"$40,000.00","$20,000.00","$20,150.00",$150.00,Bought 0.5 BTC for 20150.00 USD',
    ],
    [
      `${CURRENT},Sender Address,Recipient Address`,
      'a1,2024-01-05 10:00:00 UTC,Buy,BTC,0.5,USD,"$40,000.00","$20,000.00","$20,150.00",$150.00,,,',
    ],
    [
      CURRENT.replace("ID,", ""),
      '2024-01-05 10:00:00 UTC,Buy,BTC,0.5,USD,"$40,000.00","$20,000.00","$20,150.00",$150.00,',
    ],
    [
      "Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes",
      "2024-01-05T10:00:00Z,Buy,BTC,0.5,USD,40000.00,20000.00,20150.00,150.00,",
    ],
    [
      "Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees),Fees,Notes",
      "2024-01-05T10:00:00Z,Buy,BTC,0.5,USD,40000.00,20000.00,20150.00,150.00,",
    ],
    [
      "Timestamp,Transaction Type,Asset,Quantity Transacted,USD Spot Price at Transaction,USD Subtotal,USD Total (inclusive of fees),USD Fees,Notes",
      "2024-01-05T10:00:00Z,Buy,BTC,0.5,40000.00,20000.00,20150.00,150.00,",
    ],
  ])("%s", (heading, row) => {
    const text = `${PREAMBLE}${heading}\r\n${row}`;
    expect(formatOf(text)).toBe("Coinbase");
    expect(fatesOf(text)).toMatchObject({ lines: [bought], problems: [] });
  });
  test("another price currency needs a dollar value, also where headings name it", () => {
    const euros =
      "Timestamp,Transaction Type,Asset,Quantity Transacted,EUR Spot Price at Transaction,EUR Subtotal,EUR Total (inclusive of fees),EUR Fees,Notes,Net Worth Amount\r\n2024-01-05T10:00:00Z,Buy,BTC,0.5,40000.00,20000.00,20150.00,150.00,,";
    expect(fatesOf(euros).problems).toEqual(["2 Error no-amount"]);
    // 150 of 20,000 euros are worth 165 of 22,000 dollars.
    expect(fatesOf(`${euros}22000`).lines).toEqual([
      "2: 2024-01-05 purchase 0.5 BTC for 22165 in Coinbase",
    ]);
  });
});

describe("trades", () => {
  test("a sale is negative in newer exports", () => {
    const sold = { type: "Sell", quantity: "-0.5", subtotal: "$21000.00", fee: "$200.00" };
    expect(lines(sold)).toEqual(["5: Sell 0.5 BTC for 20800 from Coinbase"]);
    expect(lines({ ...sold, quantity: "0.5", type: "Advance Trade Sell" })).toEqual([
      "5: Sell 0.5 BTC for 20800 from Coinbase",
    ]);
  });
  test("a purchase for another coin gives that coin at the subtotal's value", () => {
    expect(
      lines({
        type: "Advanced Trade Buy",
        asset: "ETH",
        quantity: "0.5",
        subtotal: "$1000.00",
        fee: "$6.00",
        notes: "Bought 0.5 ETH for 1,006.00 USDC on ETH-USDC at 2000 USDC/ETH",
      }),
    ).toEqual([
      "5: exchange 0.5 ETH for 1000 in Coinbase",
      "5: Sell 1006 USDC for 1000 from Coinbase",
    ]);
  });
  test("other words behind the amount name no coin", () => {
    const notes = "Bought 0.5 BTC for $20,000.00 using VISA card";
    const bought = { type: "Buy", quantity: "0.5", subtotal: "$19850", fee: "$150", notes };
    expect(lines(bought)).toEqual(["5: purchase 0.5 BTC for 20000 in Coinbase"]);
  });
  test("a sale for another coin receives what the fee has left", () => {
    expect(
      lines({
        type: "Advanced Trade Sell",
        asset: "ETH",
        quantity: "-0.5",
        subtotal: "-$1000.00",
        fee: "$6.00",
        notes: "Sold 0.5 ETH for 994.00 USDC on ETH-USDC at 2000 USDC/ETH",
      }),
    ).toEqual([
      "5: exchange 994 USDC for 994 in Coinbase",
      "5: Sell 0.5 ETH for 994 from Coinbase",
    ]);
  });
});

describe("a conversion", () => {
  const notes = "Converted 0.1 BTC to 1.5 ETH";
  const expected = [
    "5: exchange 1.5 ETH for 3980 in Coinbase",
    "5: Sell 0.1 BTC for 3980 from Coinbase",
  ];
  test("of one row says in its notes what was received", () => {
    const row = { type: "Convert", quantity: "0.1", subtotal: "3980", fee: "20", notes };
    expect(lines(row)).toEqual(expected);
  });
  test("of two rows is one trade, whichever comes first", () => {
    const gave = { type: "Convert", quantity: "-0.1", subtotal: "-$3980", fee: "$20", notes };
    const got = { type: "Convert", asset: "ETH", quantity: "1.5", subtotal: "$3980", notes };
    expect(fatesOf(exported(gave, got)).joined).toEqual([6]);
    expect(lines(gave, got)).toEqual(expected);
    expect(lines(got, gave).map((text) => text.replace("6:", "5:"))).toEqual(expected);
  });
  test("twice at one time is two trades", () => {
    const gave = { type: "Convert", quantity: "-0.1", subtotal: "3980", notes };
    const got = { type: "Convert", asset: "ETH", quantity: "1.5", subtotal: "3980", notes };
    expect(fatesOf(exported(gave, gave, got, got))).toMatchObject({ joined: [7, 8] });
    expect(lines(gave, gave, got, got)).toHaveLength(4);
  });
  test("without notes lacks a side", () => {
    expect(problems({ type: "Convert", quantity: "0.1", subtotal: "3980" })).toEqual([
      "5 Error label-against-sides",
    ]);
  });
});

describe("what is not a trade", () => {
  test.each([
    "Staking Income",
    "Learning Reward",
    "Coinbase Earn",
    "Rewards Income",
    "Reward Income",
    "Inflation Reward",
    "Interest payout",
    "Subscription Rebates (24 Hours)",
  ])("%s is income at the subtotal", (type) => {
    expect(lines({ type, quantity: "0.01", subtotal: "400" })).toEqual([
      "5: income 0.01 BTC for 400 in Coinbase",
    ]);
  });
  test("a receipt that the notes call a reward is income, and any other a problem", () => {
    const received = { type: "Receive", quantity: "0.01", subtotal: "400" };
    expect(lines({ ...received, notes: "Received 0.01 BTC from Coinbase Earn" })).toEqual([
      "5: income 0.01 BTC for 400 in Coinbase",
    ]);
    expect(problems({ ...received, notes: "From 3Pxyz" })).toEqual(["5 Error transfer-nowhere"]);
  });
  test("a send is a problem and no sale", () => {
    expect(problems({ type: "Send", quantity: "-0.01", subtotal: "400" })).toEqual([
      "5 Error transfer-nowhere",
    ]);
  });
  test("moves to and from Coinbase Pro name both wallets", () => {
    expect(
      lines(
        { type: "Pro Deposit", quantity: "-1" },
        { type: "Exchange Withdrawal", quantity: "1" },
      ),
    ).toEqual([
      "5: transfer 1 BTC from Coinbase to Coinbase Pro",
      "6: transfer 1 BTC from Coinbase Pro to Coinbase",
    ]);
  });
  test("card payments are spent, donations removed", () => {
    expect(
      lines(
        { type: "Card Spend", quantity: "-0.1", subtotal: "$-4000" },
        { type: "Donation", quantity: "-0.1" },
      ),
    ).toEqual(["5: Spend 0.1 BTC for 4000 from Coinbase", "6: Donation 0.1 BTC from Coinbase"]);
  });
  test("cash, staking moves and vaults change no lot", () => {
    const rows = [
      { type: "Deposit", asset: "USD", quantity: "100" },
      { type: "Withdrawal", asset: "USD", quantity: "-100", fee: "$1.50" },
      { type: "Retail Staking Transfer", asset: "ETH", quantity: "-1" },
      { type: "Retail Eth2 Deprecation", asset: "ETH2", quantity: "-1" },
      { type: "Vault Withdrawal", quantity: "1" },
    ];
    const fates = fatesOf(exported(...rows));
    expect(fates).toMatchObject({ lines: [], problems: [] });
    expect(new Set(fates.withoutEffect)).toEqual(new Set([5, 6, 7, 8, 9]));
  });
  test("ETH2 is ETH", () => {
    const row = { type: "Staking Income", asset: "ETH2", quantity: "0.01", subtotal: "20" };
    expect(lines(row)).toEqual(["5: income 0.01 ETH for 20 in Coinbase"]);
  });
  test("an unknown type is a problem of its row", () => {
    expect(problems({ type: "Admin Debit", quantity: "-1", subtotal: "5" })).toEqual([
      "5 Error unknown-type",
    ]);
  });
});

test("no row is lost", () => {
  const notes = "Converted 0.1 BTC to 1.5 ETH";
  const text = exported(
    { type: "Buy", quantity: "1", subtotal: "10", fee: "1" },
    { type: "Sell", quantity: "-1", subtotal: "10", fee: "1" },
    { type: "Convert", quantity: "-0.1", subtotal: "10", notes },
    { type: "Convert", asset: "ETH", quantity: "1.5", subtotal: "10", notes },
    { type: "Send", quantity: "-1" },
    { type: "Pro Deposit", quantity: "-1" },
    { type: "Staking Income", quantity: "1", subtotal: "5" },
    { type: "Retail Staking Transfer", quantity: "1" },
    { type: "Deposit", asset: "USD", quantity: "1" },
    { type: "Anything", quantity: "1" },
  );
  expectNoRowLost(text, 4);
});
