import { decimal, decimalParts, type Decimal } from "../decimal.ts";
import { seededBetween } from "../seeded.ts";
import {
  buyFor,
  buyUnits,
  change,
  earn,
  enter,
  giveUp,
  purchaseOn,
  sell,
  swap,
  transfer,
  type LedgerBook,
} from "./ledgerBook.ts";
import { dayIn } from "../moment.ts";
import { onDay, type LedgerEvent, type Place } from "./ledgerEvent.ts";
import {
  COINBASE,
  FIDELITY,
  GEMINI,
  KRAKEN,
  LEDGER,
  METAMASK,
  OLD_PHONE,
  ROTH,
  SPOUSE,
} from "./wallets.ts";

/** What happens once: purchases, sales, moves, gifts, an inheritance, and the fund. */
export const singleEvents = (): LedgerEvent[] => [
  ...openingLots(),
  ...purchases(),
  ...transfers(),
  ...sales(),
  ...swaps(),
  ...withoutSale(),
  ...fund(),
];

function openingLots(): LedgerEvent[] {
  return [
    opening("2020-12-15", LEDGER, { asset: "BTC", quantity: "0.4", basis: "7780" }),
    opening("2021-05-12", COINBASE, { asset: "ETH", quantity: "2.5", basis: "10437.5" }),
    opening("2021-11-10", GEMINI, { asset: "SOL", quantity: "12", basis: "2856" }),
  ];
}

function opening(
  day: string,
  wallet: typeof LEDGER,
  lot: { readonly asset: string; readonly quantity: string; readonly basis: string },
): LedgerEvent {
  // The old records have the day alone.
  return onDay(day, { ...wallet, dateStyle: "day" }, (book, place) => {
    const quantity = decimal(lot.quantity);
    const notes =
      "Bought before this ledger begins: the date is that of the purchase, Total is its basis.";
    const happening = { ...place, asset: lot.asset, notes };
    enter(book, happening, { type: "Opening lot", quantity, total: decimal(lot.basis) });
    change(book, { ...happening, wallet }, quantity);
  });
}

/** Coinbase takes nothing for dollar coins. */
const WITHOUT_FEE = { ...COINBASE, feeRate: "0" };

function purchases(): LedgerEvent[] {
  return [
    buy("2022-01-11", GEMINI, "ADA", "500"),
    buy("2022-03-08", GEMINI, "ADA", "400"),
    buy("2022-09-13", GEMINI, "ADA", "300"),
    buy("2022-10-28", KRAKEN, "DOGE", "600"),
    buy("2023-03-13", WITHOUT_FEE, "USDC", "2000"),
    buy("2023-11-14", GEMINI, "ADA", "300"),
    buy("2024-01-09", WITHOUT_FEE, "USDC", "5000"),
    buy("2024-04-02", KRAKEN, "DOGE", "400"),
    buy("2024-12-09", KRAKEN, "DOGE", "500"),
    buy("2024-12-10", KRAKEN, "ADA", "450"),
    buy("2025-01-17", KRAKEN, "ADA", "400"),
    buy("2025-08-18", KRAKEN, "ADA", "300"),
    buy("2025-09-08", SPOUSE, "ETH", "1500"),
    buy("2025-10-06", SPOUSE, "SOL", "1200"),
    buy("2025-11-21", COINBASE, "ETH", "900", "A lot about to turn long-term: on 2026-11-22."),
    buy("2026-11-09", KRAKEN, "DOGE", "150"),
    buy("2026-11-11", SPOUSE, "ETH", "400", "The spouse buys what the taxpayer may want to sell."),
    buy("2026-11-12", GEMINI, "SOL", "500", "Bought within 30 days before the as-of date."),
  ];
}

function buy(
  day: string,
  wallet: typeof KRAKEN,
  ...[asset, dollars, notes]: readonly [string, string, string?]
): LedgerEvent {
  return onDay(day, wallet, (book, place) => {
    buyFor(book, { ...place, asset, ...(notes === undefined ? {} : { notes }) }, dollars);
  });
}

function transfers(): LedgerEvent[] {
  return [
    move("2022-12-20", KRAKEN, LEDGER, "0.1 BTC", decimal("0.00015")),
    move("2023-01-17", KRAKEN, OLD_PHONE, "2500 DOGE", decimal("5")),
    move("2023-05-10", COINBASE, METAMASK, "2.5 ETH", gas("2023-05-10")),
    move("2023-09-19", KRAKEN, LEDGER, "0.12 BTC", decimal("0.00009")),
    move("2024-01-18", GEMINI, LEDGER, "15 SOL", decimal("0.000005")),
    move("2024-02-13", COINBASE, METAMASK, "1500 USDC", decimal("0")),
    move("2024-03-12", COINBASE, METAMASK, "1.2 ETH", gas("2024-03-12")),
    move("2024-06-18", KRAKEN, LEDGER, "0.05 BTC", decimal("0.00012")),
    move("2025-01-21", GEMINI, LEDGER, "8 SOL", decimal("0.000005")),
    move("2025-03-18", KRAKEN, LEDGER, "0.04 BTC", decimal("0.00002")),
    move("2025-04-15", COINBASE, METAMASK, "1.5 ETH", gas("2025-04-15")),
    move("2025-10-15", LEDGER, KRAKEN, "0.1 BTC", decimal("0.00003")),
    move("2025-12-16", KRAKEN, LEDGER, "0.05 BTC", decimal("0.00002")),
  ];
}

function move(
  day: string,
  wallet: typeof KRAKEN,
  ...[to, amount, fee]: readonly [typeof KRAKEN, string, Decimal]
): LedgerEvent {
  const [quantity = "", asset = ""] = amount.split(" ");
  return onDay(day, wallet, (book, place) => {
    transfer(book, { ...place, asset }, { quantity: decimal(quantity), to, fee });
  });
}

/** Ether for the gas of a plain move: 21,000 units at some billionths of an ether's billionth. */
function gas(day: string): Decimal {
  return 21_000n * decimalParts(seededBetween(`gas ${day}`, 4_000_000_000, 30_000_000_000), 18);
}

function sales(): LedgerEvent[] {
  return [
    sale("2022-06-28", COINBASE, "0.5 ETH"),
    sale(
      "2022-12-29",
      GEMINI,
      "8 SOL",
      "A coin sold at a loss and bought back a week later: no wash sale under current law.",
    ),
    onDay("2023-01-05", GEMINI, (book, place) => {
      buyUnits(book, { ...place, asset: "SOL" }, decimal("8"));
    }),
    sale("2023-12-11", KRAKEN, "0.04 BTC"),
    sale("2024-03-14", KRAKEN, "0.05 BTC"),
    sale("2024-11-22", KRAKEN, "0.08 BTC"),
    onDay("2024-12-06", GEMINI, (book, place) => {
      const notes = "Written with a minus sign, as some exports do; read as its size.";
      sell(
        book,
        { ...place, asset: "SOL", notes, cells: { damage: { Quantity: "-6" } } },
        decimal("6"),
      );
    }),
    sale("2025-01-20", COINBASE, "25 LINK"),
    sale("2025-08-14", COINBASE, "1 ETH"),
    sale("2025-10-07", KRAKEN, "0.03 BTC"),
    sale(
      "2026-06-18",
      KRAKEN,
      "400 ADA",
      "Sold at a loss, bought back four days later: washed only if the rule is extended to coins.",
    ),
    onDay("2026-06-22", KRAKEN, (book, place) => {
      buyUnits(book, { ...place, asset: "ADA" }, decimal("400"));
    }),
    onDay("2026-08-04", KRAKEN, (book, place) => {
      buyUnits(book, { ...place, asset: "BTC" }, decimal("0.05"));
    }),
    onDay("2026-08-31", KRAKEN, (book, place) => {
      const notes = "Lot names the purchase to sell, under every method.";
      const lot = purchaseOn(book, KRAKEN, dayIn("2026-08-04"));
      sell(book, { ...place, asset: "BTC", notes, cells: { lot } }, decimal("0.04"));
    }),
    sale("2026-09-15", COINBASE, "0.4 ETH"),
    sale("2026-09-16", COINBASE, "12 LINK"),
    sale(
      "2026-11-02",
      COINBASE,
      "0.5 ETH",
      "The monthly purchase of 5 November follows: washed only if the rule is extended to coins.",
    ),
  ];
}

function sale(day: string, wallet: typeof KRAKEN, amount: string, notes?: string): LedgerEvent {
  const [quantity = "", asset = ""] = amount.split(" ");
  return onDay(day, wallet, (book, place) => {
    sell(book, { ...place, asset, ...(notes === undefined ? {} : { notes }) }, decimal(quantity));
  });
}

function swaps(): LedgerEvent[] {
  return [
    onMetaMask("2024-02-15", (book, place) => {
      const notes = "A coin for a coin is a Sell row and a Buy row of one value.";
      swap(
        book,
        { ...place, asset: "ETH", notes },
        { quantity: decimal("0.4"), into: "LINK", places: 18 },
      );
    }),
    onMetaMask("2024-05-23", (book, place) => {
      swap(
        book,
        { ...place, asset: "LINK" },
        { quantity: decimal("20.5"), into: "ETH", places: 18 },
      );
    }),
    onMetaMask("2025-02-11", (book, place) => {
      swap(
        book,
        { ...place, asset: "USDC" },
        { quantity: decimal("900"), into: "ETH", places: 18 },
      );
    }),
    onDay("2025-09-18", KRAKEN, (book, place) => {
      swap(
        book,
        { ...place, asset: "DOGE" },
        { quantity: decimal("1500"), into: "BTC", places: 8 },
      );
    }),
    onMetaMask("2026-04-08", (book, place) => {
      swap(
        book,
        { ...place, asset: "ETH" },
        { quantity: decimal("0.35"), into: "USDC", places: 6 },
      );
    }),
    onMetaMask("2026-10-29", (book, place) => {
      swap(
        book,
        { ...place, asset: "USDC" },
        { quantity: decimal("600"), into: "ETH", places: 18 },
      );
    }),
  ];
}

/** An event in MetaMask for which the network takes gas: a Fee row that is a disposal of its own. */
function onMetaMask(day: string, write: (book: LedgerBook, place: Place) => void): LedgerEvent {
  return onDay(day, METAMASK, (book, place) => {
    write(book, place);
    const notes = "Gas of the trade above.";
    giveUp(book, { ...place, asset: "ETH", notes }, { type: "Fee", quantity: gas(day) });
  });
}

function withoutSale(): LedgerEvent[] {
  return [
    onDay("2022-03-01", COINBASE, (book, place) => {
      const notes = "Reward for a referral.";
      earn(
        book,
        { ...place, asset: "BTC", notes },
        { type: "Income", quantity: decimal("0.00025") },
      );
    }),
    out("2022-05-22", LEDGER, "Spend", "0.004 BTC", "Two pizzas."),
    onDay("2023-08-15", METAMASK, (book, place) => {
      const notes =
        "A gift below its donor's basis: Total is the donor's basis, Price the value a unit on the day, Acquired the donor's date.";
      const quantity = decimal("1.5");
      const cells = { total: decimal("6885"), price: decimal("1844.2"), acquired: "2021-11-15" };
      enter(book, { ...place, asset: "ETH", notes }, { type: "Gift received", quantity, ...cells });
      change(book, { ...place, asset: "ETH" }, quantity);
    }),
    onDay("2024-01-31", LEDGER, (book, place) => {
      const notes = "An asset without a price: its row stays, with blanks.";
      const happening = { ...place, asset: "JUP", notes };
      enter(book, happening, { type: "Airdrop", quantity: decimal("200"), total: decimal("118") });
      change(book, happening, decimal("200"));
    }),
    onDay("2024-05-20", LEDGER, (book, place) => {
      const notes = "Inherited: Total is the value on the day of death; always long-term.";
      const quantity = decimal("0.35");
      enter(
        book,
        { ...place, asset: "BTC", notes },
        { type: "Inherited", quantity, total: decimal("23387") },
      );
      change(book, { ...place, asset: "BTC" }, quantity);
    }),
    out("2024-07-15", LEDGER, "Spend", "0.01 BTC", "A bicycle."),
    out("2024-12-03", METAMASK, "Donation", "0.25 ETH", "To a charity: no gain, no loss."),
    out("2024-12-24", LEDGER, "Gift sent", "0.02 BTC", "To a niece: no gain, no loss."),
    out("2025-05-06", OLD_PHONE, "Lost", "1000 DOGE", "The key to this part is lost."),
    out("2025-06-12", COINBASE, "Spend", "640 USDC", "A laptop."),
    out("2025-11-28", LEDGER, "Spend", "0.008 BTC", "=1+1 is a text here, and stays one."),
  ];
}

function out(
  day: string,
  wallet: typeof KRAKEN,
  ...[type, amount, notes]: readonly [string, string, string]
): LedgerEvent {
  const [quantity = "", asset = ""] = amount.split(" ");
  return onDay(day, wallet, (book, place) => {
    giveUp(book, { ...place, asset, notes }, { type, quantity: decimal(quantity) });
  });
}

/** A bitcoin fund: a security, so that the wash-sale rule applies to it today. */
function fund(): LedgerEvent[] {
  return [
    shares("2024-01-16", FIDELITY, "40"),
    shares("2024-12-17", FIDELITY, "30"),
    shares("2025-03-10", ROTH, "20"),
    shares("2025-07-15", FIDELITY, "50"),
    shares("2025-10-07", FIDELITY, "40"),
    onDay("2026-02-06", FIDELITY, (book, place) => {
      const notes =
        "A loss on a security, replaced within 30 days on 2026-02-20: a wash sale for 25 shares.";
      const lot = purchaseOn(book, FIDELITY, dayIn("2025-10-07"));
      sell(book, { ...place, asset: "IBIT", notes, cells: { lot } }, decimal("40"));
    }),
    shares("2026-02-20", FIDELITY, "25"),
    onDay("2026-11-03", FIDELITY, (book, place) => {
      const notes =
        "Two lots by name and quantity. The purchases of 10 and 13 November replace these shares.";
      const lots = [
        `${purchaseOn(book, FIDELITY, dayIn("2024-12-17"))}:20`,
        `${purchaseOn(book, FIDELITY, dayIn("2025-07-15"))}:10`,
      ];
      sell(
        book,
        { ...place, asset: "IBIT", notes, cells: { lot: lots.join("; ") } },
        decimal("30"),
      );
    }),
    shares("2026-11-10", FIDELITY, "20"),
    shares(
      "2026-11-13",
      ROTH,
      "15",
      "A replacement in a retirement account: that part of the loss is gone for good.",
    ),
  ];
}

function shares(day: string, wallet: typeof KRAKEN, quantity: string, notes?: string): LedgerEvent {
  return onDay(day, wallet, (book, place) => {
    const happening = { ...place, asset: "IBIT", ...(notes === undefined ? {} : { notes }) };
    buyUnits(book, happening, decimal(quantity));
  });
}
