import type { World } from './world.js';

/** An hour in which nobody is to be told anything by mail. */
export interface CalmHour {
  readonly title: string;
  /** Does what happens, and takes an hour. */
  readonly pass: (world: World) => Promise<void>;
}

/** Alarms of the storm, and the minutes that they take. Far more than one robot may post in that time. */
const STORM = { alarms: 300, minutes: 3 } as const;

async function alarms(world: World, count: number, minutes: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    world.alarm(`支付网关 ${number}`);
    await world.advance(minutes / count);
  }
}

export const CALM_HOURS: readonly CalmHour[] = [
  { title: 'nothing happens', pass: (world) => world.advance(60) },
  { title: 'twelve alarms', pass: (world) => alarms(world, 12, 60) },
  {
    title: 'one 502',
    pass: async (world) => {
      world.wecom.faults.next({ kind: 'html-502' });
      await alarms(world, 12, 60);
    },
  },
  {
    title: 'one answer that never comes',
    pass: async (world) => {
      world.wecom.faults.next({ kind: 'reset-before-answer' });
      await alarms(world, 12, 60);
    },
  },
  {
    title: `a storm of ${STORM.alarms} in ${STORM.minutes} minutes`,
    pass: async (world) => {
      await alarms(world, STORM.alarms, STORM.minutes);
      await world.advance(60 - STORM.minutes);
    },
  },
  {
    title: 'one heartbeat that fails',
    pass: async (world) => {
      world.secretsManager.faults.next({ kind: 'InternalServiceError', count: 3 });
      await world.advance(60);
    },
  },
  {
    title: 'a deployment',
    pass: async (world) => {
      await alarms(world, 6, 30);
      world.replace('notify');
      world.replace('deliver');
      await alarms(world, 6, 30);
    },
  },
];
