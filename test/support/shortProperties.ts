import fc from "fast-check";

/**
 * Setup of `npm run mutate`: a property draws the same ledgers in each run, for part of a second
 * only, and stops at the first that fails.
 */
fc.configureGlobal({
  seed: 20261120,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- plugins cannot be set for all properties
  interruptAfterTimeLimit: 250,
  endOnFailure: true,
});
