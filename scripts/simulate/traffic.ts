import { seededRandom } from '../../local/wecom/seeded-random.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Alarms of a storm, and the minutes within which they come. */
const STORM = { alarms: 10_000, minutes: 5 } as const;
/** Minutes from a storm to the storm of its recoveries. */
const RECOVERED_AFTER = 30;
/** Different alarms besides those of storms: with 800,000 messages a month each changes forty times. */
const DIFFERENT = 20_000;
/** The quiet hours of a day, and how much comes in one of their minutes, compared with any other minute. */
const QUIET = { fromHour: 0, toHour: 8, share: 0.1 } as const;

/** The alarms that come, and how many groups they are for. */
export interface Traffic {
  readonly robots: number;
  readonly days: number;
  /** Alarms and recoveries in all, including storms. */
  readonly alarms: number;
  /** Storms, each followed by as many recoveries. */
  readonly storms: number;
}

/** A month of a million alarms and recoveries, a fifth of them in storms. */
export const MONTH: Omit<Traffic, 'robots'> = { days: 30, alarms: 1_000_000, storms: 10 };

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
export function* arrivalsOf(traffic: Traffic): Iterable<Arrival> {
  const random = seededRandom(1);
  const inAlarm = new Set<number>();
  const storms = stormsOf(traffic);
  const counts = countsOf(traffic, random);
  for (const [minute, count] of counts.entries()) {
    const calm = Array.from({ length: count }, (): Arrival => {
      const alarm = Math.floor(random() * DIFFERENT);
      const isOver = inAlarm.delete(alarm);
      if (!isOver) inAlarm.add(alarm);
      return {
        at: (minute + random()) * MINUTE_MS,
        name: `支付网关 ${alarm}：5xx 超过阈值`,
        state: isOver ? 'OK' : 'ALARM',
        robot: alarm % traffic.robots,
      };
    });
    const wild = storms.flatMap((storm) => ofStorm(storm, minute, traffic.robots));
    yield* [...calm, ...wild].sort((one, other) => one.at - other.at);
  }
}

interface Storm {
  readonly number: number;
  readonly fromMinute: number;
  readonly state: Arrival['state'];
}

/** Returns the storms, and those of their recoveries, evenly over the days, each at another hour. */
function stormsOf({ days, storms }: Traffic): readonly Storm[] {
  return Array.from({ length: storms }, (_, number): readonly Storm[] => {
    const fromMinute = Math.floor(((number + 0.5) * days * DAY_MINUTES) / storms) - number * 97;
    return [
      { number, fromMinute, state: 'ALARM' },
      { number, fromMinute: fromMinute + RECOVERED_AFTER, state: 'OK' },
    ];
  }).flat();
}

/** Returns what comes of a storm in one minute: to all groups, or, every other time, to one. */
function ofStorm({ number, fromMinute, state }: Storm, minute: number, robots: number): readonly Arrival[] {
  const perMinute = STORM.alarms / STORM.minutes;
  if (minute < fromMinute || minute >= fromMinute + STORM.minutes) return [];
  const first = (minute - fromMinute) * perMinute;
  return Array.from({ length: perMinute }, (_, index) => ({
    at: (minute + index / perMinute) * MINUTE_MS,
    name: `storm ${number}, 后端节点 ${first + index} 不健康`,
    state,
    robot: (number % 2 === 0 ? first + index : number) % robots,
  }));
}

/** Returns the number of alarms besides storms for each minute. They come in bursts, and seldom in quiet hours. */
function countsOf({ days, alarms, storms }: Traffic, random: () => number): readonly number[] {
  const weights = Array.from({ length: days * DAY_MINUTES }, (_, minute) => {
    const hour = Math.floor(minute / 60) % 24;
    const isQuiet = hour >= QUIET.fromHour && hour < QUIET.toHour;
    return -Math.log(1 - random()) * (isQuiet ? QUIET.share : 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const calm = alarms - 2 * storms * STORM.alarms;
  let [passed, come] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const due = Math.round((calm * passed) / sum);
    const count = due - come;
    come = due;
    return count;
  });
}
