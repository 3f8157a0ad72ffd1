/**
 * Runs outages in this process, whose time is moved by hand. Started by `start-outages.ts`, whose orders are the first
 * argument, as JSON. Sends one row for each outage and variant.
 */
import { createServer } from 'node:net';
import { argv, env } from 'node:process';
import { readAlarms } from '../../../local/cloudwatch/read-alarms.js';
import { lambdaEnvironment } from '../../../local/lambda/environment.js';
import type { Certificate } from '../../../local/net/certificate.js';
import { watchClientNetwork } from '../../../local/net/client-network.js';
import { listenOnLoopback } from '../../../local/net/loopback-server.js';
import { stepTime } from '../../../local/time/stepped-time.js';
import { startWecomSimulator } from '../../../local/wecom/simulator.js';
import { type Heard, hear, runOutage, type Variant } from './outage-run.js';
import { type BadServers, OUTAGES } from './outages.js';
import { NAMES, startWorld } from './world.js';

/** What this process is to do. */
export interface Orders {
  /** The built function. */
  readonly bundle: string;
  /** Trusted by this process, by `NODE_EXTRA_CA_CERTS`. */
  readonly certificate: Certificate;
  readonly expired: Certificate;
  /** Packaged templates by their regions. */
  readonly templates: Readonly<Record<string, unknown>>;
  /** Only outages whose titles contain this. */
  readonly only?: string;
}

/** The result of one outage in one variant. */
export interface Row {
  readonly title: string;
  readonly variant: Variant;
  readonly heard: Readonly<Record<string, Heard>>;
  readonly sent: number;
  readonly shown: number;
  readonly parked: number;
  readonly failedEvents: number;
  readonly lines: readonly string[];
}

const orders = JSON.parse(argv[2] ?? '{}') as Orders;
const { bundle, certificate } = orders;
Object.assign(env, lambdaEnvironment('local'));
const alarms = Object.entries(orders.templates).map(
  ([region, template]) => [region, readAlarms(template, NAMES)] as const,
);
const servers = await startBadServers(orders.expired);
const network = watchClientNetwork();
const time = stepTime(Date.UTC(2026, 10, 22), network.isBusy);
for (const outage of OUTAGES.filter(({ title }) => title.includes(orders.only ?? ''))) {
  for (const variant of ['message', 'night'] as const) {
    const world = await startWorld({ bundle, time, network, certificate });
    const { metrics, ...hours } = await runOutage(world, outage, variant, servers);
    const heard = Object.fromEntries(alarms.map(([region, some]) => [region, hear(some, { metrics, ...hours })]));
    const { sent, shown, parked, failedEvents } = hours;
    const row: Row = { title: outage.title, variant, heard, sent, shown, parked, failedEvents, lines: world.lines };
    process.send?.(row);
  }
}
process.disconnect();
process.exit();

async function startBadServers(expired: Certificate): Promise<BadServers> {
  const portOf = ({ baseUrl }: { readonly baseUrl: string }): number => Number(new URL(baseUrl).port);
  const closing = createServer();
  const closed = await listenOnLoopback(closing as never);
  closing.close();
  return {
    closed,
    foreign: portOf(await startWecomSimulator({ keys: {} })),
    expired: portOf(await startWecomSimulator({ keys: {}, certificate: expired })),
  };
}
