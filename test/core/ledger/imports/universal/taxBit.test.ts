import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("TaxBit: the source sends, the destination receives", () => {
  const text = `Date and Time,Transaction Type,Sent Quantity,Sent Currency,Sending Source,Received Quantity,Received Currency,Receiving Destination,Fee,Fee Currency,Exchange Transaction ID,Blockchain Transaction Hash
2024-01-05T10:00:00Z,Buy,1000,USD,Kraken,0.02,BTC,Kraken,5,USD,b1,
2024-01-06T10:00:00Z,Transfer,0.01,BTC,Kraken,0.01,BTC,Ledger,,,t1,h1
2024-01-07T10:00:00Z,Transfer In,,,,0.3,BTC,Kraken,,,d1,
2024-01-08T10:00:00Z,Gift Sent,0.001,BTC,Kraken,,,,,,g1,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
      "3: 2024-01-06 transfer 0.01 BTC from Kraken to Ledger",
      "5: 2024-01-08 Gift sent 0.001 BTC from Kraken",
    ],
    problems: ["4 Error transfer-nowhere"],
  });
});
