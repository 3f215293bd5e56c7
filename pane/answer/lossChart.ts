import type { Answer } from "../../core/index.ts";
import { section } from "../controls/section.ts";
import { drawing, element } from "../element.ts";
import { dollars } from "../format.ts";

/** More bars than this cannot be read; the rest is one bar. */
const MOST_BARS = 10;

const ROW = 34;
const WIDTH = 264;

/** Bars of the harvestable loss by asset, with the same figures for screen readers. */
export function lossChart({ lossByAsset }: Answer): HTMLElement | undefined {
  const bars = barsOf(lossByAsset);
  const most = Math.max(...bars.map(({ loss }) => loss));
  if (bars.length === 0 || most <= 0) return undefined;
  const height = bars.length * ROW;
  return section(
    "Loss by asset",
    element(
      "div",
      { class: "chart" },
      drawing(
        "svg",
        {
          viewBox: `0 0 ${WIDTH} ${height}`,
          role: "img",
          "aria-label": `Harvestable loss by asset: ${bars
            .map(({ asset, loss }) => `${asset} ${dollars(loss)}`)
            .join(", ")}`,
        },
        ...bars.flatMap(({ asset, loss }, row) => {
          const top = row * ROW;
          return [
            drawing("text", { x: 0, y: top + 13, class: "bar-name" }, short(asset)),
            drawing(
              "text",
              { x: WIDTH, y: top + 13, class: "bar-amount", "text-anchor": "end" },
              dollars(loss),
            ),
            drawing("rect", { x: 0, y: top + 19, width: WIDTH, height: 8, rx: 4, class: "track" }),
            drawing("rect", {
              x: 0,
              y: top + 19,
              width: Math.max(3, (loss / most) * WIDTH).toFixed(1),
              height: 8,
              rx: 4,
              class: "bar",
            }),
          ];
        }),
      ),
    ),
  );
}

function barsOf(losses: Answer["lossByAsset"]): Answer["lossByAsset"] {
  if (losses.length <= MOST_BARS) return losses;
  const rest = losses.slice(MOST_BARS - 1);
  const others = {
    asset: `${rest.length} others`,
    loss: rest.reduce((sum, { loss }) => sum + loss, 0),
  };
  return [...losses.slice(0, MOST_BARS - 1), others];
}

const short = (asset: string): string => (asset.length > 18 ? `${asset.slice(0, 17)}…` : asset);
