import { textAt } from '../../src/base/json.js';

/** Where the events of `events/` say when they happened, in the order of asking. */
const PATHS: readonly (readonly (string | number)[])[] = [
  ['time'],
  [0, 'time'],
  [0, 'Data', 'time'],
  ['Records', 0, 'Sns', 'Timestamp'],
  ['Records', 0, 'eventTime'],
  ['timestamp'],
];

const ISO_TIME = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)/g;
/** As the reasons of CloudWatch alarms write it: `22/11/26 12:03:00`, UTC. */
const REASON_TIME = /\b(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\b/g;

/**
 * The event as if it had happened at `now` (milliseconds since 1970): every time in it, inside its texts too, is moved by the same
 * amount, so that what lay five minutes apart still does. An event that does not say when it happened stays as it is.
 */
export function happenedNow(event: unknown, now: number): unknown {
  const happenedAt = PATHS.map((path) => Date.parse(textAt(event, ...path) ?? '')).find((time) => !Number.isNaN(time));
  if (happenedAt === undefined) return event;
  return JSON.parse(shiftTimes(JSON.stringify(event), now - happenedAt));
}

/** Every time in the text moved by `ms`, in the form and the zone it is written in. */
export function shiftTimes(text: string, ms: number): string {
  return text
    .replace(ISO_TIME, (_, clock: string, fraction = '', zone: string) => `${moved(clock, ms)}${fraction}${zone}`)
    .replace(REASON_TIME, (_, day: string, month: string, year: string, time: string) => {
      const [date = '', clock = ''] = moved(`20${year}-${month}-${day}T${time}`, ms).split('T');
      return `${date.slice(2).split('-').reverse().join('/')} ${clock}`;
    });
}

/** The zone does not matter: all of it moves. */
function moved(clock: string, ms: number): string {
  return new Date(Date.parse(`${clock}Z`) + ms).toISOString().slice(0, 19);
}
