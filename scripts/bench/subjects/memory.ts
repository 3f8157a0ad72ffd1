/** Resident memory of the function at its first message and after many. */
import { loadFunction } from './function.js';
import { alarmEvent } from './samples.js';

/** Bytes. */
export interface Memory {
  readonly first: number;
  readonly last: number;
}

const handle = await loadFunction();

export async function handler({ messages }: { readonly messages: number }): Promise<Memory> {
  await handle(alarmEvent(0));
  const first = process.memoryUsage.rss();
  for (let number = 1; number < messages; number++) await handle(alarmEvent(number));
  return { first, last: process.memoryUsage.rss() };
}
