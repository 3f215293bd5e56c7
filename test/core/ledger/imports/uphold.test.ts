import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf } from "../../../support/importedLedger.ts";

const HEADING =
  "Date,Destination,Destination Amount,Destination Currency,Fee Amount,Fee Currency,Id,Origin,Origin Amount,Origin Currency,Status,Type";
const ROWS = `Fri Jan 05 2024 10:00:00 GMT+0000,uphold,0.5,BTC,,,u1,credit-card,20000,USD,completed,in
Sat Jan 06 2024 10:00:00 GMT+0000,uphold,11000,USD,100,USD,u2,uphold,0.25,BTC,completed,transfer
Sun Jan 07 2024 10:00:00 GMT+0000,uphold,8.97,XRP,1.48,FET,u3,uphold,32.07,FET,completed,transfer
Mon Jan 08 2024 10:00:00 GMT+0000,uphold,21.375,BAT,,,u4,uphold,21.375,BAT,completed,in
Tue Jan 09 2024 10:00:00 GMT+0000,xrp-ledger,5,XRP,0.2,XRP,u5,uphold,5.2,XRP,completed,out
Wed Jan 10 2024 10:00:00 GMT+0000,uphold,9,BAT,,,u6,uphold,9,BAT,completed,transfer
Thu Jan 11 2024 10:00:00 GMT+0000,uphold,410,XRP,,,u7,credit-card,1000,EUR,failed,in
Fri Jan 12 2024 10:00:00 GMT+0000,bank,500,USD,,,u8,uphold,500,USD,completed,out
Sat Jan 13 2024 10:00:00 GMT+0000,bitcoin,0.01,BTC,,,u9,uphold,500,USD,completed,out
Sun Jan 14 2024 10:00:00 GMT+0000,uphold,1,DOT,,,u10,uphold,1,DOT,completed,staking-reward`;

test("trades, also by card; moves need their other end; coins of elsewhere are not traded", () => {
  expect(fatesOf(`${HEADING}\n${ROWS}`)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20000 in Uphold",
      "3: 2024-01-06 Sell 0.25 BTC for 11000 from Uphold",
    ],
    problems: [
      "4 Error no-amount",
      "5 Error transfer-nowhere",
      "6 Error transfer-nowhere",
      "10 Error unknown-type",
      "11 Error no-amount",
    ],
    joined: [],
    withoutEffect: [7, 8, 9],
  });
});

test("the fee of a withdrawal is beside what arrives, and in a trade a part of what leaves", () => {
  const added = `${HEADING},To wallet,Net Worth Amount`;
  const [, , trade, , sent] = ROWS.split("\n");
  expect(fatesOf(`${added}\n${trade},,5\n${sent},Ledger,3`, "transfer_fee=basis").lines).toEqual([
    "2: 2024-01-07 exchange 8.97 XRP for 5 in Uphold",
    "2: 2024-01-07 Sell 32.07 FET for 5 from Uphold",
    "3: 2024-01-09 transfer 5 XRP from Uphold to Ledger, fee 0.2 XRP worth 0.12 from Uphold",
  ]);
});

test("no row is lost", () => {
  expectNoRowLost(`${HEADING}\n${ROWS}`);
});
