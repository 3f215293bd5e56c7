import { describe, expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const HEADING =
  "Operation Date,Status,Currency Ticker,Operation Type,Operation Amount,Operation Fees,Operation Hash,Account Name,Account xpub,Countervalue Ticker,Countervalue at Operation Date,Countervalue at CSV Export";
const ROWS = `2024-01-05T10:00:00.000Z,Confirmed,BTC,IN,1,0.0001,h1,Bitcoin 1,xpub,USD,40000,60000
2024-01-06T10:00:00.000Z,Confirmed,BTC,OUT,0.5005,0.0005,h2,Bitcoin 1,xpub,USD,20020,30030
2024-01-07T10:00:00.000Z,Confirmed,ETH,FEES,0.01,0.01,h3,Ethereum 1,0x1,USD,20,30
2024-01-08T10:00:00.000Z,Confirmed,XTZ,REWARD,2,,h4,Tezos 1,tz1,USD,2.5,3
2024-01-09T10:00:00.000Z,Failed,ETH,OUT,1,0.01,h5,Ethereum 1,0x1,USD,2000,3000
2024-01-10T10:00:00.000Z,Confirmed,ETH,NFT_IN,1,,h6,Ethereum 1,0x1,USD,,`;

test("rewards and fees count at their value; what comes and goes needs its other end", () => {
  expect(fatesOf(`${HEADING}\n${ROWS}`)).toEqual({
    lines: [
      "4: 2024-01-07 Fee 0.01 ETH for 20 from Ledger Live",
      "5: 2024-01-08 income 2 XTZ for 2.5 in Ledger Live",
    ],
    problems: ["2 Error transfer-nowhere", "3 Error transfer-nowhere", "7 Error unknown-type"],
    joined: [],
    withoutEffect: [6],
  });
});

describe("with the other wallet added", () => {
  test("what goes out is split into what moves and the network's fee with its value", () => {
    const [, sent] = ROWS.split("\n");
    expect(fatesOf(`${HEADING},To wallet\n${sent},Kraken`).lines).toEqual([
      "2: 2024-01-06 transfer 0.5 BTC from Ledger Live to Kraken, fee 0.0005 BTC worth 20 from Ledger Live",
    ]);
  });
  test("what comes in is the amount; the sender has paid the fee", () => {
    const [received] = ROWS.split("\n");
    expect(fatesOf(`${HEADING},From wallet\n${received},Kraken`).lines).toEqual([
      "2: 2024-01-05 transfer 1 BTC from Kraken to Ledger Live",
    ]);
  });
  test("without countervalues the fee's value is missing", () => {
    const row = "2024-01-06T10:00:00.000Z,BTC,OUT,0.5005,0.0005,h2,Bitcoin 1,xpub,Kraken";
    const short =
      "Operation Date,Currency Ticker,Operation Type,Operation Amount,Operation Fees,Operation Hash,Account Name,Account xpub,To wallet";
    expect(formatOf(short)).toBe("Ledger Live");
    expect(fatesOf(`${short}\n${row}`).problems).toEqual(["2 Error fee-without-value"]);
    expect(fatesOf(`${short}\n${row}`, "transfer_fee=basis").lines).toEqual([
      "2: 2024-01-06 transfer 0.5 BTC from Ledger Live to Kraken, fee 0.0005 BTC worth 0 from Ledger Live",
    ]);
  });
});

test("no row is lost", () => {
  expectNoRowLost(`${HEADING}\n${ROWS}`);
});
