import type { Config } from './config.js';
import { type DurationsParts, durations } from './durations.js';
import { type LogLinksParts, logLinks } from './log-links.js';
import { createLookUp, createLookUps, type LookUpParts, type LookUps } from './look-up.js';

export { createAddTags } from './alarm-tags.js';

/** The parts of all look-ups. */
type Parts = Omit<DurationsParts & LogLinksParts, 'regions'> & LookUpParts;

/**
 * Returns the look-ups for messages that are about to be shown. They stand in a file of their own that is loaded on use, as few
 * messages lack anything. What a message needs too is passed in or stands in both files.
 */
export function allLookUps(
  { durationRegions, logRegions }: Pick<Config, 'durationRegions' | 'logRegions'>,
  parts: Parts,
): LookUps {
  const all = [
    ...(durationRegions.length > 0 ? [createLookUp(durations({ ...parts, regions: durationRegions }), parts)] : []),
    ...(logRegions.length > 0 ? [createLookUp(logLinks({ ...parts, regions: logRegions }), parts)] : []),
  ];
  return createLookUps(all, parts.clock);
}
