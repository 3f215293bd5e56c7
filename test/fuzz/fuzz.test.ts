import { expect, test } from "vitest";
import { randomOf } from "./random.ts";
import { TARGETS } from "./targets.ts";

test.each(TARGETS)(
  "$name: a few thousand wrong inputs end no reader and lose nothing",
  (target) => {
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= target.quick; seed += 1) {
      const start = performance.now();
      try {
        outcomes.add(target.feed(randomOf(seed)));
      } catch (error) {
        throw new Error(`npm run fuzz -- 1 ${seed} ${target.name}`, { cause: error });
      }
      expect(performance.now() - start, `seed ${seed} took too long`).toBeLessThan(3000);
    }
    expect(outcomes.size).toBeGreaterThan(1);
  },
);
