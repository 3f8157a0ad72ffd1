import type { Alarm } from '../../../local/cloudwatch/alarm.js';
import type { Reading } from '../../../local/cloudwatch/datapoints.js';
import { evaluateAlarms, type Transition } from '../../../local/cloudwatch/evaluate-alarms.js';
import type { MetricDatum } from '../../../local/cloudwatch/metric-datum.js';
import type { CalmHour } from './calm-hours.js';
import { type BadServers, mend, type Outage } from './outages.js';
import type { World } from './world.js';

const MINUTE = 60_000;
/** The deployment runs for so long before, and a heartbeat has just gone through: the next one is the farthest away. */
const BEFORE_MINUTES = 20 + 1 / 6;
const OUTAGE_MINUTES = 60;
const AFTER_MINUTES = 45;

/** How alarms are evaluated. */
interface Evaluation extends Reading {
  /** The second of the minute, milliseconds. */
  readonly offsetMs: number;
}

/**
 * What is not known of CloudWatch varies: how many periods it reads beyond those it evaluates, what `FILL` makes of
 * nothing at all, and at which second it evaluates. The alarms must do with all of them.
 */
const EVALUATIONS: readonly Evaluation[] = [0, 2, 4].flatMap((extraPeriods) =>
  [false, true].flatMap((isEmptyUnfilled) =>
    [0, 20_000, 40_000].map((offsetMs) => ({ delayMs: 2 * MINUTE, extraPeriods, isEmptyUnfilled, offsetMs })),
  ),
);

/** A message arrives when the outage begins, or no event at all but the heartbeat. */
export const VARIANTS = ['message', 'night'] as const;
export type Variant = (typeof VARIANTS)[number];

/** What the alarms of one template did in an outage. */
export interface Heard {
  /** The first alarm and how long after the outage's start, minutes. Absent if none was raised. */
  readonly alarm?: string;
  readonly minutes?: number;
  /** How long after the outage's end all alarms were OK again, minutes. Absent if they were not. */
  readonly okMinutes?: number;
}

/** Hours of a deployment: what was written, and what was shown of what was sent. */
export interface Hours {
  readonly metrics: readonly MetricDatum[];
  readonly startedAt: number;
  /** When the outage or the calm hour began and ended. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly until: number;
  readonly shown: number;
  readonly parked: number;
  readonly failedEvents: number;
}

/** Lets the outage come and go in a world that was just started. The world is closed. */
export function runOutage(world: World, outage: Outage, variant: Variant, servers: BadServers): Promise<Hours> {
  return hoursOf(world, async () => {
    // An environment that has read the secret would still show the message.
    if (variant === 'message') for (const name of ['notify', 'deliver'] as const) world.replace(name);
    outage.begin(world, servers);
    if (variant === 'message') world.alarm('支付网关 5xx');
    await world.advance(OUTAGE_MINUTES);
    mend(world);
  });
}

/** Lets a calm hour pass in a world that was just started. The world is closed. */
export function runCalmHour(world: World, { pass }: CalmHour): Promise<Hours> {
  return hoursOf(world, () => pass(world));
}

async function hoursOf(world: World, pass: () => Promise<void>): Promise<Hours> {
  const startedAt = world.now();
  await world.advance(BEFORE_MINUTES);
  const beganAt = world.now();
  await pass();
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
    shown: world.wecom.shown.length,
    parked: world.deadLetters.messages().length,
    failedEvents: world.failedEvents.list().objects.length,
  };
}

/** Returns what these alarms did, by the slowest evaluation. */
export function hear(alarms: readonly Alarm[], hours: Hours): Heard {
  const all = EVALUATIONS.map((evaluation) => heardBy(alarms, hours, evaluation));
  return all.reduce((slowest, one) => {
    const { okMinutes: _, ...first } = (one.minutes ?? Infinity) > (slowest.minutes ?? Infinity) ? one : slowest;
    const isOver = slowest.okMinutes !== undefined && one.okMinutes !== undefined;
    return { ...first, ...(isOver && { okMinutes: Math.max(slowest.okMinutes, one.okMinutes) }) };
  });
}

/** Returns the alarms that were raised, by any evaluation. */
export function raised(alarms: readonly Alarm[], hours: Hours): readonly string[] {
  const changes = EVALUATIONS.flatMap((evaluation) => mailsOf(alarms, hours, evaluation));
  return [...new Set(changes.map(({ alarm }) => alarm))];
}

function heardBy(alarms: readonly Alarm[], hours: Hours, evaluation: Evaluation): Heard {
  const mails = mailsOf(alarms, hours, evaluation);
  const first = mails.find(({ to }) => to === 'ALARM');
  const last = new Map(mails.map((mail) => [mail.alarm, mail]));
  const isOver = [...last.values()].every(({ to }) => to === 'OK');
  const okAt = Math.max(hours.endedAt, mails.at(-1)?.at ?? 0);
  return {
    ...(first && { alarm: first.alarm, minutes: (first.at - hours.beganAt) / MINUTE }),
    ...(isOver && { okMinutes: (okAt - hours.endedAt) / MINUTE }),
  };
}

/** Returns the changes since the beginning that someone is told. */
function mailsOf(alarms: readonly Alarm[], hours: Hours, evaluation: Evaluation): readonly Transition[] {
  const { metrics, startedAt, beganAt, until: to } = hours;
  const { offsetMs, ...reading } = evaluation;
  const transitions = evaluateAlarms(alarms, metrics, { ...reading, from: startedAt + offsetMs, to });
  return transitions.filter(({ at, told }) => at >= beganAt && told.length > 0);
}
