import { dayOfText } from "../calendar/day.ts";
import type { LotMethod, StandingOrder } from "./settings.ts";

/** The lot methods by name. */
export const LOT_METHODS: readonly LotMethod[] = ["FIFO", "LIFO", "HIFO", "LOFO", "SPECIFIC"];

/**
 * Reads standing orders, `LIFO 2025-01-01, HIFO 2026-01-01 @Kraken`, earliest first; undefined when
 * one of them cannot be read. Without a wallet an order is for all (R1.3).
 */
export function standingOrders(text: string): readonly StandingOrder[] | undefined {
  const orders: StandingOrder[] = [];
  for (const part of text.split(",")) {
    const match = /^\s*([a-z]+)\s+(\d{4}-\d{2}-\d{2})\s*(?:@\s*(\S.*?))?\s*$/i.exec(part);
    const method = LOT_METHODS.find((name) => name === match?.[1]?.toUpperCase());
    const since = dayOfText(match?.[2] ?? "");
    if (method === undefined || since === undefined) return undefined;
    orders.push({ method, since, wallet: match?.[3] });
  }
  return orders.sort((a, b) => a.since - b.since);
}
