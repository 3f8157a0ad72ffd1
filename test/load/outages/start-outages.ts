import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createCertificate } from '../../../local/net/certificate.js';
import { bundleFunction, SHARED } from '../../../scripts/build.js';
import type { Row } from './row.js';
import type { Orders } from './run-outages.js';

const path = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

export interface StartOptions extends Pick<Orders, 'templates' | 'only'> {
  /** Where the function and the program are built. */
  readonly folder: string;
  readonly onRow: (row: Row) => void;
}

/**
 * Runs outages in a process of its own. The program is built first: loaded by a loader in another thread, it would wait for
 * something that the process itself does not see. Rejects if the process fails.
 */
export async function startOutages({ folder, onRow, ...options }: StartOptions): Promise<void> {
  const [certificate, expired] = await Promise.all([createCertificate(), createCertificate(true)]);
  const trusted = await mkdtemp(join(tmpdir(), 'wecomrobot-'));
  const caFile = join(trusted, 'ca.pem');
  await writeFile(caFile, [certificate.cert, expired.cert].join('\n'));
  const program = path(`${folder}/run-outages.mjs`);
  const entryPoints = ['test/load/outages/run-outages.ts'];
  await build({ ...SHARED, entryPoints, outfile: program, packages: 'external' });
  const { folder: functionFolder } = await bundleFunction(folder, path('test/load/routes.yml'));
  const orders: Orders = { functionFolder, certificate, expired, ...options };
  const child = fork(program, [JSON.stringify(orders)], {
    execArgv: [],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
  });
  child.on('message', (row: Row) => onRow(row));
  try {
    await new Promise<void>((resolve, reject) =>
      child.once('exit', (code, signal) =>
        code === 0
          ? resolve()
          : reject(new Error(`Cannot tell about the outages as they ended with ${signal ?? code}`)),
      ),
    );
  } finally {
    await rm(trusted, { recursive: true });
  }
}
