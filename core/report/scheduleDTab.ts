import { taxYearOf } from "../harvest/taxYear.ts";
import type { Books } from "../harvest/books.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { carryoverTable } from "./carryoverTable.ts";
import { form8949, totalsByBox } from "./form8949.ts";
import { FORMS_LINE, missingBasisLine, pastMethodWords } from "./form8949Tab.ts";
import { gainsTaxTable } from "./gainsTaxTable.ts";
import { disposalsOfYear } from "./lotPieces.ts";
import { openLossesTable } from "./openLossesTable.ts";
import { capitalGainLine, FORM_1040, scheduleDTable } from "./scheduleDTable.ts";
import { scheduleDYear } from "./scheduleDYear.ts";
import type { Tab, TabSection } from "./tab.ts";
import type { Table } from "./table.ts";
import { basicsLine, methodLine, NOT_TAX_ADVICE, washLine } from "./tabHeading.ts";

/** The tab "Schedule D and Carryover" of the tax year, by the methods on record, else FIFO. */
export function scheduleDTab(books: Books, { disposals }: Replay): Tab {
  const { settings, asOf } = books;
  const taxYear = taxYearOf(books);
  const boxes = totalsByBox(form8949(disposals, taxYear));
  const year = scheduleDYear(boxes, settings);
  const open = openLossesTable(disposalsOfYear(disposals, taxYear), { asOf, wash: settings.wash });
  return {
    key: "schedule-d",
    name: "Schedule D and Carryover",
    heading: [
      `Schedule D and carryover for ${taxYear}`,
      basicsLine(books, pastMethodWords(books)),
      methodLine({ books, method: "FIFO" }),
      washLine(settings.wash),
      LOSS_LINE,
      `${formLine(taxYear)} ${FORMS_LINE}`,
      ...missingBasisLine(boxes),
      NOT_TAX_ADVICE,
    ],
    table: scheduleDTable(year, settings, taxYear),
    totals: undefined,
    breakdown: undefined,
    sections: [
      {
        title: `Capital loss carryover worksheet to ${taxYear + 1}`,
        remark: carryoverRemark(settings.taxableIncome === undefined),
        table: carryoverTable(year.carryover, taxYear),
      },
      ...filled("Losses that may still be washed", OPEN_REMARK, open),
      ...filled(
        `Tax on the gains of ${taxYear}`,
        TAX_REMARK,
        gainsTaxTable(settings, year.scheduleD, taxYear),
      ),
    ],
    emphasis: { column: 1, value: FORM_1040 },
  };
}

/** What the law lets a loss do. Source: 26 U.S.C. §§ 1211(b), 1212(b). Decision: D-40. */
const LOSS_LINE =
  "Losses first offset capital gains in full. Of what is left, up to $3,000 a year ($1,500 if married filing separately) reduces other income; the rest carries forward, short-term as short-term and long-term as long-term.";

const formLine = (taxYear: number): string => {
  const line = capitalGainLine(taxYear);
  const name = line === undefined ? "the capital gain or loss line" : `line ${line}`;
  return `The last row goes to ${name} of Form 1040 for ${taxYear}. Lines 1a and 8a, for totals without Form 8949, are not used.`;
};

const carryoverRemark = (noIncome: boolean): string =>
  noIncome
    ? "Without taxable_income in the settings all of line 21 is taken as used. Where income is low, less is used and more carries forward: enter it. A blank line is one that the worksheet skips."
    : "Line 1 is taxable_income of the settings with the capital gain line. A deduction that reduced no income is not used up and carries forward. A blank line is one that the worksheet skips.";

const OPEN_REMARK =
  "They count as allowed above. A purchase in any of your accounts, a spouse's or an IRA's within 30 days of the sale would change the figures.";

const TAX_REMARK =
  "Brackets, long-term rates and the tax on net investment income, recomputed with and without; without the alternative minimum tax and credits. A year that is not over changes with every sale.";

const filled = (title: string, remark: string, table: Table | undefined): readonly TabSection[] =>
  table === undefined || table.rows.length === 0 ? [] : [{ title, remark, table }];
