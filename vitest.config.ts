import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/buildFolder.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests that wait for a browser or an office program leave their core to others.
    maxWorkers: "100%",
  },
});
