import type { BrokerReport } from "./transaction.ts";
import type { Account } from "./wallet.ts";
import { synonymsOf, wordKey } from "./words.ts";

/** The kind of account that a cell names; Taxable when blank, undefined for unknown words. */
export const accountOf = (text: string): Account | undefined =>
  text === "" ? "Taxable" : ACCOUNTS.get(wordKey(text));

/** What the 1099 cell says; none when blank, undefined for unknown words. */
export const brokerReportOf = (text: string): BrokerReport | undefined =>
  text === "" ? "none" : BROKER_REPORTS.get(wordKey(text));

const ACCOUNTS = synonymsOf<Account>([
  {
    meaning: "Taxable",
    words: "taxable, individual, personal, self, own, mine, brokerage, joint, taxpayer",
  },
  {
    // A 401(k) or HSA is treated as an IRA, of which it is not known to differ here (R3.7).
    meaning: "IRA",
    words: "ira, traditional ira, rollover ira, sep ira, simple ira, 401k, 401(k), hsa, 403b",
  },
  { meaning: "Roth IRA", words: "roth ira, roth, ira roth, roth 401k" },
  { meaning: "Spouse", words: "spouse, spouse taxable, spousal, husband, wife, partner" },
  {
    meaning: "Spouse IRA",
    words: "spouse ira, spouse's ira, spouse roth ira, spouse roth, spousal ira, ira spouse",
  },
  {
    meaning: "Controlled entity",
    words: `controlled entity, controlled corporation, corporation, company, entity, llc, s corp,
      c corp, controlled company`,
  },
]);

const BROKER_REPORTS = synonymsOf<BrokerReport>([
  {
    meaning: "basis reported",
    words: "basis reported, reported with basis, with basis, covered",
  },
  {
    meaning: "basis not reported",
    words: `basis not reported, reported without basis, without basis, no basis, proceeds only,
      not covered, noncovered, uncovered`,
  },
  { meaning: "none", words: "none, no, n/a, no 1099, not reported, no form" },
]);
