import { oneLine } from '../../text/one-line.js';

/** Returns what it is, then its names from the largest to the smallest: `管道 payment / Deploy`. Unknown names are left out. */
export function titleOf(thing: string, ...names: readonly (string | undefined)[]): string {
  return oneLine(`${thing} ${names.filter((name) => name !== undefined && name !== '').join(' / ')}`);
}
