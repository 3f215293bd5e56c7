/**
 * Milliseconds of processor time that a piece of work takes, the collection of garbage included.
 * Unlike the time on the clock it hardly depends on what else the machine does.
 */
export function cpuTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
