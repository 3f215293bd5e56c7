import type { FunctionSpec } from "./functionSpec.ts";
import { tlhFifo } from "./tlhFifo.ts";
import { tlhForm8949 } from "./tlhForm8949.ts";
import { tlhGains } from "./tlhGains.ts";
import { tlhHifo } from "./tlhHifo.ts";
import { tlhLifo } from "./tlhLifo.ts";
import { tlhLongTermDate } from "./tlhLongTermDate.ts";
import { tlhLots } from "./tlhLots.ts";
import { tlhOrder } from "./tlhOrder.ts";
import { tlhPlan } from "./tlhPlan.ts";
import { tlhProblems } from "./tlhProblems.ts";
import { tlhTerm } from "./tlhTerm.ts";
import { tlhCarryover } from "./tlhCarryover.ts";
import { tlhTaxSaved } from "./tlhTaxSaved.ts";
import { washSalesFunction } from "./washSalesFunction.ts";
import { washStatusFunction } from "./washStatusFunction.ts";
import { washWindowFunction } from "./washWindowFunction.ts";

/** The only list of worksheet functions; every host's names, help and registration come from it. */
export const functionRegistry: readonly FunctionSpec[] = [
  tlhFifo,
  tlhLifo,
  tlhHifo,
  tlhOrder,
  tlhLots,
  tlhGains,
  tlhPlan,
  washWindowFunction,
  washSalesFunction,
  washStatusFunction,
  tlhTerm,
  tlhLongTermDate,
  tlhCarryover,
  tlhTaxSaved,
  tlhForm8949,
  tlhProblems,
];
