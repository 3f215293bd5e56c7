import type { ColumnHeading, ColumnRole, Columns } from "../columns.ts";
import { cellsDamage } from "./cellsDamage.ts";
import type { DamageFinding, DamageScope, DamageSearch } from "./damage.ts";
import { datesDamage } from "./datesDamage.ts";
import { digitsDamage } from "./digitsDamage.ts";
import { idsDamage } from "./idsDamage.ts";
import { numbersDamage } from "./numbersDamage.ts";
import { secondsDamage } from "./secondsDamage.ts";
import { zonesDamage } from "./zonesDamage.ts";

/**
 * Finds what spreadsheet programs did to the cells of a sheet, column by column, in time that grows
 * with its rows. Nothing is changed. Decision: D-59.
 */
export function findDamage(scope: DamageScope): readonly DamageFinding[] {
  return SEARCHES.flatMap(({ search, roles }) =>
    columnsOf(scope.columns, roles).flatMap((column) => search(scope, column) ?? []),
  );
}

const UNITS: readonly ColumnRole[] = ["quantity", "sentAmount", "receivedAmount", "baseAmount"];

const AMOUNTS: readonly ColumnRole[] = [
  ...UNITS,
  "price",
  "total",
  "fee",
  "quoteAmount",
  "worth",
  "netValue",
  "feeWorth",
  "feeValue",
  "receivedBasis",
  "referencePrice",
];

const SEARCHES: readonly {
  readonly search: DamageSearch;
  readonly roles: readonly ColumnRole[];
}[] = [
  { search: datesDamage, roles: ["date", "acquired"] },
  { search: secondsDamage, roles: ["date"] },
  { search: zonesDamage, roles: ["date"] },
  { search: idsDamage, roles: ["id"] },
  { search: numbersDamage, roles: AMOUNTS },
  { search: digitsDamage, roles: UNITS },
  { search: cellsDamage, roles: [...AMOUNTS, "id"] },
];

function columnsOf(columns: Columns, roles: readonly ColumnRole[]): readonly ColumnHeading[] {
  return roles.flatMap((role) => columns[role] ?? []);
}
