import type { Words } from '../../../text/words.js';
import type { Alarm } from './alarm.js';
import { valueWriter, type Write } from './condition.js';
import type { Measured } from './measured.js';
import type { Reason } from './reason.js';

/** Returns the deciding fact of an alarm in ALARM for one row of many: `93.2 > 90%`. Any other state needs only its word. */
export function briefOf(
  { state, children }: Alarm,
  measured: Measured | undefined,
  reason: Reason | undefined,
  words: Words,
): string | undefined {
  if (state !== 'ALARM') return undefined;
  const [value] = reason?.values ?? [];
  if (reason !== undefined && value !== undefined)
    return againstLimit(value, reason, valueWriter(measured?.unit, reason, words));
  if (reason?.contributors) return words.alarm.series(reason.contributors.count, reason.contributors.of);
  if (reason?.missing) return words.status.noData;
  const bad = children.filter((child) => child.state === undefined || child.state === 'ALARM');
  return bad.length > 0 ? words.alarm.childCount(bad.length) : undefined;
}

/** Returns the value and the limit that it crossed, whose unit is written once. */
function againstLimit(value: number, { comparison, threshold, lower, upper }: Reason, write: Write): string {
  if (threshold !== undefined && comparison !== undefined) return compared(value, comparison, threshold, write);
  if (upper !== undefined && (lower === undefined || value > upper)) return compared(value, '>', upper, write);
  return lower === undefined ? write(value) : compared(value, '<', lower, write);
}

function compared(value: number, comparison: string, limit: number, write: Write): string {
  const [left, right] = [write(value), write(limit)];
  const unit = unitIn(right);
  const bare = unit !== '' && unitIn(left) === unit ? left.slice(0, -unit.length) : left;
  return `${bare} ${comparison} ${right}`;
}

/** Returns everything after the last digit: ` GB`, `%`, ` 秒`. */
function unitIn(text: string): string {
  let start = text.length;
  while (start > 0 && !/\d/.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}
