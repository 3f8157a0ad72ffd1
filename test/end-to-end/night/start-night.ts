import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createCertificate } from '../../../local/net/certificate.js';
import { bundleFunction, SHARED } from '../../../scripts/build.js';
import type { Night, Orders } from './run-night.js';

const path = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
const FOLDER = 'dist/test/night';

/**
 * Plays the night in a process of its own. The program is built first: loaded by a loader in another thread, it would wait for
 * something that the process itself does not see. Rejects if the process fails.
 */
export async function startNight(language: string): Promise<Night> {
  const certificate = await createCertificate();
  const trusted = await mkdtemp(join(tmpdir(), 'wecomrobot-'));
  const caFile = join(trusted, 'ca.pem');
  await writeFile(caFile, certificate.cert);
  const program = path(`${FOLDER}/run-night.mjs`);
  const entryPoints = ['test/end-to-end/night/run-night.ts'];
  await build({ ...SHARED, entryPoints, outfile: program, packages: 'external' });
  const { folder: functionFolder } = await bundleFunction(FOLDER, path('test/end-to-end/night/routes.yml'));
  const orders: Orders = { functionFolder, certificate, language };
  const child = fork(program, [JSON.stringify(orders)], {
    execArgv: [],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
  });
  let night: Night | undefined;
  child.on('message', (played: Night) => {
    night = played;
  });
  try {
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    if (code !== 0 || !night) throw new Error(`Cannot tell about the night as its process ended with ${code}`);
    return night;
  } finally {
    await rm(trusted, { recursive: true });
  }
}
