import { readFileSync } from 'node:fs';
import type { CpuQuota } from '../cpu-quota.js';
import { startEnvironment } from '../environment.js';

/** One function on the road, in a process of its own. */
export interface Leg {
  readonly node: string;
  readonly bundle: string;
  readonly env: Readonly<Record<string, string>>;
  /** Its share of a CPU after init. Absent: a whole one. */
  readonly quota?: CpuQuota | undefined;
}

/** Times of a leg, milliseconds. */
export interface LegTimes {
  readonly initMs: number;
  /** From the invocation to the time at which its work was done. */
  readonly firstMs: number;
  /** The same of its second invocation. */
  readonly secondMs: number;
  /** Resident memory after the first, bytes. */
  readonly firstBytes: number;
}

/**
 * Starts a function, and invokes it once cold and once warm.
 * @param eventOf resolves to the event of each invocation, 0 and 1.
 * @param doneAt resolves to the time at which the work of the last invocation was done, milliseconds since 1970.
 */
export async function measureLeg(
  { node, bundle, env, quota }: Leg,
  eventOf: (index: number) => Promise<unknown>,
  doneAt: () => Promise<number>,
): Promise<LegTimes> {
  const environment = await startEnvironment({ node, bundle, env });
  quota?.add(environment.process.pid ?? 0);
  const invoke = async (index: number): Promise<number> => {
    const event = await eventOf(index);
    const startedAt = performance.timeOrigin + performance.now();
    await environment.invoke(event);
    return (await doneAt()) - startedAt;
  };
  try {
    const firstMs = await invoke(0);
    const firstBytes = residentBytes(environment.process.pid);
    return { initMs: environment.initMs, firstMs, secondMs: await invoke(1), firstBytes };
  } finally {
    await environment.end();
  }
}

/** Returns the resident memory of a process, as Linux tells it. */
function residentBytes(pid = 0): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
