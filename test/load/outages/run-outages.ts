/**
 * Runs outages and calm hours in this process, whose time jumps. Started by `start-outages.ts`, whose orders are
 * the first argument, as JSON. Sends one row for each.
 */
import { createServer } from 'node:http';
import { argv, env } from 'node:process';
import { readAlarms } from '../../../local/cloudwatch/read-alarms.js';
import { lambdaEnvironment } from '../../../local/lambda/environment.js';
import type { Certificate } from '../../../local/net/certificate.js';
import { watchClientNetwork } from '../../../local/net/client-network.js';
import { closeServer, listenOnLoopback } from '../../../local/net/loopback-server.js';
import { startJumpingTime } from '../../../local/time/jumping-time.js';
import { startWecomSimulator } from '../../../local/wecom/simulator.js';
import { CALM_HOURS } from './calm-hours.js';
import { hear, raised, runCalmHour, runOutage, VARIANTS } from './outage-run.js';
import { type BadServers, OUTAGES } from './outages.js';
import type { Row } from './row.js';
import { NAMES, startWorld } from './world.js';

/** What this process is to do. */
export interface Orders {
  /** The folder of the built functions. */
  readonly functionFolder: string;
  /** Trusted by this process, by `NODE_EXTRA_CA_CERTS`, as the expired one is. */
  readonly certificate: Certificate;
  readonly expired: Certificate;
  /** Packaged templates by their regions. */
  readonly templates: Readonly<Record<string, unknown>>;
  /** Only those whose titles contain this. */
  readonly only?: string;
}

const { functionFolder, certificate, expired, templates, only = '' } = JSON.parse(argv[2] ?? '{}') as Orders;
Object.assign(env, lambdaEnvironment('local'));
const alarms = Object.values(templates).map((template) => readAlarms(template, NAMES));
const servers = await startBadServers();
const network = watchClientNetwork();
const world = () => startWorld({ functionFolder, network, certificate });
const isWanted = ({ title }: { readonly title: string }): boolean => title.includes(only);
const send = (row: Row): void => void process.send?.(row);

await startJumpingTime(network.isBusy).run(runAll);
process.disconnect();
process.exit();

async function runAll(): Promise<void> {
  for (const outage of OUTAGES.filter(isWanted)) {
    const { title, isUnheardAtNight = false } = outage;
    for (const variant of VARIANTS) {
      const hours = await runOutage(await world(), outage, variant, servers);
      const heard = alarms.map((some) => hear(some, hours));
      const { shown, parked, failedEvents } = hours;
      const isUnheard = isUnheardAtNight && variant === 'night';
      send({ kind: 'outage', title, variant, isUnheard, heard, shown, parked, failedEvents });
    }
  }
  for (const calm of CALM_HOURS.filter(isWanted)) {
    const hours = await runCalmHour(await world(), calm);
    send({
      kind: 'calm',
      title: calm.title,
      raised: alarms.flatMap((some) => raised(some, hours)),
      shown: hours.shown,
    });
  }
}

async function startBadServers(): Promise<BadServers> {
  const portOf = ({ baseUrl }: { readonly baseUrl: string }): number => Number(new URL(baseUrl).port);
  const closing = createServer();
  const closed = await listenOnLoopback(closing);
  await closeServer(closing);
  return {
    closed,
    foreign: portOf(await startWecomSimulator({ keys: {} })),
    expired: portOf(await startWecomSimulator({ keys: {}, certificate: expired })),
  };
}
