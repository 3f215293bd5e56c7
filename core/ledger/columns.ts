import type { CellValue } from "./cells.ts";
import { headingOf, type Heading } from "./heading.ts";

/** What a column holds. Columns that no role fits are not read. */
export type ColumnRole = keyof typeof SYNONYMS;

/**
 * Headings by role, as word keys, the one to be preferred first: where two columns fit one role,
 * the heading named earlier here counts. All formats share this table; a heading stands for one
 * role only.
 */
const SYNONYMS = {
  date: `date, datetime, dateandtime, timestamp, time, koinlydate, transactiondate, tradedate,
    operationdate, createdat, executedat`,
  type: "type, transactiontype, transaction, action, side, activity, operationtype, transtype",
  label: "label, tag, classification",
  asset: `asset, coin, symbol, ticker, token, security, instrument, cryptocurrency, assetname,
    currency`,
  quantity: "quantity, qty, units, shares, volume, quantitytransacted, size, amount",
  price: `price, unitprice, priceperunit, priceaunit, pricepershare, pricepercoin, priceeach,
    spotprice, spotpriceattransaction, priceattransaction, usdprice, priceusd, currentprice,
    lastprice, marketprice, rate`,
  asOf: "asof, priceasof, pricedate, updated, lastupdated",
  total: `subtotal, total, totalvalue, totalamount, totalprice, totalusd, usdtotal, usdsubtotal,
    usdvalue, valueusd, usdamount, amountusd, value`,
  amountCurrency: "pricecurrency, totalcurrency, spotpricecurrency",
  fee: `fee, fees, feeamount, feequantity, feeusd, usdfee, commission, commissions, tradingfee,
    transactionfee, feesandorspread`,
  feeAsset: "feecurrency, feeasset, feecoin, feetoken, feecur",
  wallet: `wallet, walletname, exchange, platform, venue, location, integrationname, integration,
    custodian, broker`,
  account: "account, accounttype, accountkind, taxaccount, owner",
  sentWallet: "fromwallet, sendingwallet, sentwallet, sourcewallet, sendingsource, from",
  receivedWallet: `towallet, receivingwallet, receivedwallet, destinationwallet, transferto,
    receivingdestination, destination, to`,
  lot: "lot, lots, lotid, lotids, lotpick, specificlot",
  id: `id, transactionid, tradeid, exchangetransactionid, trxid, operationid, internalid, orderid,
    txid, txhash, transactionhash, hash, blockchaintransactionhash, reference, refid, uuid`,
  acquired: "acquired, dateacquired, acquireddate, acquisitiondate, donoracquired",
  holdingPeriodStart: "holdingperiodstart, heldsince",
  lossBasis: "lossbasis, basisforloss",
  brokerReport: "1099, form1099, 1099da, 1099b, 1099status, brokerreport",
  notes: "notes, note, memo, comment, comments, description",
  evidence: `evidence, supportingdocument, supportingdocuments, sourcedocument, document, documents,
    documentation, basissource, sourceofbasis, source`,
  sentAmount: `sentamount, sentquantity, amountsent, outamount, outquantity, outgoingamount,
    fromamount, sellamount, sellquantity, outsellamount`,
  sentAsset: `sentcurrency, sentasset, assetsent, outcurrency, outasset, outgoingasset,
    fromcurrency, sellcurrency, sellasset, outsellasset`,
  receivedAmount: `receivedamount, receivedquantity, amountreceived, inamount, inquantity,
    incomingamount, toamount, buyamount, buyquantity, inbuyamount`,
  receivedAsset: `receivedcurrency, receivedasset, assetreceived, incurrency, inasset,
    incomingasset, tocurrency, buycurrency, buyasset, inbuyasset`,
  baseAmount: "baseamount",
  baseAsset: "basecurrency, baseasset",
  quoteAmount: "quoteamount",
  quoteAsset: "quotecurrency, quoteasset",
  referencePrice: "referencepriceperunit, referenceprice",
  referenceCurrency: "referencepricecurrency",
  worth: "networthamount, networth",
  worthCurrency: "networthcurrency",
  netValue: "netvalue",
  valueCurrency: "valuecurrency",
  feeWorth: "feeworthamount, feenetworth, feeworth",
  feeWorthCurrency: "feeworthcurrency",
  feeValue: "feevalue",
  receivedBasis: "receivedcostbasis, donorbasis, donorsbasis",
  ignored: "deleted, ignored",
  // Of merged ledgers: where a row is from, and what it is there beside others.
  file: "file",
  fileRow: "filerow",
  merge: "merge",
  mergeWith: "mergewith",
} as const;

/** Where each role's column is in a sheet, with the heading as the user sees it. */
export type Columns = Readonly<Partial<Record<ColumnRole, ColumnHeading>>>;

/** A heading with its place, counted from 0. */
export type ColumnHeading = Heading & { readonly index: number };

/** Finds the columns that a row of headings names. */
export function columnsOf(row: readonly CellValue[]): Columns {
  const columns: Partial<Record<ColumnRole, ColumnHeading>> = {};
  const ranks: Partial<Record<ColumnRole, number>> = {};
  row.forEach((cell, index) => {
    const heading = headingOf(cell);
    const place = PLACES.get(heading.key);
    if (place === undefined) return;
    const best = ranks[place.role];
    if (best !== undefined && best <= place.rank) return;
    ranks[place.role] = place.rank;
    columns[place.role] = { ...heading, index };
  });
  return columns;
}

/** A column to read cells from: -1 where the sheet has none, then with the usual heading. */
export type SheetColumn = { readonly index: number; readonly text: string };

/** The column of a role, or one that is always blank. */
export const columnOf = (columns: Columns, role: ColumnRole, usual: string): SheetColumn =>
  columns[role] ?? { index: -1, text: usual };

/** The cell of a row in a column; undefined where the column or the cell is missing. */
export const cellIn = (cells: readonly CellValue[], column: SheetColumn): CellValue | undefined =>
  column.index < 0 ? undefined : cells[column.index];

const PLACES: ReadonlyMap<string, { readonly role: ColumnRole; readonly rank: number }> = new Map(
  (Object.keys(SYNONYMS) as ColumnRole[]).flatMap((role) =>
    SYNONYMS[role].split(/,\s*/).map((key, rank) => [key, { role, rank }] as const),
  ),
);
