import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

type Finding = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
};

/** What is looked at in a page: elements by selectors, without those inside others. */
type Context = { readonly include: readonly string[][]; readonly exclude: readonly string[][] };

/** Serious and critical findings of axe in a page, in words. `without` are parts that are not ours. */
export async function axeFindings(
  page: Page | Frame,
  without: readonly string[] = [],
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await (page as Frame).evaluate(
    async (exclude) => {
      const { axe: loaded } = globalThis as unknown as {
        axe: { run: (context: Context) => Promise<{ violations: Finding[] }> };
      };
      const { violations } = await loaded.run({ include: [["html"]], exclude });
      return violations;
    },
    without.map((selector) => [selector]),
  );
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
