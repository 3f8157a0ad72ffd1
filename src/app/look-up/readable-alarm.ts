import type { Draft } from '../../domain/notification.js';

/** The alarms that this function may read. */
export interface Readable {
  readonly regions: readonly string[];
  /** Returns the account of the function. `undefined` if it is not known. */
  readonly account: () => string | undefined;
}

/** Returns true if a message is about an alarm that this function may read. */
export function isReadable({ origin }: Pick<Draft, 'origin'>, { regions, account }: Readable): boolean {
  const { alarmName, region = '', account: owner } = origin;
  return alarmName !== undefined && regions.includes(region) && owner !== undefined && owner === account();
}
