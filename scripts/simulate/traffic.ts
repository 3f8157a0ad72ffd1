import { seededRandom } from '../../local/wecom/seeded-random.js';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
/** A storm: alarms within five minutes, and as many recoveries within the next five. */
const STORM = { alarms: 5000, minutes: 5 } as const;
/** Different alarms besides those of storms: with 800,000 messages a month each changes forty times. */
const DIFFERENT = 20_000;
/** Every third hour is quiet: what comes in one of its minutes, compared with any other minute. */
const QUIET = { every: 3, share: 0.1 } as const;

/** Alarms and recoveries in all of a storm. */
export const STORM_ALARMS = 2 * STORM.alarms;

/** A month of a million alarms and recoveries: hours with alarms and without storms, and storms by themselves. */
export const MONTH = { hours: 30 * 24, alarms: 800_000, storms: 20 } as const;

/** Hours without a storm, or a storm. */
export type Traffic = { readonly robots: number } & (
  | { readonly hours: number; readonly alarms: number }
  | { readonly storm: true }
);

/** One alarm or recovery. */
export interface Arrival {
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly name: string;
  readonly state: 'ALARM' | 'OK';
  /** The number of the robot, from 0. */
  readonly robot: number;
}

/** Yields the alarms in the order of their coming: the same for the same traffic. */
export function arrivalsOf(traffic: Traffic): Iterable<Arrival> {
  return 'storm' in traffic ? stormOf(traffic.robots) : calmOf(traffic);
}

/** Yields a storm: every other alarm is for one group, the rest for all of them. */
function* stormOf(robots: number): Iterable<Arrival> {
  for (const [turn, state] of (['ALARM', 'OK'] as const).entries()) {
    for (let index = 0; index < STORM.alarms; index += 1) {
      yield {
        at: (turn + index / STORM.alarms) * STORM.minutes * MINUTE_MS,
        name: `后端节点 ${index} 不健康`,
        state,
        robot: index % 2 === 0 ? 0 : ((index - 1) / 2) % robots,
      };
    }
  }
}

function* calmOf({ robots, hours, alarms }: Extract<Traffic, { readonly hours: number }>): Iterable<Arrival> {
  const random = seededRandom(1);
  const inAlarm = new Set<number>();
  for (const [minute, count] of countsOf(hours, alarms, random).entries()) {
    const times = Array.from({ length: count }, () => (minute + random()) * MINUTE_MS).sort((a, b) => a - b);
    for (const at of times) {
      const alarm = Math.floor(random() * DIFFERENT);
      const isOver = inAlarm.delete(alarm);
      if (!isOver) inAlarm.add(alarm);
      yield { at, name: `支付网关 ${alarm}：5xx 超过阈值`, state: isOver ? 'OK' : 'ALARM', robot: alarm % robots };
    }
  }
}

/** Returns the number of alarms for each minute. They come in bursts, and seldom in quiet hours. */
function countsOf(hours: number, alarms: number, random: () => number): readonly number[] {
  const weights = Array.from({ length: hours * HOUR_MINUTES }, (_, minute) => {
    const isQuiet = Math.floor(minute / HOUR_MINUTES) % QUIET.every === 0;
    return -Math.log(1 - random()) * (isQuiet ? QUIET.share : 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let [passed, come] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const due = Math.round((alarms * passed) / sum);
    const count = due - come;
    come = due;
    return count;
  });
}
