import type { Alarm } from '../../../local/cloudwatch/alarm.js';
import type { Reading } from '../../../local/cloudwatch/datapoints.js';
import { evaluateAlarms, type Transition } from '../../../local/cloudwatch/evaluate-alarms.js';
import type { MetricDatum } from '../../../local/cloudwatch/metric-datum.js';
import { type BadServers, mend, type Outage } from './outages.js';
import type { World } from './world.js';

const MINUTE = 60_000;
/** The deployment runs for so long before, with a heartbeat just gone through: the next one is the farthest away. */
const BEFORE_MINUTES = 20 + 1 / 6;
const OUTAGE_MINUTES = 60;
const AFTER_MINUTES = 45;

/**
 * What is not known of CloudWatch varies: how many more periods it reads, and what `FILL` makes of nothing at all. Each
 * alarm must be in time with all of them.
 */
const READINGS: readonly Reading[] = [0, 1, 2, 4].flatMap((extraPeriods) =>
  [false, true].map((isEmptyUnfilled) => ({ delayMs: 2 * MINUTE, extraPeriods, isEmptyUnfilled })),
);

export type Variant = 'message' | 'night';

/** What the alarms of one template did in an outage. */
export interface Heard {
  /** The first alarm and how long after the outage's start, minutes. Absent if none was raised. */
  readonly alarm?: string;
  readonly minutes?: number;
  /** How long after the outage's end all alarms were OK again, minutes. Absent if they were not. */
  readonly okMinutes?: number;
}

/** A deployment's hours: what was written, and when its outage began and ended. */
export interface Hours {
  readonly metrics: readonly MetricDatum[];
  readonly startedAt: number;
  readonly beganAt: number;
  readonly endedAt: number;
  readonly until: number;
  /** Messages that were sent, shown and dead-lettered. */
  readonly sent: number;
  readonly shown: number;
  readonly parked: number;
  readonly failedEvents: number;
}

/** Lets the outage come and go in a world that was just started. The world is closed. */
export async function runOutage(world: World, outage: Outage, variant: Variant, servers: BadServers): Promise<Hours> {
  const startedAt = world.now();
  await world.advance(BEFORE_MINUTES);
  const beganAt = world.now();
  outage.begin(world, servers);
  if (variant === 'message') {
    // An environment that read the secret before would still show the message.
    if (!outage.title.includes('init')) for (const name of ['notify', 'deliver'] as const) world.replace(name);
    world.alarm('支付网关 5xx');
  }
  await world.advance(OUTAGE_MINUTES);
  mend(world);
  const endedAt = world.now();
  await world.advance(AFTER_MINUTES);
  const until = world.now();
  await world.close();
  return {
    metrics: world.metrics(),
    startedAt,
    beganAt,
    endedAt,
    until,
    sent: variant === 'message' ? 1 : 0,
    shown: world.wecom.shown.length,
    parked: world.deadLetters.messages().length,
    failedEvents: world.failedEvents.list().objects.length,
  };
}

/** Returns what these alarms did, by the slowest reading. */
export function hear(alarms: readonly Alarm[], hours: Hours): Heard {
  const all = READINGS.map((reading) => heardBy(alarms, hours, reading));
  return all.reduce((slowest, one) => ({
    ...((one.minutes ?? Infinity) > (slowest.minutes ?? Infinity) ? one : slowest),
    ...later(slowest.okMinutes, one.okMinutes),
  }));
}

function later(a: number | undefined, b: number | undefined): { okMinutes?: number } {
  return a === undefined || b === undefined ? {} : { okMinutes: Math.max(a, b) };
}

function heardBy(alarms: readonly Alarm[], hours: Hours, reading: Reading): Heard {
  const transitions = mailsOf(alarms, hours, reading).filter(({ at }) => at >= hours.beganAt);
  const first = transitions.find(({ to }) => to === 'ALARM');
  const last = transitions.at(-1);
  const isOver = lastOfEach(transitions).every(({ to }) => to === 'OK');
  return {
    ...(first && { alarm: first.alarm, minutes: (first.at - hours.beganAt) / MINUTE }),
    ...(isOver && { okMinutes: last ? Math.max(0, (last.at - hours.endedAt) / MINUTE) : 0 }),
  };
}

/** Returns the changes that someone is told. */
function mailsOf(
  alarms: readonly Alarm[],
  { metrics, startedAt, until }: Hours,
  reading: Reading,
): readonly Transition[] {
  const transitions = evaluateAlarms(alarms, metrics, { ...reading, from: startedAt, to: until });
  return transitions.filter(({ told }) => told.length > 0);
}

function lastOfEach(transitions: readonly Transition[]): readonly Transition[] {
  return [...new Map(transitions.map((transition) => [transition.alarm, transition])).values()];
}
