import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';

/** The memory with which Lambda gives a function a whole CPU; with less it gives the same share of one. */
const WHOLE_CPU_MB = 1769;
/** Lambda's period. */
const PERIOD_US = 20_000;

/** A share of a CPU, to which processes are added. */
export interface CpuQuota {
  add(pid: number): void;
  /** Removes it. Every process in it must have ended. */
  remove(): void;
}

/** The folders of Linux's control groups, and the way each version sets a quota. */
const VERSIONS: readonly { readonly root: string; set(folder: string, quotaUs: number): void }[] = [
  {
    root: '/sys/fs/cgroup',
    set: (folder, quotaUs) => writeFileSync(`${folder}/cpu.max`, `${quotaUs} ${PERIOD_US}`),
  },
  {
    root: '/sys/fs/cgroup/cpu',
    set: (folder, quotaUs) => {
      writeFileSync(`${folder}/cpu.cfs_period_us`, String(PERIOD_US));
      writeFileSync(`${folder}/cpu.cfs_quota_us`, String(quotaUs));
    },
  },
];

/**
 * Creates the quota of a function with this memory, or returns why this machine has none: it takes Linux and the right to create
 * control groups.
 */
export function createCpuQuota(memoryMb: number): CpuQuota | string {
  const quotaUs = Math.round((PERIOD_US * memoryMb) / WHOLE_CPU_MB);
  const reasons: string[] = [];
  for (const { root, set } of VERSIONS) {
    const folder = `${root}/wecomrobot-bench-${process.pid}-${memoryMb}`;
    try {
      readFileSync(`${root}/cgroup.procs`);
      mkdirSync(folder);
      try {
        set(folder, quotaUs);
      } catch (error) {
        rmdirSync(folder);
        throw error;
      }
      return {
        add: (pid) => writeFileSync(`${folder}/cgroup.procs`, String(pid)),
        remove: () => rmdirSync(folder),
      };
    } catch (error) {
      reasons.push(String(error));
    }
  }
  return `no CPU quota can be set here: ${reasons.join('; ')}`;
}
