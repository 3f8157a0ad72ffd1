import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { AckVisit } from '../../domain/ack-visit.js';
import type { RenderedContent } from '../../domain/content.js';
import type { HttpToken } from '../../domain/key-ring.js';
import type { Draft } from '../../domain/notification.js';
import type { Reminders } from '../../routing/reminders-for.js';
import type { Routing } from '../../routing/route.js';
import type { Language, Words } from '../../text/words.js';
import { type Ack, standingOf } from '../ack/ack.js';
import { readAcks } from '../ack/read-acks.js';
import { alarmContent, type ContentParts } from '../alarm/alarm-content.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import { type Roads, roadsOf } from '../alarm/road.js';
import type { Found } from './find-alarm.js';

/** The parts of the page on which an alarm is taken. */
export interface VisitParts extends ContentParts {
  readonly language: Language;
  readonly words: Words;
  readonly timeZone: string;
  readonly tokens: () => Promise<readonly HttpToken[]>;
  readonly routing: Routing;
  /** Returns whom rules tell of what is in ALARM, and call. */
  readonly remindersFor: (draft: Draft, routing: Routing, now: number) => readonly Reminders[];
  readonly roads: Omit<Roads, 'functionArn'>;
  readonly region: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** An alarm that may be taken, with all that its page says. */
export interface OpenAlarm extends Extract<Found, { readonly kind: 'alarm' }> {
  readonly content: RenderedContent;
  readonly reminders: readonly Reminders[];
  readonly holder: Ack | undefined;
}

/** Reads who has the alarm, and whom the rules name. `undefined` if it is nothing that is ever told. */
export async function openAlarm(
  found: Extract<Found, { readonly kind: 'alarm' }>,
  { functionArn, now }: AckVisit,
  parts: VisitParts,
): Promise<OpenAlarm | undefined> {
  const { routing, remindersFor, roads } = parts;
  const [first = { source: 'eventbridge' as const }, ...others] = roadsOf(found.alarm, { ...roads, functionArn });
  const contents = [first, ...others].flatMap((road) => alarmContent(alarmEvent(found.alarm, road), parts) ?? []);
  const [content] = contents;
  if (!content) return undefined;
  const { arn } = found.alarm;
  const ack = (await readAcks(found.region, [arn], parts)).get(arn);
  const holder = ack && standingOf(ack, found.since, now) === 'valid' ? ack : undefined;
  const reminders = contents.flatMap((one) => remindersFor(one, withoutQuiet(routing), now));
  return { ...found, content, reminders, holder };
}

/** Returns the rules without their quiet hours: whom they would call at noon may take an alarm at night. */
function withoutQuiet(routing: Routing): Routing {
  const rules = routing.routes.rules.map(({ quiet: _, ...rule }) => rule);
  return { ...routing, routes: { ...routing.routes, rules } };
}
