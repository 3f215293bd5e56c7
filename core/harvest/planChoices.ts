import type { PlanChain, PlanGroup } from "./planGroups.ts";
import { jointChoices } from "./planJoint.ts";
import { NOTHING, withNextLot } from "./planOutcome.ts";
import {
  evenEdge,
  worthChoosing,
  type ChoiceRules,
  type PlanChoices,
  type PlanEdge,
  type PlanPoint,
} from "./planPoint.ts";

/** The choices of a group. */
export function choicesOf(group: PlanGroup, rules: ChoiceRules): PlanChoices {
  const [chain] = group.chains;
  return isJoint(group) || chain === undefined
    ? jointChoices(group, rules)
    : chainChoices(group, chain, rules);
}

/** True for groups whose sales must be tried one by one; of others, running totals say it all. */
export const isJoint = ({ chains, washes }: PlanGroup): boolean => washes || chains.length > 1;

/** Chains of more lots are only searched for sales that sell less than all before them. */
const LOTS_LOOKED_AT_ALL = 64;

function chainChoices(group: PlanGroup, chain: PlanChain, rules: ChoiceRules): PlanChoices {
  const all: PlanPoint[] = [{ outcome: NOTHING, stops: () => [0] }];
  for (let stop = 0; stop < chain.lots.length; stop += 1) {
    const before = all[stop] as PlanPoint;
    all.push({ outcome: withNextLot(before.outcome, chain, stop), stops: () => [stop + 1] });
  }
  const { minLoss, termMatters } = rules;
  const seeAll = (termMatters || minLoss > 0) && chain.lots.length <= LOTS_LOOKED_AT_ALL;
  const edges: PlanEdge[] = [];
  let most = 0;
  for (let stop = 0; stop < chain.lots.length; stop += 1) {
    const from = all[stop] as PlanPoint;
    const to = all[stop + 1] as PlanPoint;
    if (to.outcome.kept > (seeAll ? from.outcome.kept : most)) {
      edges.push(evenEdge(from, to, { steps: [0], above: seeAll ? 0 : most }));
    }
    most = Math.max(most, to.outcome.kept);
  }
  return {
    group,
    points: worthChoosing(all, rules),
    edges,
    inOrder: !seeAll,
    reach: () => all.map(({ outcome }) => outcome),
  };
}
