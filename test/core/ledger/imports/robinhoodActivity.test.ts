import { describe, expect, test } from "vitest";
import { expectNoRowLost, fatesOf } from "../../../support/importedLedger.ts";

const HEADING =
  "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount";
const ROWS = `1/5/2024,1/5/2024,1/9/2024,IBIT,"iShares Bitcoin Trust
CUSIP: 46438F101",Buy,10,$25.00,($250.00)
1/16/2024,1/16/2024,1/18/2024,IBIT,iShares Bitcoin Trust,Sell,4,$30.00,$119.98
1/17/2024,1/17/2024,1/18/2024,TSLA,TSLA 3/15/2024 Call $250.00,BTO,2,$3.00,($600.04)
1/18/2024,1/18/2024,1/19/2024,TSLA,TSLA 3/15/2024 Call $250.00,STC,2,$4.00,$799.95
1/19/2024,1/19/2024,1/22/2024,TSLA,TSLA 3/15/2024 Put $200.00,STO,1,$4.00,$399.95
2/1/2024,2/1/2024,2/1/2024,,ACH Deposit,ACH,,,"$5,000.00"
2/2/2024,2/2/2024,2/2/2024,VTI,Cash Div: R/D 2024-01-05,CDIV,,,$3.65
2/3/2024,2/3/2024,2/3/2024,NVDA,Split,SPL,90,,`;

test("shares and options are bought and sold; cash changes no lot", () => {
  expect(fatesOf(`${HEADING}\n${ROWS}`)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 10 IBIT for 250 in Robinhood",
      "3: 2024-01-16 Sell 4 IBIT for 119.98 from Robinhood",
      "4: 2024-01-17 purchase 2 TSLA 3/15/2024 Call $250.00 for 600.04 in Robinhood",
      "5: 2024-01-18 Sell 2 TSLA 3/15/2024 Call $250.00 for 799.95 from Robinhood",
    ],
    problems: ["6 Error refused-type", "9 Error unknown-type"],
    joined: [],
    withoutEffect: [7, 8],
  });
});

describe("what is no transaction", () => {
  test("the disclaimer below the rows stands under no heading", () => {
    const note =
      '"","","","","","","","","","The data provided is for informational purposes only."';
    expect(fatesOf(`${HEADING}\n${ROWS}\n"",\n${note}`)).toMatchObject({
      problems: ["6 Error refused-type", "9 Error unknown-type"],
      withoutEffect: [11, 7, 8],
    });
  });
  test("the name of an account at Robinhood is not a kind of account", () => {
    const text = `${HEADING},Account\n1/5/2024,1/5/2024,1/9/2024,VTI,Fund,Buy,1,$250,($250),My account`;
    expect(fatesOf(text).lines).toEqual(["2: 2024-01-05 purchase 1 VTI for 250 in Robinhood"]);
  });
});

test("no row is lost", () => {
  expectNoRowLost(`${HEADING}\n${ROWS}`);
});
