import { decimalText, type Decimal } from "./decimal.ts";
import { dayIn } from "./moment.ts";
import { priceOn } from "./priceHistory.ts";

/** The day as of which the samples are priced. */
export const AS_OF = "2026-11-20";

/** What the samples know of an asset's price: ADA's is stale, and JUP has none. */
export const samplePrices = (): readonly SamplePrice[] => [
  ...["BTC", "ETH", "SOL", "LINK", "DOGE", "USDC", "IBIT"].map((asset) => priceFrom(asset, AS_OF)),
  priceFrom("ADA", "2026-10-05"),
];

/** An asset's price in dollars a unit, and its ISO day. */
export type SamplePrice = {
  readonly asset: string;
  readonly price: Decimal;
  readonly asOf: string;
};

/** The prices as cells of a CSV file, heading first. */
export const pricesCsv = (): string[][] => [
  ["Asset", "Price", "As of"],
  ...samplePrices().map(({ asset, price, asOf }) => [asset, decimalText(price), asOf]),
];

function priceFrom(asset: string, asOf: string): SamplePrice {
  return { asset, price: priceOn(asset, dayIn(asOf)), asOf };
}
