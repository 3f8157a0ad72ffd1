import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';

/** The share of a CPU that a 256 MB function has (1,769 MB have one), in Lambda's period of 20 ms. */
const PERIOD_US = 20_000;
const QUOTA_US = Math.round((PERIOD_US * 256) / 1769);

/** A share of a CPU, to which processes are added. */
export interface CpuQuota {
  add(pid: number): void;
  /** Removes it. Every process in it must have ended. */
  remove(): void;
}

/** The folders of Linux's control groups, and the way each version sets a quota. */
const VERSIONS: readonly { readonly root: string; set(folder: string): void }[] = [
  { root: '/sys/fs/cgroup', set: (folder) => writeFileSync(`${folder}/cpu.max`, `${QUOTA_US} ${PERIOD_US}`) },
  {
    root: '/sys/fs/cgroup/cpu',
    set: (folder) => {
      writeFileSync(`${folder}/cpu.cfs_period_us`, String(PERIOD_US));
      writeFileSync(`${folder}/cpu.cfs_quota_us`, String(QUOTA_US));
    },
  },
];

/** Creates a quota, or returns why this machine has none: it takes Linux and the right to create control groups. */
export function createCpuQuota(): CpuQuota | string {
  const reasons: string[] = [];
  for (const { root, set } of VERSIONS) {
    const folder = `${root}/wecomrobot-bench-${process.pid}`;
    try {
      readFileSync(`${root}/cgroup.procs`);
      mkdirSync(folder);
      try {
        set(folder);
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
