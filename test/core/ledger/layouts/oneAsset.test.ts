import { describe, expect, test } from "vitest";
import { timeZone, noZoneOffsets } from "../../../../core/calendar/timeZone.ts";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { codesOf, linesOf, readLedger } from "../../../support/readLedger.ts";

const HEADER =
  "Date|Type|Asset|Quantity|Price|Total|Fee|Wallet|Account|To wallet|Lot|Id|Acquired|1099";

/** A sheet from rows written with bars between the cells. */
const sheet = (...rows: string[]): CellValue[][] => [HEADER, ...rows].map((row) => row.split("|"));

const lines = (...rows: string[]): string[] => linesOf(readLedger(sheet(...rows)));
const codes = (...rows: string[]): string[] => codesOf(readLedger(sheet(...rows)));

describe("money", () => {
  test("a purchase's basis is the total with the fee", () => {
    expect(lines("2026-01-05|Buy|ETH|2||6000|30|Kraken")).toEqual([
      "2: 2026-01-05 purchase 2 ETH for 6030 in Kraken",
    ]);
  });
  test("a sale's proceeds are the total less the fee", () => {
    expect(lines("2026-07-01|Sell|ETH|1||3500|17.50|Kraken")).toEqual([
      "2: 2026-07-01 Sell 1 ETH for 3482.5 from Kraken",
    ]);
  });
  test("a payment's proceeds are the total less the fee", () => {
    expect(lines("2025-06-02|Spend|A|10||10|1|W")).toEqual([
      "2: 2025-06-02 Spend 10 A for 9 from W",
    ]);
  });
  test("without a total it is price times quantity", () => {
    expect(lines("2026-01-05|Buy|ETH|0.3|0.1||1|K")).toEqual([
      "2: 2026-01-05 purchase 0.3 ETH for 1.03 in K",
    ]);
  });
  test("the total wins over the price, and up to a cent of difference is none", () => {
    expect(lines("2026-01-05|Buy|ETH|2|50|100.01||K", "2026-01-06|Buy|ETH|2|50|100.02||K")).toEqual(
      [
        "2: 2026-01-05 purchase 2 ETH for 100.01 in K",
        "3: 2026-01-06 purchase 2 ETH for 100.02 in K",
      ],
    );
    expect(codes("2026-01-05|Buy|ETH|2|50|100.01||K", "2026-01-06|Buy|ETH|2|50|100.02||K")).toEqual(
      ["3 Warning amount-mismatch"],
    );
  });
  test.each(["Buy", "Sell", "Spend", "Income", "Inherited", "Opening lot", "Fee"])(
    "%s without a price and a total has no amount",
    (type) => {
      expect(codes(`2026-01-05|${type}|ETH|2||||K`)).toEqual(["2 Error no-amount"]);
    },
  );
  test("0 is what hosts hand over for blank; the word zero is a real zero", () => {
    const grid = [
      ...sheet(),
      ["2026-01-05", "Buy", "ETH", 2, 0, 0, 0],
      ["2026-01-05", "Buy", "ETH", 2, 0, "Zero", 0],
    ];
    expect(codesOf(readLedger(grid))).toEqual(["2 Error no-amount"]);
    expect(linesOf(readLedger(grid))).toEqual(["3: 2026-01-05 purchase 2 ETH for 0 in "]);
  });
  test("a fee above the amount is a Warning", () => {
    expect(codes("2026-07-01|Sell|ETH|1||3|5|K")).toEqual(["2 Warning fee-above-amount"]);
    expect(lines("2026-07-01|Sell|ETH|1||3|5|K")).toEqual([
      "2: 2026-07-01 Sell 1 ETH for -2 from K",
    ]);
  });
  test.each(["Income", "Inherited", "Opening lot", "Gift sent", "Donation", "Lost"])(
    "a fee on %s is counted nowhere, with a Warning",
    (type) => {
      const rows = `2026-01-05|${type}|ETH|2||100|5|K`;
      expect(codes(rows)).toEqual(["2 Warning fee-not-counted"]);
      expect(lines(rows)[0]).not.toContain("105");
    },
  );
  test.each([
    ["total", "2026-01-05|Buy|ETH|2||-100||K"],
    ["price", "2026-01-05|Buy|ETH|2|-50|||K"],
    ["fee", "2026-01-05|Buy|ETH|2||100|-5|K"],
  ])("a %s below zero is an Error", (_, row) => {
    expect(codes(row)).toEqual(["2 Error bad-number"]);
  });
  test("an amount in another currency is an Error, one in dollars is not", () => {
    const grid = [
      ["Date", "Type", "Asset", "Quantity", "Price", "Price Currency"],
      ["2026-01-05", "Buy", "ETH", 2, 50, "EUR"],
      ["2026-01-05", "Buy", "ETH", 2, 50, "usd"],
    ];
    expect(codesOf(readLedger(grid))).toEqual(["2 Error amount-not-dollars"]);
  });
  test("a fee in units is an Error, because the column is in dollars", () => {
    const grid = [
      ["Date", "Type", "Asset", "Quantity", "Total", "Fee", "Fee Currency"],
      ["2026-01-05", "Buy", "ETH", 2, 100, 0.001, "ETH"],
      ["2026-01-06", "Buy", "ETH", 2, 100, 0, "ETH"],
    ];
    expect(codesOf(readLedger(grid))).toEqual(["2 Error fee-in-units"]);
  });
});

describe("types", () => {
  test.each([
    ["buy", "purchase 1 A for 10 in W"],
    ["PURCHASE", "purchase 1 A for 10 in W"],
    ["sold", "Sell 1 A for 10 from W"],
    ["Payment", "Spend 1 A for 10 from W"],
    ["network_fee", "Fee 1 A for 10 from W"],
    ["Staking reward", "income 1 A for 10 in W"],
    ["mining", "income 1 A for 10 in W"],
    ["Interest", "income 1 A for 10 in W"],
    ["Salary", "income 1 A for 10 in W"],
    ["Airdrop", "airdrop 1 A for 10 in W"],
    ["hard fork", "airdrop 1 A for 10 in W"],
    ["inheritance", "inheritance 1 A for 10 in W"],
    ["opening-lot", "opening 1 A for 10 in W"],
    ["Gift-Sent", "Gift sent 1 A from W"],
    ["charity", "Donation 1 A from W"],
    ["stolen", "Lost 1 A from W"],
  ])("%s", (type, line) => {
    expect(lines(`2026-01-05|${type}|A|1||10||W`)).toEqual([`2: 2026-01-05 ${line}`]);
  });
  test.each([
    ["short sell", "refused-type"],
    ["Short Close", "refused-type"],
    ["margin trade", "refused-type"],
    ["Trade", "refused-type"],
    ["swap", "refused-type"],
    ["loan", "refused-type"],
    ["stake", "refused-type"],
    ["bridge", "refused-type"],
    ["withdrawal", "transfer-nowhere"],
    ["Receive", "transfer-nowhere"],
    ["frobnicate", "unknown-type"],
    ["", "missing-cell"],
  ])("%s is an Error: %s", (type, code) => {
    expect(codes(`2026-01-05|${type}|A|1||10||W`)).toEqual([`2 Error ${code}`]);
  });
});

describe("quantities", () => {
  test.each(["Sell", "Spend", "Fee", "Gift sent", "Donation", "Lost"])(
    "a minus on %s is read as its size",
    (type) => {
      expect(lines(`2026-01-05|${type}|A|-1.5||10||W`)[0]).toContain(` 1.5 A `);
    },
  );
  test.each(["Buy", "Income", "Gift received", "Inherited", "Opening lot", "Transfer"])(
    "a minus on %s is an Error",
    (type) => {
      expect(codes(`2026-01-05|${type}|A|-1.5||10||W`)).toEqual(["2 Error bad-number"]);
    },
  );
  test.each([
    ["0", "bad-number"],
    ["", "missing-cell"],
    ["1.5 A", "bad-number"],
    ["1.1234567890123456789", "bad-number"],
  ])("%s is an Error", (quantity, code) => {
    expect(codes(`2026-01-05|Sell|A|${quantity}||10||W`)).toEqual([`2 Error ${code}`]);
  });
  test("zeros behind the eighteenth decimal are none", () => {
    expect(lines("2026-01-05|Buy|A|1.10000000000000000000||10||W")).toEqual([
      "2: 2026-01-05 purchase 1.1 A for 10 in W",
    ]);
  });
  test("18 decimals are kept, and the other rows of the asset count in the same parts", () => {
    const rows = ["2026-01-05|Buy|A|1.123456789012345678||10||W", "2026-01-06|Sell|a|1||10||W"];
    expect(lines(...rows)).toEqual([
      "2: 2026-01-05 purchase 1.123456789012345678 A for 10 in W",
      "3: 2026-01-06 Sell 1 A for 10 from W",
    ]);
    expect(readLedger(sheet(...rows)).assets.map(({ decimals }) => decimals)).toEqual([18]);
  });
  test("a double's digits behind the eighteenth decimal are noise", () => {
    const grid = [...sheet(), ["2026-01-05", "Buy", "A", 0.00001 / 3, null, 10]];
    expect(linesOf(readLedger(grid))).toEqual([
      "2: 2026-01-05 purchase 0.000003333333333333 A for 10 in ",
    ]);
  });
});

describe("gifts received", () => {
  test("keep the donor's basis and date", () => {
    expect(lines("2025-04-10|Gift received|P|10|12000|100000||W|||||2020-01-15")).toEqual([
      "2: 2025-04-10 gift 10 P for 100000, held from 2020-01-15 in W",
    ]);
  });
  test("have a basis for losses where they were worth less than the donor's basis", () => {
    expect(lines("2025-04-10|Gift received|P|10|9000|100000||W|||||2020-01-15")).toEqual([
      "2: 2025-04-10 gift 10 P for 100000, for a loss 90000, held from 2020-01-15 in W",
    ]);
  });
  test("worth exactly the donor's basis have one basis", () => {
    expect(lines("2025-04-10|Gift received|P|10|10000|100000||W|||||2020-01-15")[0]).not.toContain(
      "loss",
    );
  });
  test("without the donor's date count from the gift, with a Warning", () => {
    expect(codes("2025-04-10|Gift received|P|10||100||W")).toEqual(["2 Warning gift-without-date"]);
  });
  test("without records have a basis of zero, when the user says so", () => {
    expect(lines("2025-04-10|Gift received|P|10|5|zero||W")).toEqual([
      "2: 2025-04-10 gift 10 P for 0 in W",
    ]);
    expect(codes("2025-04-10|Gift received|P|10|5|zero||W")).toEqual([]);
    expect(codes("2025-04-10|Gift received|P|10|5|||W")).toEqual(["2 Error gift-without-basis"]);
  });
  test("cannot be acquired by the donor after the gift", () => {
    expect(codes("2025-04-10|Gift received|P|10||100||W|||||2025-04-11")).toEqual([
      "2 Error acquired-after-gift",
    ]);
    expect(codes("2025-04-10|Gift received|P|10||100||W|||||2025-04-10")).toEqual([]);
    expect(codes("2025-04-10|Gift received|P|10||100||W|||||soon")).toEqual(["2 Error bad-date"]);
  });
});

test("the Date of an opening lot counts, and another Acquired is a Warning", () => {
  expect(codes("2024-04-10|Opening lot|P|10||100||W|||||2023-01-01")).toEqual([
    "2 Warning acquired-not-used",
  ]);
});

describe("accounts and wallets", () => {
  test.each([
    ["", "Kraken"],
    ["taxable", "Kraken"],
    ["ira", "Kraken [IRA]"],
    ["401(k)", "Kraken [IRA]"],
    ["roth", "Kraken [Roth IRA]"],
    ["SPOUSE", "Kraken [Spouse]"],
    ["spouse's IRA", "Kraken [Spouse IRA]"],
    ["company", "Kraken [Controlled entity]"],
  ])("%s", (account, place) => {
    expect(lines(`2026-01-05|Buy|A|1||10||Kraken|${account}`)).toEqual([
      `2: 2026-01-05 purchase 1 A for 10 in ${place}`,
    ]);
  });
  test("an unknown account is an Error", () => {
    expect(codes("2026-01-05|Buy|A|1||10||Kraken|Coinbase")).toEqual(["2 Error unknown-account"]);
  });
  test("one record for each account and name, whatever the case, as first spelled", () => {
    const { wallets, assets } = readLedger(
      sheet(
        "2026-01-05|Buy|btc|1||10||Kraken",
        "2026-01-06|Buy| BTC |1||10|| kraken ",
        "2026-01-07|Buy|Btc|1||10||KRAKEN|IRA",
      ),
    );
    expect(wallets).toEqual([
      { name: "Kraken", account: "Taxable", index: 0 },
      { name: "Kraken".toUpperCase(), account: "IRA", index: 1 },
    ]);
    expect(assets.map(({ symbol, index }) => [symbol, index])).toEqual([["btc", 0]]);
  });
});

describe("1099", () => {
  test.each([
    ["Basis reported", ", basis reported"],
    ["covered", ", basis reported"],
    ["noncovered", ", basis not reported"],
    ["none", ""],
    ["", ""],
  ])("%s", (cell, report) => {
    expect(lines(`2026-01-05|Sell|A|1||10||W||||||${cell}`)).toEqual([
      `2: 2026-01-05 Sell 1 A for 10 from W${report}`,
    ]);
  });
  test("an unknown word is a Warning and read as none", () => {
    expect(codes("2026-01-05|Sell|A|1||10||W||||||yes")).toEqual(["2 Warning unknown-1099"]);
  });
});

describe("transfers", () => {
  test("move units within the account", () => {
    expect(lines("2026-01-05|Transfer|A|1||||W|Spouse|Cold")).toEqual([
      "2: 2026-01-05 transfer 1 A from W [Spouse] to Cold",
    ]);
  });
  test("to nowhere, or to where they come from, are Errors", () => {
    expect(codes("2026-01-05|Transfer|A|1||||W", "2026-01-05|Transfer|A|2||||W||w")).toEqual([
      "2 Error transfer-nowhere",
      "3 Error transfer-to-itself",
    ]);
  });
  test("a withdrawal that names the receiving wallet is one", () => {
    expect(lines("2026-01-05|Withdrawal|A|1||||W||Cold")).toEqual([
      "2: 2026-01-05 transfer 1 A from W to Cold",
    ]);
  });
  test("a dollar fee on them is a Warning", () => {
    expect(codes("2026-01-05|Transfer|A|1|||5|W||Cold")).toEqual(["2 Warning fee-not-counted"]);
  });
});

describe("US dollars are never a lot", () => {
  test.each([
    "Transfer",
    "Deposit",
    "Withdrawal",
    "Income",
    "Spend",
    "Fee",
    "Opening lot",
    "Gift sent",
  ])("a %s of dollars changes nothing", (type) => {
    const ledger = readLedger(sheet(`2026-01-05|${type}|usd|100||||Bank`));
    expect([ledger.transactions, ledger.problems, ledger.withoutEffect]).toEqual([[], [], [2]]);
  });
  test.each(["Buy", "Sell"])("a %s of dollars is an Error", (type) => {
    expect(codes(`2026-01-05|${type}|USD|100||100||Bank`)).toEqual(["2 Error dollars-as-asset"]);
  });
  test("a stablecoin is property like any other", () => {
    expect(lines("2026-01-05|Buy|USDC|100||100||Bank")).toEqual([
      "2: 2026-01-05 purchase 100 USDC for 100 in Bank",
    ]);
  });
});

describe("cells without a usable value", () => {
  const error = { fault: "error", text: "#N/A" } as const;
  const formula = { fault: "uncached-formula", text: "=B2*2" } as const;
  test.each([0, 1, 2, 3, 5, 6, 7, 8, 11])("an error in column %i stops the row, once", (column) => {
    const row: CellValue[] = ["2026-01-05", "Buy", "A", 1, null, 10, 1, "W", "", "", "", "id"];
    row[column] = error;
    expect(codesOf(readLedger([...sheet(), row]))).toEqual(["2 Error error-cell"]);
    row[column] = formula;
    expect(codesOf(readLedger([...sheet(), row]))).toEqual(["2 Error uncached-formula"]);
  });
  test("one row may have several problems", () => {
    expect(codes("2026-06-31|Buy||x||-5||W|Bank", "2026-06-31|Sell|A|x||5||W")).toEqual([
      "2 Error bad-date",
      "2 Error missing-cell",
      "2 Error unknown-account",
      "3 Error bad-date",
      "3 Error bad-number",
    ]);
  });
  test("blank rows, of 0 too, are passed over; the others keep their numbers", () => {
    const grid = [...sheet(), [], ["", null], [0, 0, 0, 0], ["2026-01-05", "Buy", "A", 1, 10]];
    expect(linesOf(readLedger(grid))).toEqual(["5: 2026-01-05 purchase 1 A for 10 in "]);
    expect(codesOf(readLedger(grid))).toEqual([]);
  });
});

describe("dates", () => {
  test("a heading with (UTC) sets the zone of its column, and the day is the taxpayer's", () => {
    const zone = timeZone("-05:00", noZoneOffsets)!;
    const rows = [["2026-01-01 03:00", "Buy", "A", 1, 10]];
    const head = ["Type", "Asset", "Quantity", "Price"];
    expect(linesOf(readLedger([["Date (UTC)", ...head], ...rows], "", zone))[0]).toContain(
      "2025-12-31",
    );
    expect(linesOf(readLedger([["Date", ...head], ...rows], "", zone))[0]).toContain("2026-01-01");
  });
  test("a day before the month is used with a Warning", () => {
    expect(codes("13/01/2026|Buy|A|1||10||W", "01/13/2026|Buy|A|1||10||W")).toEqual([
      "2 Warning day-first-date",
      "3 Warning duplicate-row",
    ]);
  });
});
