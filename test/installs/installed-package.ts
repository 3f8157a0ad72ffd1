import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWecomSimulator, type WecomSimulator } from '../../local/wecom/simulator.js';
import { textAt } from '../../src/base/json.js';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';
import { type Row, rowOf } from './row.js';
import { runCommand } from './run-command.js';

const KEY = '00000000-0000-4000-8000-000000000001';

/** A clean folder in which the packed package is installed, and a WeCom on this machine. */
export interface InstalledPackage {
  readonly root: string;
  readonly folder: string;
  readonly tarball: string;
  readonly version: string;
  /** The environment of a program there. */
  readonly env: Readonly<Record<string, string>>;
  /** The rows of what it took. */
  readonly rows: readonly Row[];
  readonly wecom: WecomSimulator;
  /** A proxy that only a program uses which is told of it. */
  readonly proxy: ConnectProxy;
  remove(): Promise<void>;
}

/** Packs the project as npm would publish it, and installs that without a registry. */
export async function installPackage(root: string): Promise<InstalledPackage> {
  const [folder, wecom, proxy] = await Promise.all([
    mkdtemp(join(tmpdir(), 'wecomrobot-installs-')),
    startWecomSimulator({ keys: { [KEY]: 'ops' } }),
    startConnectProxy(),
  ]);
  const version = textAt(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')), 'version') ?? '';
  const tarball = join(folder, `wecomrobot-${version}.tgz`);
  const packed = await runCommand(['npm', 'pack'], ['--silent', '--pack-destination', folder], { cwd: root });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--silent', tarball];
  const installed = await runCommand(['npm'], install, { cwd: folder });
  // What the examples' types need, without a registry.
  for (const name of ['@types/node', 'undici-types']) {
    await mkdir(join(folder, 'node_modules', name), { recursive: true });
    await cp(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
  const authority = join(folder, 'ca.pem');
  await writeFile(authority, wecom.cert);
  return {
    root,
    folder,
    tarball,
    version,
    env: {
      WECOM_BASE_URL: wecom.baseUrl,
      WECOM_ROBOT_KEY: KEY,
      LANG: 'C',
      NODE_EXTRA_CA_CERTS: authority,
      DENO_CERT: authority,
    },
    rows: [
      rowOf('npm package', 'npm pack', packed, () => undefined),
      rowOf('npm package', `npm install wecomrobot-${version}.tgz`, installed, () => undefined),
    ],
    wecom,
    proxy,
    remove: async () => {
      await Promise.all([wecom.close(), proxy.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
