import type { SideMeaning } from "./sideMeanings.ts";

/**
 * On which side the base asset of a row stands, by its type: a purchase receives it and gives the
 * quote, a sale the other way round. Undefined where the type does not say. `key` is the word key.
 */
export function baseSide(key: string, meaning: SideMeaning): "sent" | "received" | undefined {
  const words = WORDS.find(({ pattern }) => pattern.test(key));
  if (words !== undefined && (meaning === "trade" || meaning === "move" || meaning === "gift")) {
    return words.side;
  }
  return SIDES[meaning];
}

/** Words that say the side by themselves. */
const WORDS = [
  { pattern: /buy|bought|purchase|deposit|receive|incoming|in$/, side: "received" },
  { pattern: /sell|sold|sale|withdraw|send|sent|out/, side: "sent" },
] as const;

const SIDES: Readonly<Partial<Record<SideMeaning, "sent" | "received">>> = {
  income: "received",
  airdrop: "received",
  inherited: "received",
  opening: "received",
  spend: "sent",
  payment: "sent",
  fee: "sent",
  donation: "sent",
  lost: "sent",
  gift: "sent",
};
