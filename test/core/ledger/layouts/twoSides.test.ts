import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { codesOf, linesOf, readLedger } from "../../../support/readLedger.ts";

const HEADER =
  "Date|Type|Label|Sending Wallet|Sent Amount|Sent Currency|Receiving Wallet|Received Amount|Received Currency|Fee Amount|Fee Currency|Net Worth Amount|Net Worth Currency|Fee Value (USD)|Received Cost Basis|Acquired|TxHash|Lot";

type Sides = {
  type?: string;
  label?: string;
  from?: string;
  sent?: string;
  to?: string;
  received?: string;
  fee?: string;
  worth?: string;
  feeWorth?: string;
  basis?: string;
  acquired?: string;
  id?: string;
  lot?: string;
};

const row = (sides: Sides): CellValue[] => {
  const pair = (side = ""): [string, string] => {
    const [amount = "", currency = ""] = side.split(" ");
    return [amount, currency];
  };
  const { type = "", label = "", from = "", to = "", feeWorth = "", basis = "" } = sides;
  return [
    ...["2026-01-05", type, label, from, ...pair(sides.sent), to, ...pair(sides.received)],
    ...[...pair(sides.fee), ...pair(sides.worth), feeWorth, basis, sides.acquired ?? ""],
    ...[sides.id ?? "", sides.lot ?? ""],
  ];
};
const sheet = (...rows: Sides[]): CellValue[][] => [HEADER.split("|"), ...rows.map(row)];
const lines = (sides: Sides, options = ""): string[] =>
  linesOf(readLedger(sheet(sides), options)).map((line) => line.replace("2: 2026-01-05 ", ""));
const codes = (sides: Sides, options = ""): string[] => codesOf(readLedger(sheet(sides), options));

describe("cash for an asset is a purchase", () => {
  test("with the dollar fee in its basis", () => {
    expect(lines({ sent: "20000 USD", received: "1 BTC", fee: "10 USD", to: "K" })).toEqual([
      "purchase 1 BTC for 20010 in K",
    ]);
  });
  test("another currency is cash of the row's dollar value, and never a lot", () => {
    const bought = { sent: "100 EUR", received: "1 ETH", fee: "1 EUR", to: "K" };
    expect(lines({ ...bought, worth: "110 USD" })).toEqual(["purchase 1 ETH for 111.1 in K"]);
    expect(codes(bought)).toEqual(["2 Error no-amount"]);
  });
  test("a fee in a third coin is a disposal of its own and adds to the basis", () => {
    expect(
      lines({ sent: "100 USD", received: "1 ETH", fee: "1 BNB", feeWorth: "3", to: "K" }),
    ).toEqual(["purchase 1 ETH for 103 in K", "Fee 1 BNB for 3 from K"]);
  });
  test("a fee in the coin bought comes from those very units", () => {
    expect(lines({ sent: "100 USD", received: "10 ETH", fee: "1 ETH", to: "K" })).toEqual([
      "purchase 10 ETH for 110 in K",
      "Fee 1 ETH for 10 from K by 1 of row 2",
    ]);
  });
});

describe("an asset for cash is a sale", () => {
  test("with the dollar fee off its proceeds", () => {
    expect(lines({ sent: "1 BTC", received: "20000 USD", fee: "10 USD", from: "K" })).toEqual([
      "Sell 1 BTC for 19990 from K",
    ]);
  });
  test("a fee in the coin sold is part of the one disposal", () => {
    expect(lines({ sent: "1 BTC", received: "20000 USD", fee: "0.01 BTC", from: "K" })).toEqual([
      "Sell 1.01 BTC for 20000 from K",
    ]);
  });
  test("a fee in a third coin is a disposal of its own and lowers the proceeds", () => {
    const sold = { sent: "1 BTC", received: "20000 USD", fee: "1 BNB", from: "K" };
    expect(lines({ ...sold, feeWorth: "300" })).toEqual([
      "Sell 1 BTC for 19700 from K",
      "Fee 1 BNB for 300 from K",
    ]);
    expect(codes(sold)).toEqual(["2 Error fee-without-value"]);
  });
  test("units sent may have a minus, units received may not", () => {
    expect(lines({ sent: "-1 BTC", received: "20000 USD" })).toEqual([
      "Sell 1 BTC for 20000 from ",
    ]);
    expect(codes({ sent: "1 BTC", received: "-20000 USD" })).toEqual(["2 Error bad-number"]);
  });
});

/** 26 CFR 1.1001-7(b)(5), examples 2 and 4; 1.1012-1(h)(4), (j)(5). */
describe("an asset for another is a trade", () => {
  test("a fee in cash all lowers the proceeds, and none is in the new basis", () => {
    expect(lines({ sent: "10 A", received: "20 B", fee: "2 USD", worth: "20 USD" })).toEqual([
      "exchange 20 B for 20 in ",
      "Sell 10 A for 18 from ",
    ]);
  });
  test("a fee in the coin given up is part of the one disposal", () => {
    expect(lines({ sent: "9 A", received: "18 B", fee: "1 A", worth: "18 USD" })).toEqual([
      "exchange 18 B for 18 in ",
      "Sell 10 A for 18 from ",
    ]);
  });
  test("a fee in the coin received is a disposal of those very units", () => {
    expect(lines({ sent: "10 A", received: "20 B", fee: "1 B", worth: "20 USD" })).toEqual([
      "exchange 20 B for 20 in ",
      "Sell 10 A for 19 from ",
      "Fee 1 B for 1 from  by 1 of row 2",
    ]);
  });
  test("a fee in a third coin is a disposal of its own", () => {
    const traded = { sent: "10 A", received: "20 B", fee: "1 C", worth: "20 USD" };
    expect(lines({ ...traded, feeWorth: "2" })).toEqual([
      "exchange 20 B for 20 in ",
      "Sell 10 A for 18 from ",
      "Fee 1 C for 2 from ",
    ]);
    expect(codes(traded)).toEqual(["2 Error fee-without-value"]);
  });
  test("without a dollar value is an Error, stablecoins or not", () => {
    expect(codes({ sent: "10 A", received: "20 USDT" })).toEqual(["2 Error no-amount"]);
    expect(codes({ sent: "10 A", received: "20 B", worth: "20 EUR" })).toEqual([
      "2 Error amount-not-dollars",
    ]);
  });
});

describe("units that are only received", () => {
  test.each([
    ["reward", "income"],
    ["Staking", "income"],
    ["mined", "income"],
    ["interest received", "income"],
    ["salary", "income"],
    ["airdrop", "airdrop"],
    ["fork", "airdrop"],
    ["inherited", "inheritance"],
    ["opening balance", "opening"],
  ])("labelled %s are %s", (label, origin) => {
    expect(lines({ label, received: "2 ETH", worth: "60 USD", to: "K" })).toEqual([
      `${origin} 2 ETH for 60 in K`,
    ]);
    expect(codes({ label, received: "2 ETH" })).toEqual(["2 Error no-amount"]);
  });
  test("a gift needs the donor's basis, and has its value for a loss", () => {
    const gift = { label: "gift", received: "2 ETH", worth: "60 USD", to: "K" };
    expect(codes(gift)).toEqual(["2 Error gift-without-basis"]);
    expect(lines({ ...gift, basis: "100", acquired: "2020-01-15" })).toEqual([
      "gift 2 ETH for 100, for a loss 60, held from 2020-01-15 in K",
    ]);
    expect(codes({ ...gift, basis: "100" })).toEqual(["2 Warning gift-without-date"]);
    expect(codes({ ...gift, basis: "zero" })).toEqual([]);
  });
  test.each(["", "deposit", "receive", "crypto_deposit"])(
    "a deposit (%s) is never a purchase",
    (type) => {
      expect(codes({ type, received: "2 ETH", worth: "60 USD" })).toEqual([
        "2 Error transfer-nowhere",
      ]);
    },
  );
  test.each(["buy", "cost", "donation", "lost"])("%s needs another side", (label) => {
    expect(codes({ label, received: "2 ETH", worth: "60 USD" })).toEqual([
      "2 Error label-against-sides",
    ]);
  });
});

describe("units that are only sent", () => {
  test.each([
    ["cost", "Spend 1 ETH for 30 from K"],
    ["payment", "Spend 1 ETH for 30 from K"],
    ["fee", "Fee 1 ETH for 30 from K"],
    ["gift", "Gift sent 1 ETH from K"],
    ["donation", "Donation 1 ETH from K"],
    ["lost", "Lost 1 ETH from K"],
    ["stolen", "Lost 1 ETH from K"],
  ])("labelled %s", (label, line) => {
    expect(lines({ label, sent: "1 ETH", worth: "30 USD", from: "K" })).toEqual([line]);
  });
  test.each(["", "withdrawal", "send"])("a withdrawal (%s) is never a sale", (type) => {
    expect(codes({ type, sent: "2 ETH", worth: "60 USD" })).toEqual(["2 Error transfer-nowhere"]);
  });
  test("a payment without a value is an Error", () => {
    expect(codes({ label: "cost", sent: "1 ETH" })).toEqual(["2 Error no-amount"]);
  });
  test.each(["sell", "reward", "airdrop"])("%s needs another side", (label) => {
    expect(codes({ label, sent: "2 ETH", worth: "60 USD" })).toEqual([
      "2 Error label-against-sides",
    ]);
  });
  test("the network's fee on a gift is a disposal", () => {
    expect(lines({ label: "gift", sent: "2 ETH", fee: "0.1 ETH", worth: "60 USD" })).toEqual([
      "Gift sent 2 ETH from ",
      "Fee 0.1 ETH for 3 from ",
    ]);
    expect(codes({ label: "gift", sent: "2 ETH", fee: "0.1 ETH" })).toEqual([
      "2 Error fee-without-value",
    ]);
  });
  test("a fee may stand in the fee columns alone", () => {
    expect(lines({ type: "fee", fee: "0.1 ETH", feeWorth: "3", to: "K" })).toEqual([
      "Fee 0.1 ETH for 3 from K",
    ]);
  });
});

describe("the same asset on both sides is a move", () => {
  const moved: Sides = {
    type: "transfer",
    from: "K",
    to: "L",
    sent: "1.01 BTC",
    received: "1 BTC",
  };
  test("what does not arrive is the fee, at its share of the value", () => {
    expect(lines({ ...moved, worth: "20200 USD" })).toEqual([
      "transfer 1 BTC from K to L, fee 0.01 BTC worth 200 from K",
    ]);
  });
  test("the fee column counts once where it says the same, else as well", () => {
    expect(lines({ ...moved, fee: "0.01 BTC", feeWorth: "200" })).toEqual([
      "transfer 1 BTC from K to L, fee 0.01 BTC worth 200 from K",
    ]);
    expect(lines({ ...moved, sent: "1 BTC", fee: "2 ETH", feeWorth: "5" })).toEqual([
      "transfer 1 BTC from K to L, fee 2 ETH worth 5 from K",
    ]);
  });
  test("a fee in another currency without its dollar value is an Error, and the row takes no part", () => {
    const paid = { ...moved, sent: "1 BTC", fee: "3 EUR" };
    expect(codes(paid)).toEqual(["2 Error fee-without-value"]);
    expect(lines(paid)).toEqual([]);
    expect(lines({ ...paid, feeWorth: "4" })).toEqual(["transfer 1 BTC from K to L"]);
  });
  test("a fee without a value is an Error, unless its basis is carried over", () => {
    expect(codes(moved)).toEqual(["2 Error fee-without-value"]);
    expect(lines(moved, "transfer_fee=basis")).toEqual([
      "transfer 1 BTC from K to L, fee 0.01 BTC worth 0 from K",
    ]);
  });
  test("needs two wallets, and cannot grow", () => {
    expect(codes({ ...moved, to: "k" })).toEqual(["2 Error transfer-to-itself"]);
    expect(codes({ ...moved, from: "", to: "" })).toEqual(["2 Error transfer-nowhere"]);
    expect(codes({ ...moved, sent: "0.9 BTC" })).toEqual(["2 Error transfer-grows"]);
  });
  test("one amount with both wallets is enough", () => {
    expect(lines({ type: "transfer", from: "K", to: "L", sent: "1 BTC" })).toEqual([
      "transfer 1 BTC from K to L",
    ]);
    expect(lines({ type: "deposit", from: "K", to: "L", received: "1 BTC" })).toEqual([
      "transfer 1 BTC from K to L",
    ]);
  });
  test("a dollar fee on it is a Warning", () => {
    expect(codes({ ...moved, sent: "1 BTC", fee: "5 USD" })).toEqual(["2 Warning fee-not-counted"]);
  });
});

describe("cash alone moves no lot", () => {
  test.each([
    { received: "500 USD" },
    { sent: "500 USD", type: "withdrawal" },
    { sent: "100 EUR", received: "110 USD" },
  ])("%j", (sides) => {
    const ledger = readLedger(sheet(sides));
    expect([ledger.transactions, ledger.problems, ledger.withoutEffect]).toEqual([[], [], [2]]);
  });
  test("a purchase without what was bought is an Error", () => {
    expect(codes({ sent: "500 USD", type: "buy" })).toEqual(["2 Error label-against-sides"]);
  });
});

describe("rows that cannot be read", () => {
  test.each<[string, Sides, string]>([
    ["no sides", { type: "buy" }, "no-sides"],
    ["an amount without a currency", { sent: "1", received: "5 USD" }, "incomplete-side"],
    ["a currency without an amount", { sent: " BTC", received: "5 USD" }, "incomplete-side"],
    ["a fee without a currency", { sent: "1 A", received: "5 USD", fee: "1" }, "incomplete-side"],
    ["an unknown label", { label: "foo", sent: "1 A" }, "unknown-type"],
    ["an unknown type", { type: "foo", sent: "1 A", received: "5 USD" }, "unknown-type"],
    ["margin", { label: "margin fee", sent: "1 A" }, "refused-type"],
    ["a pool", { label: "liquidity_in", sent: "1 A", received: "2 LP" }, "refused-type"],
    [
      "income on both sides",
      { label: "reward", sent: "1 A", received: "2 B" },
      "label-against-sides",
    ],
  ])("%s", (_, sides, code) => {
    expect(codes(sides)).toEqual([`2 Error ${code}`]);
  });
  test("a row that its service ignores is left out with a Warning", () => {
    expect(codes({ label: "ignored", received: "1 SCAM" })).toEqual(["2 Warning marked-ignored"]);
    expect(lines({ label: "ignored", received: "1 SCAM" })).toEqual([]);
  });
});

test("a lot named on a trade is relieved by what is sent", () => {
  const bought = { sent: "10 USD", received: "1 A", id: "b1" };
  const traded = { sent: "1 A", received: "2 B", worth: "20 USD", lot: "b1" };
  expect(linesOf(readLedger(sheet(bought, traded)))).toEqual([
    "2: 2026-01-05 purchase 1 A for 10 in ",
    "3: 2026-01-05 exchange 2 B for 20 in ",
    "3: 2026-01-05 Sell 1 A for 20 from  by row 2",
  ]);
  const unknown = readLedger(sheet(bought, { ...traded, lot: "b2" }));
  expect(codesOf(unknown)).toEqual(["3 Error lot-unknown"]);
  expect(linesOf(unknown)).toEqual(["2: 2026-01-05 purchase 1 A for 10 in "]);
});

/** Header rows as the services write them. */
describe("formats", () => {
  const read = (header: string, ...rows: string[]): string[] =>
    linesOf(readLedger([header, ...rows].map((text) => text.split(","))));
  test("Koinly's universal file", () => {
    expect(
      read(
        "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash",
        "2024-01-01 10:00:00 UTC,10,A,20,B,,,20,USD,,,x",
      ),
    ).toEqual(["2: 2024-01-01 exchange 20 B for 20 in ", "2: 2024-01-01 Sell 10 A for 20 from "]);
  });
  test("Koinly's export", () => {
    expect(
      read(
        "Date,Type,Label,Sending Wallet,Sent Amount,Sent Currency,Sent Cost Basis,Receiving Wallet,Received Amount,Received Currency,Received Cost Basis,Fee Amount,Fee Currency,Gain (USD),Net Value (USD),Fee Value (USD),TxSrc,TxDest,TxHash,Description",
        "2024-01-01 10:00:00,exchange,,Kraken,1,BTC,,Kraken,10,ETH,,1,BNB,,40000,4.5,,,,",
      ),
    ).toEqual([
      "2: 2024-01-01 exchange 10 ETH for 40000 in Kraken",
      "2: 2024-01-01 Sell 1 BTC for 39995.5 from Kraken",
      "2: 2024-01-01 Fee 1 BNB for 4.5 from Kraken",
    ]);
  });
  test("Koinly's bulk edit, with numbers behind names, and rows marked deleted", () => {
    const header =
      "ID (read-only),Parent ID (read-only),Date (UTC),Type,Tag,From Wallet (read-only),From Wallet ID,From Amount,From Currency,To Wallet (read-only),To Wallet ID,To Amount,To Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Fee Worth Amount,Fee Worth Currency,Net Value (read-only),Fee Value (read-only),Value Currency (read-only),Deleted";
    expect(
      read(
        header,
        "1,,2024-01-01 10:00:00,transfer,,Kraken;9,,1.1,BTC;1,Ledger;8,,1,BTC;1,,,,,,,44000,,USD;3,false",
        "2,,2024-01-01 10:00:00,exchange,,Kraken;9,,1,BTC;1,Kraken;9,,1,ETH;1,,,,,,,44000,,USD;3,true",
      ),
    ).toEqual([
      "2: 2024-01-01 transfer 1 BTC from Kraken to Ledger, fee 0.1 BTC worth 4000 from Kraken",
    ]);
  });
  test("ZenLedger", () => {
    const header =
      "Timestamp,Type,IN Amount,IN Currency,Out Amount,Out Currency,Fee Amount,Fee Currency,Exchange(optional),US Based,Txid";
    expect(read(header, "01/02/2024T15:04:05Z,buy,1,BTC,40000,USD,10,USD,Kraken,Yes,x")).toEqual([
      "2: 2024-01-02 purchase 1 BTC for 40010 in Kraken",
    ]);
  });
  test("CoinLedger", () => {
    const header =
      "Date (UTC),Platform (Optional),Asset Sent,Amount Sent,Asset Received,Amount Received,Fee Currency (Optional),Fee Amount (Optional),Type,Description (Optional),TxHash (Optional)";
    expect(read(header, "01/02/2024 15:04:05,Kraken,BTC,1,USD,40000,USD,10,Trade,,x")).toEqual([
      "2: 2024-01-02 Sell 1 BTC for 39990 from Kraken",
    ]);
  });
  test("CoinTracker", () => {
    const header =
      "Date,Received Quantity,Received Currency,Sent Quantity,Sent Currency,Fee Amount,Fee Currency,Tag";
    expect(read(header, "01/02/2024 15:04:05,,,1,BTC,,,donation")).toEqual([
      "2: 2024-01-02 Donation 1 BTC from ",
    ]);
  });
  test("TaxBit", () => {
    const header =
      "Date and Time,Transaction Type,Sent Quantity,Sent Currency,Sending Source,Received Quantity,Received Currency,Receiving Destination,Fee,Fee Currency,Exchange Transaction ID,Blockchain Transaction Hash";
    expect(read(header, "2024-01-02T15:04:05Z,Buy,100,USD,Kraken,1,A,Kraken,1,USD,x,y")).toEqual([
      "2: 2024-01-02 purchase 1 A for 101 in Kraken",
    ]);
  });
  test("base and quote of Crypto Tax Calculator: the type says which side the base is on", () => {
    const header =
      "Timestamp (UTC),Type,Base Currency (Optional),Base Amount (Optional),Quote Currency (Optional),Quote Amount (Optional),Fee Currency (Optional),Fee Amount (Optional),From (Optional),To (Optional),ID (Optional),Description (Optional),Reference Price Per Unit,Reference Price Currency";
    const rows = [
      "2024-01-01 10:00:00,buy,BTC,1,USD,20000,USD,10,,Kraken,1,,,",
      "2024-01-01 10:00:01,sell,BTC,1,USD,20000,USD,10,Kraken,,2,,,",
      "2024-01-01 10:00:02,transfer,BTC,1,,,BTC,0.001,Kraken,Ledger,3,,20000,USD",
      "2024-01-01 10:00:03,staking,ETH,2,,,,,,Kraken,4,,2000,USD",
      "2024-01-01 10:00:04,buy,ETH,10,BTC,0.5,,,Kraken,,5,,2000,USD",
      "2024-01-01 10:00:05,fiat-deposit,USD,100,,,,,,Kraken,6,,,",
      "2024-01-01 10:00:06,trade,ETH,10,BTC,0.5,,,Kraken,,7,,2000,USD",
    ];
    expect(read(header, ...rows)).toEqual([
      "2: 2024-01-01 purchase 1 BTC for 20010 in Kraken",
      "3: 2024-01-01 Sell 1 BTC for 19990 from Kraken",
      "4: 2024-01-01 transfer 1 BTC from Kraken to Ledger, fee 0.001 BTC worth 20 from Kraken",
      "5: 2024-01-01 income 2 ETH for 4000 in Kraken",
      "6: 2024-01-01 exchange 10 ETH for 20000 in Kraken",
      "6: 2024-01-01 Sell 0.5 BTC for 20000 from Kraken",
    ]);
    const ledger = readLedger([header, ...rows].map((text) => text.split(",")));
    expect(codesOf(ledger)).toEqual(["8 Error direction-unknown"]);
  });
});
