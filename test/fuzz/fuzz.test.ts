import { expect, test } from "vitest";
import { randomOf } from "./random.ts";
import { TARGETS } from "./targets.ts";

test.each(TARGETS)(
  "$name: a few thousand wrong inputs end no reader and lose nothing",
  (target) => {
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= target.quick; seed += 1) {
      // Processor time: a busy machine is no fault of the reader.
      const start = process.cpuUsage();
      try {
        outcomes.add(target.feed(randomOf(seed)));
      } catch (error) {
        throw new Error(`npm run fuzz -- 1 ${seed} ${target.name}`, { cause: error });
      }
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000, `seed ${seed} took too long`).toBeLessThan(3000);
    }
    expect(outcomes.size).toBeGreaterThan(1);
  },
);
