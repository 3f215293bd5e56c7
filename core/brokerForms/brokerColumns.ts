import type { CellGrid, CellValue } from "../ledger/cells.ts";
import { HEADER_ROWS } from "../ledger/findHeader.ts";
import { headingOf } from "../ledger/heading.ts";

/** What a column of a broker's Form 1099-DA or 1099-B holds. */
export type BrokerColumn = keyof typeof SYNONYMS;

/** The places of the columns, counted from 0, and the row below the headings, from 0. */
export type BrokerHeader = {
  readonly first: number;
  readonly places: Readonly<Partial<Record<BrokerColumn, number>>>;
};

/**
 * Finds the headings of a broker's rows within the first 10: asset, day of sale and proceeds at
 * least. Undefined where there are none.
 */
export function brokerHeader(grid: CellGrid): BrokerHeader | undefined {
  for (let row = 0; row < Math.min(HEADER_ROWS, grid.length); row += 1) {
    const places = placesOf(grid[row] ?? []);
    const { asset, sold, proceeds } = places;
    if (asset !== undefined && sold !== undefined && proceeds !== undefined) {
      return { first: row + 1, places };
    }
  }
  return undefined;
}

/** True for a sheet called after Form 1099 that has the headings of a broker's rows. */
export const isBrokerSheet = (name: string, grid: CellGrid): boolean =>
  name.includes("1099") && brokerHeader(grid) !== undefined;

/** Headings as word keys, the one to be preferred first. */
const SYNONYMS = {
  asset: `asset, assetname, symbol, ticker, digitalasset, digitalassetname, nameofdigitalasset,
    digitalassetcode, coin, token, security, description, descriptionofproperty, property`,
  quantity: "quantity, units, numberofunits, unitssold, quantitysold, shares, qty",
  acquired: "dateacquired, acquired, acquireddate, acquisitiondate, dateofacquisition",
  sold: `datesold, dateofsale, solddate, saledate, sold, datesoldordisposed, datesoldordisposedof,
    saleordisposaldate, disposaldate, dateofdisposition`,
  proceeds: "proceeds, grossproceeds, netproceeds, salesprice, totalproceeds",
  basis: "costbasis, costorotherbasis, basis, adjustedbasis, cost",
  reported: `basisreported, basisreportedtoirs, isbasisreported, basisreportedtotheirs, covered,
    coveredornoncovered, coverage`,
  washSale: `washsalelossdisallowed, washsaleloss, washsale, disallowedloss, washsaledisallowed,
    lossdisallowed`,
  term: "term, gaintype, typeofgainorloss, typeofgain, holdingperiod, shorttermorlongterm",
  id: "transactionid, txid, transactionhash, txhash, tradeid, orderid, id",
} as const;

function placesOf(cells: readonly CellValue[]): BrokerHeader["places"] {
  const keys = cells.map((cell) => headingOf(cell).key);
  const places: Partial<Record<BrokerColumn, number>> = {};
  for (const column of Object.keys(SYNONYMS) as BrokerColumn[]) {
    for (const word of SYNONYMS[column].split(/,\s*/)) {
      const place = keys.indexOf(word);
      if (place < 0) continue;
      places[column] = place;
      break;
    }
  }
  return places;
}
