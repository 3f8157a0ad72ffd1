import { scheduledEvent } from '../../local/lambda/scheduled-rule.js';
import { alarmBySns } from '../../local/samples/alarm-events.js';
import { robotName, startDeployment } from './deployment.js';
import { createJumpingClock } from './jumping-clock.js';
import { addUse, createMeter, type Meter } from './meter.js';
import { arrivalsOf, MONTH, type Traffic } from './traffic.js';

const START = Date.UTC(2026, 10, 1);
const DAY_MS = 24 * 60 * 60_000;
const HEARTBEAT_MS = 5 * 60_000;

/**
 * Resolves to what a month uses: so many hours of it without a storm, and one storm, each as often as it holds them.
 * @param hours a multiple of three, as every third is quiet.
 */
export async function simulateMonth(robots: number, hours: number): Promise<Meter> {
  const share = hours / MONTH.hours;
  const calm = await simulate({ robots, hours, alarms: Math.round(MONTH.alarms * share) });
  const storm = await simulate({ robots, storm: true });
  return addUse([
    [calm, 1 / share],
    [storm, MONTH.storms],
  ]);
}

/** Resolves to what this traffic uses. The same traffic uses the same. */
export async function simulate(traffic: Traffic): Promise<Meter> {
  const clock = createJumpingClock(START);
  const meter = createMeter();
  return clock.run(async () => {
    const { notify, close } = startDeployment(traffic.robots, meter, clock);
    const running = new Set<Promise<unknown>>();
    for (const { at, name, state, robot } of arrivalsOf(traffic)) {
      if (START + at > clock.now()) await clock.sleep(START + at - clock.now());
      const description = `wecom: robot=${robotName(robot)}`;
      const invoked = notify(alarmBySns({ name, at: clock.now(), state, description }));
      meter.alarms += 1;
      if (state === 'OK') meter.recoveries += 1;
      running.add(invoked);
      void invoked.finally(() => running.delete(invoked));
    }
    await Promise.all(running);
    await close();
    return meter;
  });
}

/** Resolves to what the heartbeats of so many days use, if nothing else happens. */
export async function simulateHeartbeats(days: number): Promise<Meter> {
  const clock = createJumpingClock(START);
  const meter = createMeter();
  return clock.run(async () => {
    const { notify, close } = startDeployment(1, meter, clock);
    for (let beats = (days * DAY_MS) / HEARTBEAT_MS; beats > 0; beats -= 1) {
      await notify(scheduledEvent('heartbeat', clock.now()));
      await clock.sleep(HEARTBEAT_MS);
    }
    await close();
    return meter;
  });
}
