import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from './find-programs.js';
import { startServer } from './programs.js';
import { CREDENTIALS } from './sns-topic.js';

/** Alertmanager on this machine, as Debian packages it. */
export interface Alertmanager {
  readonly url: string;
  /** Every line that it has written. */
  readonly lines: readonly string[];
  /** Posts alerts as Prometheus does. */
  post(...alerts: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts it on loopback, without a cluster.
 * @param config its configuration; JSON is YAML too.
 * @param files further files by name, beside the configuration.
 */
export async function startAlertmanager(
  alertmanager: Program,
  config: object,
  files: Readonly<Record<string, string>>,
): Promise<Alertmanager> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-alertmanager-'));
  const all = { ...files, 'alertmanager.yml': JSON.stringify(config) };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  const options = ['--config.file=alertmanager.yml', `--storage.path=${folder}`, '--cluster.listen-address='];
  const web = ['--web.listen-address=127.0.0.1:0', '--web.external-url=http://alertmanager.example.com/'];
  const signing = { ...alertmanager, env: { ...alertmanager.env, ...CREDENTIALS } };
  const server = await startServer(signing, [...options, ...web, '--log.level=debug'], folder);
  return {
    ...server,
    post: async (...alerts) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(alerts);
      const { status } = await fetch(`${server.url}/api/v2/alerts`, { method: 'POST', headers, body });
      if (status !== 200) throw new Error(`Cannot post alerts as Alertmanager must take them: it answered ${status}`);
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
