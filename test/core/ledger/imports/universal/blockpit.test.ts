import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("the table for import", () => {
  const text = `Date (UTC),Integration Name,Label,Outgoing Asset,Outgoing Amount,Incoming Asset,Incoming Amount,Fee Asset (optional),Fee Amount (optional),Comment (optional),Trx. ID (optional)
05.01.2024 10:00:00,Kraken,Trade,USD,1000,BTC,0.02,USD,5,,b1
06.01.2024 10:00:00,Kraken,Gift,BTC,0.001,,,,,,g1
07.01.2024 10:00:00,Kraken,Non-Taxable Out,BTC,0.001,,,,,,n1
08.01.2024 10:00:00,Kraken,Margin Trading Profit,,,BTC,0.001,,,,m1`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
      "3: 2024-01-06 Gift sent 0.001 BTC from Kraken",
    ],
    problems: ["4 Error transfer-nowhere", "5 Error refused-type"],
  });
});

test("the export: semicolons, days first, ids that a spreadsheet has ruined are kept as they are", () => {
  const text = `Blockpit ID;Timestamp;Source Type;Source Name;Integration;Transaction Type;Outgoing Asset;Outgoing Amount;Incoming Asset;Incoming Amount;Fee Asset;Fee Amount;Transaction ID;Note;Merge ID
1,55444E+13;05.01.2024 10:00;Exchange;Main;Kraken;Trade;USD;1000;BTC;0.02;USD;5;b1;;
1,55444E+13;06.02.2024 10:00;Exchange;Main;Kraken;Withdrawal;BTC;0.01;;;;;w1;;
1,55444E+13;07.02.2024 10:00;Exchange;Main;Kraken;Airdrop;;;UNI;4;;;a1;;`;
  expect(fatesOf(text)).toMatchObject({
    lines: ["2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken"],
    problems: ["3 Error transfer-nowhere", "4 Error no-amount"],
  });
});
