import type { Day } from "../calendar/day.ts";
import { realizeGain, type UnitsOfLot } from "../disposals/realizeGain.ts";
import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Price, PriceList } from "../ledger/parsePrices.ts";
import type { LotMethod, Settings } from "../ledger/settings.ts";
import { isOnReturn, type Account, type Wallet } from "../ledger/wallet.ts";
import { joinLots, sameTranche } from "../lots/joinLots.ts";
import type { OpenLot } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import { add, subtract, ZERO_MONEY, ZERO_QUANTITY, type Quantity } from "../money/amounts.ts";
import { lessPercent, valueAtPrice, type DecimalNumber } from "../money/decimalNumber.ts";
import { FIRST_DAY_BY_WALLET } from "../replay/walletTransition.ts";
import type { HypotheticalSale, Position, PositionLot, PositionWorth } from "./position.ts";

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
  const pooled = isPooledUniversally(settings, asOf);
  const holdings = new Map<Asset, Map<Wallet | Account, OpenLot[]>>();
  for (const lot of inputs.lots) {
    const { wallet } = lot;
    if (!isOnReturn(wallet.account, settings.filingStatus)) continue;
    const { asset } = lot.tranche.acquisition;
    let ofAsset = holdings.get(asset);
    if (ofAsset === undefined) {
      ofAsset = new Map<Wallet | Account, OpenLot[]>();
      holdings.set(asset, ofAsset);
    }
    const holder = pooled ? wallet.account : wallet;
    const lots = ofAsset.get(holder);
    if (lots === undefined) ofAsset.set(holder, [lot]);
    else lots.push(lot);
  }
  return [...holdings.values()]
    .flatMap((ofAsset) => [...ofAsset.values()])
    .map((lots) => positionOf(lots, inputs))
    .sort(byAssetAndWallet);
}

/** True on a day on which one sale reaches the lots of all wallets of an account. */
export const isPooledUniversally = (settings: Settings, asOf: Day): boolean =>
  settings.scope === "universal" || (settings.scope === "transition" && asOf < FIRST_DAY_BY_WALLET);

function positionOf(held: OpenLot[], inputs: PositionInputs): Position {
  const { asOf, method, settings } = inputs;
  const { tranche, wallet } = held[0] as OpenLot;
  const { asset } = tranche.acquisition;
  const seller = hypotheticalSeller(inputs.prices.get(assetKey(asset.symbol)), {
    sellCost: settings.sellCost,
    decimals: asset.decimals,
    asOf,
  });
  let quantity = ZERO_QUANTITY;
  let basis = ZERO_MONEY;
  const lots = joinLots(held.sort(LOT_ORDERS[method]), sameTranche).map((lot): PositionLot => {
    quantity = add(quantity, lot.quantity);
    basis = add(basis, lot.basis);
    return { lot, sale: seller?.sell(lot, quantity) };
  });
  return {
    asset,
    account: wallet.account,
    wallet: isPooledUniversally(settings, asOf) ? "" : wallet.name,
    quantity,
    basis,
    worth: seller?.worth(),
    lots,
  };
}

type Seller = {
  /** Sells the units that bring the position to a quantity sold. */
  readonly sell: (units: UnitsOfLot, soldSoFar: Quantity) => HypotheticalSale;
  /** What all that was sold brought. */
  readonly worth: () => PositionWorth;
};

/**
 * Sells a position lot by lot at its price. Values are differences of running values, so that the
 * lots' values sum to the value of the position.
 */
function hypotheticalSeller(
  price: Price | undefined,
  by: { readonly sellCost: DecimalNumber; readonly decimals: number; readonly asOf: Day },
): Seller | undefined {
  if (price === undefined) return undefined;
  const netPrice = lessPercent(price.price, by.sellCost);
  let marketValue = ZERO_MONEY;
  let proceeds = ZERO_MONEY;
  let gain = ZERO_MONEY;
  let shortGain = ZERO_MONEY;
  let longGain = ZERO_MONEY;
  return {
    sell: (units, soldSoFar) => {
      const valueSoFar = valueAtPrice(price.price, soldSoFar, by.decimals);
      const proceedsSoFar =
        netPrice === price.price ? valueSoFar : valueAtPrice(netPrice, soldSoFar, by.decimals);
      const lotProceeds = subtract(proceedsSoFar, proceeds);
      const realized = realizeGain(units, lotProceeds, by.asOf);
      const sale = {
        marketValue: subtract(valueSoFar, marketValue),
        proceeds: lotProceeds,
        realized,
      };
      marketValue = valueSoFar;
      proceeds = proceedsSoFar;
      gain = add(gain, realized.gain);
      if (realized.term === "Short") shortGain = add(shortGain, realized.gain);
      if (realized.term === "Long") longGain = add(longGain, realized.gain);
      return sale;
    },
    worth: () => ({
      price: price.price,
      priceDay: price.asOf,
      marketValue,
      gain,
      shortGain,
      longGain,
    }),
  };
}

function byAssetAndWallet(a: Position, b: Position): number {
  return (
    compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)) ||
    compareText(a.wallet.toUpperCase(), b.wallet.toUpperCase()) ||
    compareText(a.account, b.account)
  );
}
