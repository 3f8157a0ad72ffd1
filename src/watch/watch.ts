import type { AwsSettings } from '../aws/clients.js';
import type { Tick } from '../domain/tick.js';
import { createCloudWatch } from './cloudwatch.js';
import { type TellParts, tellTick } from './tell-tick.js';
import type { CloudWatch } from './watched.js';

/**
 * All that needs CloudWatch, in a file of its own that is loaded on use: no message waits for its bytes. Its parts that a message
 * needs too are passed in, so that they are not in both files.
 */
export interface Watch {
  /** Returns the reader of one region's alarms, the same one each time. */
  readonly cloudWatch: (region: string) => CloudWatch;
  /** Tells what is due at a tick. Rejects if something was not told, so that Lambda repeats the tick with the same time. */
  readonly onTick: (tick: Tick, parts: TellParts) => Promise<void>;
}

/** Creates it. @param settingsFor returns the settings of a region's client. */
export function createWatch(settingsFor: (region: string) => AwsSettings): Watch {
  const readers = new Map<string, CloudWatch>();
  const cloudWatch = (region: string): CloudWatch => {
    const reader = readers.get(region) ?? createCloudWatch(settingsFor(region));
    readers.set(region, reader);
    return reader;
  };
  return { cloudWatch, onTick: (tick, parts) => tellTick(tick, cloudWatch, parts) };
}
