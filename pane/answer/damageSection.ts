import type { Answer } from "../../core/index.ts";
import { repairSetting } from "../choices/repairChoice.ts";
import { settingsDesk } from "../choices/settingsDesk.ts";
import { checkbox } from "../controls/checkbox.ts";
import { paragraph, section } from "../controls/section.ts";
import type { Child } from "../element.ts";
import { counted } from "../format.ts";
import type { Pane } from "../state.ts";

/** What spreadsheet programs did to the transactions, each kind to be mended on consent. */
export function damageSection(answer: Answer, pane: Pane): Child {
  // Answers that earlier versions left in a workbook have no such list.
  const damage = answer.damage ?? [];
  if (damage.length === 0) return undefined;
  const desk = settingsDesk(pane);
  return section(
    "Damaged by a spreadsheet program",
    paragraph(
      "Some cells look changed since they were exported; the problems below say by what it shows. What you tick is read as it was meant when you generate again. Your cells stay as they are.",
      "hint",
    ),
    ...damage.map(({ kind, cells, isMended }) =>
      checkbox(
        {
          key: `repair-${kind}`,
          label: `${WORDS[kind] ?? kind} (${counted(cells, "cell")})`,
          checked: isMended,
        },
        (isAllowed) => {
          desk.set("repair", repairSetting(desk.inForce("repair").value, kind, isAllowed));
        },
      ),
    ),
  );
}

const WORDS: Readonly<Partial<Record<string, string>>> = {
  dates: "Read dates with day and month the other way round",
  ids: "Read rounded ids as blank",
  numbers: "Read decimal commas as points",
  zones: "Read times in the other zone",
};
