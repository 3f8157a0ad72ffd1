import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import type { Program } from './find-programs.js';
import { startServer } from './programs.js';

/** Prometheus on this machine, as Debian packages it, with one rule about one metric. */
export interface Prometheus {
  /** Sets what its target exposes. */
  expose(metrics: string): void;
  /** Every line that it has written. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Starts it: it scrapes a target every second and hands what the rule finds to the Alertmanager. */
export async function startPrometheus(prometheus: Program, rule: object, alertmanagerUrl: string): Promise<Prometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-prometheus-'));
  let exposed = '';
  const target = createServer((_, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4').end(exposed);
  });
  const port = await listenOnLoopback(target);
  const at = (address: string) => ({ static_configs: [{ targets: [address] }] });
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: ['rules.yml'],
    scrape_configs: [{ job_name: 'shop', ...at(`127.0.0.1:${port}`) }],
    alerting: { alertmanagers: [at(new URL(alertmanagerUrl).host)] },
  };
  await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
  await writeFile(join(folder, 'rules.yml'), JSON.stringify({ groups: [{ name: 'shop', rules: [rule] }] }));
  const options = ['--config.file=prometheus.yml', `--storage.tsdb.path=${join(folder, 'data')}`];
  const web = ['--web.listen-address=127.0.0.1:0', '--web.external-url=http://prometheus.example.com/'];
  const server = await startServer(prometheus, [...options, ...web], folder);
  return {
    lines: server.lines,
    expose: (metrics) => {
      exposed = metrics;
    },
    close: async () => {
      await server.close();
      await closeServer(target);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
