/** CPU time of this process since it began, user and system, milliseconds. Other programs on the machine do not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Resolves to the CPU time of one run, milliseconds. */
export async function costOnce(run: () => Promise<unknown>): Promise<number> {
  const before = cpuMs();
  await run();
  return cpuMs() - before;
}

/** Resolves to the least CPU time of some runs, milliseconds: what disturbs a run only adds to it. */
export async function leastCost(runs: number, run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < runs; index += 1) least = Math.min(least, await costOnce(run));
  return least;
}
