import type { SettledState } from '../../domain/content.js';
import type { StateChange } from '../../domain/flapping.js';
import type { Notification } from '../../domain/notification.js';

/** The states of an alarm in their senders' own words, and whether they are bad. */
const IS_ALARM: Readonly<Record<string, boolean>> = {
  ALARM: true,
  OK: false,
  INSUFFICIENT_DATA: false,
  firing: true,
  resolved: false,
};

/** The identity of one thing, in whatever state. */
type Thing = Pick<SettledState, 'renderer' | 'thing'> & {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
};

/** Returns the same text for each change of one alarm in one group, or `undefined` if nothing but a title names it. */
export function keyOf({ robot, renderer, origin, ...content }: Notification): string | undefined {
  const { account, region, state = '' } = origin;
  if (content.kind !== 'rendered' || content.thing === undefined || !Object.hasOwn(IS_ALARM, state)) return undefined;
  // What is told again because it lasts is no change, and of several alerts, a row each, one may be new.
  if (content.icon !== undefined || content.rows?.length) return undefined;
  return keyOfSettled({ robot }, { renderer, account, region, thing: content.thing });
}

/** Returns the same text for the last state of an alarm in one group as for its changes. */
export function keyOfSettled(
  { robot }: Pick<Notification, 'robot'>,
  { renderer, account, region, thing }: Thing,
): string {
  return JSON.stringify([robot, renderer, account, region, thing]);
}

/** Returns what a message says of its alarm's state. */
export function changeOf({ id, occurredAt, severity, mentions, origin }: Notification): StateChange {
  const { state = '' } = origin;
  const { all, mobiles, userIds } = mentions;
  // People who are left as names are not registered: their phones stay silent.
  const calls = all || mobiles.length + userIds.length > 0;
  return { id, at: occurredAt, severity, calls, isAlarm: IS_ALARM[state] ?? false, mayRepeat: state === 'firing' };
}
