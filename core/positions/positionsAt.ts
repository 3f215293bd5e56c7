import type { Day } from "../calendar/day.ts";
import { realizeGain } from "../disposals/realizeGain.ts";
import { assetKey } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { PriceList } from "../ledger/parsePrices.ts";
import type { LotMethod, Settings } from "../ledger/settings.ts";
import { isOnReturn } from "../ledger/wallet.ts";
import { basisBetween, lossBasisBetween, unitsOf, type OpenLot } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import { add, subtract, ZERO_MONEY, ZERO_QUANTITY } from "../money/amounts.ts";
import { lessPercent, valueAtPrice, type DecimalNumber } from "../money/decimalNumber.ts";
import { FIRST_DAY_BY_WALLET } from "../replay/walletTransition.ts";
import type { Position, PositionLot } from "./position.ts";

/** From which lots, at which prices and in which order positions are made. */
export type PositionInputs = {
  readonly lots: readonly OpenLot[];
  readonly prices: PriceList["prices"];
  readonly settings: Settings;
  readonly asOf: Day;
  readonly method: LotMethod;
};

/**
 * What is held in the accounts on the taxpayer's return, by asset and wallet, with each lot in the
 * order in which the method would sell it and the gain that its sale at the price would bring.
 *
 * Sorted by asset, then wallet, then account. Source: R1.3, R1.6. Decision: D-11.
 */
export function positionsAt(inputs: PositionInputs): readonly Position[] {
  const { settings, asOf } = inputs;
  const holdings = new Map<string, OpenLot[]>();
  for (const lot of inputs.lots) {
    const { account, index } = lot.wallet;
    if (!isOnReturn(account, settings.filingStatus)) continue;
    const holder = isPooledUniversally(settings, asOf) ? account : index;
    const key = `${holder}/${lot.tranche.acquisition.asset.index}`;
    const lots = holdings.get(key);
    if (lots === undefined) holdings.set(key, [lot]);
    else lots.push(lot);
  }
  return [...holdings.values()].map((lots) => positionOf(lots, inputs)).sort(byAssetAndWallet);
}

/** True on a day on which one sale reaches the lots of all wallets of an account. */
export const isPooledUniversally = (settings: Settings, asOf: Day): boolean =>
  settings.scope === "universal" || (settings.scope === "transition" && asOf < FIRST_DAY_BY_WALLET);

function positionOf(held: readonly OpenLot[], inputs: PositionInputs): Position {
  const { asOf, method, settings } = inputs;
  const { tranche, wallet } = held[0] as OpenLot;
  const { asset } = tranche.acquisition;
  const price = inputs.prices.get(assetKey(asset.symbol));
  const netPrice = price === undefined ? undefined : lessPercent(price.price, settings.sellCost);
  const worth = runningWorth(price?.price, netPrice, asset.decimals);
  let quantity = ZERO_QUANTITY;
  let basis = ZERO_MONEY;
  const lots: PositionLot[] = [];
  for (const lot of [...held].sort(LOT_ORDERS[method])) {
    const units = unitsOf(lot);
    quantity = add(quantity, units);
    const lotBasis = basisBetween(lot.tranche, lot.from, lot.to);
    basis = add(basis, lotBasis);
    lots.push({ lot, quantity: units, basis: lotBasis, sale: saleOf(lot, worth(quantity), asOf) });
  }
  return {
    asset,
    account: wallet.account,
    wallet: isPooledUniversally(settings, asOf) ? "" : wallet.name,
    quantity,
    basis,
    price: price === undefined ? undefined : { price: price.price, asOf: price.asOf },
    lots,
  };
}

type Worth = Pick<NonNullable<PositionLot["sale"]>, "marketValue" | "proceeds">;

/**
 * What the units since the last call are worth, before and after the cost of selling. Each is a
 * difference of running values, so that the lots' values sum to the value of the position.
 */
function runningWorth(
  price: DecimalNumber | undefined,
  netPrice: DecimalNumber | undefined,
  decimals: number,
): (quantity: Position["quantity"]) => Worth | undefined {
  let last = { marketValue: ZERO_MONEY, proceeds: ZERO_MONEY };
  return (quantity) => {
    if (price === undefined || netPrice === undefined) return undefined;
    const marketValue = valueAtPrice(price, quantity, decimals);
    const proceeds = price === netPrice ? marketValue : valueAtPrice(netPrice, quantity, decimals);
    const worth = {
      marketValue: subtract(marketValue, last.marketValue),
      proceeds: subtract(proceeds, last.proceeds),
    };
    last = { marketValue, proceeds };
    return worth;
  };
}

function saleOf(lot: OpenLot, worth: Worth | undefined, asOf: Day): PositionLot["sale"] {
  if (worth === undefined) return undefined;
  const { tranche, from, to } = lot;
  const units = {
    tranche,
    from,
    to,
    quantity: unitsOf(lot),
    basis: basisBetween(tranche, from, to),
    lossBasis: lossBasisBetween(tranche, from, to),
  };
  return { ...worth, realized: realizeGain(units, worth.proceeds, asOf) };
}

function byAssetAndWallet(a: Position, b: Position): number {
  return (
    compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)) ||
    compareText(a.wallet.toUpperCase(), b.wallet.toUpperCase()) ||
    compareText(a.account, b.account)
  );
}
