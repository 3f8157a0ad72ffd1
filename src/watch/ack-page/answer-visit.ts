import { parseArn } from '../../aws/arn.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { idDigest } from '../../base/sha256.js';
import { wallClock } from '../../base/time-zone.js';
import type { AckAnswer, AckVisit } from '../../domain/ack-visit.js';
import type { HttpToken } from '../../domain/key-ring.js';
import { type Draft, NOBODY, type RenderedContent, type Skipped } from '../../domain/notification.js';
import type { Reminders } from '../../routing/reminders-for.js';
import { formatDuration } from '../../text/format.js';
import type { Language, Words } from '../../text/words.js';
import { ACK_TAG, type Ack, durationOf, readAck, standingOf, writeAck } from '../ack.js';
import { LINK_MS, readAckLink } from '../ack-link.js';
import { alarmEvent } from '../alarm-event.js';
import { type Roads, roadOf } from '../road.js';
import type { CloudWatch } from '../watched.js';
import { type Found, findAlarm } from './find-alarm.js';
import { pageHeaders } from './html.js';
import { cookieOf, nameInCookie, readForm, type TakingForm } from './read-form.js';
import { endPage, type TakingPage, takenPage, takingPage } from './taking.js';
import { PAGE_WORDS } from './words.js';

/** The parts of the page on which an alarm is taken. */
export interface VisitParts {
  readonly language: Language;
  readonly words: Words;
  readonly timeZone: string;
  readonly tokens: () => Promise<readonly HttpToken[]>;
  readonly interpret: (event: ServiceEvent) => Draft | Skipped;
  /** Returns whom the rules tell of what is in ALARM, and call, quiet hours or not. */
  readonly remindersFor: (draft: Draft, now: number) => readonly Reminders[];
  readonly roads: Omit<Roads, 'functionArn'>;
  readonly region: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** An alarm that may be taken, with all that its page says. */
interface Open extends Extract<Found, { readonly kind: 'alarm' }> {
  readonly content: RenderedContent;
  readonly reminders: readonly Reminders[];
  readonly holder: Ack | undefined;
}

/** Answers a visit to the page. Never rejects: what cannot be done is said on the page, and in a line of the log. */
export async function answerVisit(
  visit: AckVisit,
  cloudWatch: (region: string) => CloudWatch,
  parts: VisitParts,
): Promise<AckAnswer> {
  const words = PAGE_WORDS[parts.language];
  try {
    const link = readAckLink(visit.link, await parts.tokens());
    if (!link) return ended(404, words.invalid, parts);
    if (visit.now > link.at + LINK_MS) return ended(410, words.expired, parts);
    const found = await findAlarm(regionsOf(visit, cloudWatch, parts), link, visit.now);
    if (found.kind !== 'alarm') return gone(found, parts);
    const open = await opened(found, visit, parts);
    if (!open) return ended(410, words.notInAlarm, parts);
    return visit.method === 'GET' ? shown(open, visit, parts) : await take(open, visit, parts);
  } catch (error) {
    parts.log.write('warn', 'page of an alarm not shown', { reason: String(error) });
    return ended(503, words.unreadable, parts);
  }
}

function regionsOf(
  { functionArn }: AckVisit,
  cloudWatch: (region: string) => CloudWatch,
  { roads, region }: VisitParts,
) {
  const { partition = 'aws', account = '' } = parseArn(functionArn) ?? {};
  const ofTopics = roads.topics.flatMap((topic) => parseArn(topic)?.region ?? []);
  return [...new Set([region, ...ofTopics])].map((one) => ({
    cloudWatch: cloudWatch(one),
    arnOf: (name: string) => `arn:${partition}:cloudwatch:${one}:${account}:alarm:${name}`,
  }));
}

/** Returns the page of an alarm that there is nothing to do about. */
function gone(found: Exclude<Found, { readonly kind: 'alarm' }>, parts: VisitParts): AckAnswer {
  const words = PAGE_WORDS[parts.language];
  switch (found.kind) {
    case 'again':
      return ended(410, words.again(timeOf(found.since, parts)), parts, found.name);
    case 'recovered':
      return ended(410, words.recovered(timeOf(found.at, parts)), parts, found.name);
    case 'deleted':
      return ended(410, words.deleted, parts, found.name);
    case 'not in alarm':
      return ended(410, words.notInAlarm, parts);
  }
}

/** Reads who has the alarm, and whom the rules name. `undefined` if it is nothing that is ever told. */
async function opened(
  found: Extract<Found, { readonly kind: 'alarm' }>,
  { functionArn, now }: AckVisit,
  { interpret, remindersFor, roads, timeZone, log }: VisitParts,
): Promise<Open | undefined> {
  const road = roadOf(found.alarm, { ...roads, functionArn }) ?? { source: 'eventbridge' as const };
  const draft = interpret(alarmEvent(found.alarm, road));
  if ('skipped' in draft || draft.kind !== 'rendered') return undefined;
  const tags = await found.region.tags(found.alarm.arn).catch((error: unknown) => {
    log.write('warn', 'tags not read, whoever has an alarm is not known', { reason: String(error) });
    return {} as Readonly<Record<string, string>>;
  });
  const ack = tags[ACK_TAG] === undefined ? undefined : readAck(tags[ACK_TAG], timeZone);
  const holder = ack && standingOf(ack, found.since, now) === 'valid' ? ack : undefined;
  return { ...found, content: draft, reminders: remindersFor(draft, now), holder };
}

function shown(open: Open, visit: AckVisit, parts: VisitParts): AckAnswer {
  return answer(200, takingPage(pageFor(open, visit, parts)));
}

function pageFor(
  { content, since, holder, reminders }: Open,
  { cookie, now }: AckVisit,
  parts: VisitParts,
): TakingPage {
  const { language, words } = parts;
  return {
    language,
    title: content.title,
    where: content.where,
    lasting: formatDuration(now - since, words),
    people: [...new Set([nameInCookie(cookie), ...reminders.flatMap(peopleOf)].filter((name) => name !== undefined))],
    ...(holder && {
      holder: {
        who: holder.who,
        since: timeOf(holder.since ?? since, parts),
        until: untilOf(holder.since ?? since, holder.forMs, parts),
      },
    }),
  };
}

/** Returns all whom a rule calls for an alarm, at its last step. */
function peopleOf({ steps, callAt }: Reminders): readonly string[] {
  const { people, userIds } = callAt(steps.length - 1);
  return [...people, ...userIds];
}

async function take(open: Open, visit: AckVisit, parts: VisitParts): Promise<AckAnswer> {
  const form = readForm(visit.form);
  const { who } = form;
  if (who === undefined) return answer(400, takingPage({ ...pageFor(open, visit, parts), lacksName: true }));
  try {
    await open.region.tag(open.alarm.arn, ACK_TAG, writeAck(who, visit.now, form.duration));
  } catch (error) {
    parts.log.write('warn', 'tag not set, nobody has the alarm', { alarm: open.alarm.name, reason: String(error) });
    return ended(503, PAGE_WORDS[parts.language].notSet, parts, open.content.title);
  }
  const page = pageFor(open, visit, parts);
  return {
    ...answer(200, takenPage(page, who, true), cookieOf(who)),
    drafts: open.holder?.who === who ? [] : draftsOf(open, who, form, visit, parts),
    bodyIfNotTold: takenPage(page, who, false),
  };
}

/** Returns what the groups read that the alarm reached: once for each person who takes it, however often the form is sent. */
function draftsOf(
  open: Open,
  who: string,
  { duration }: TakingForm,
  { now }: AckVisit,
  parts: VisitParts,
): readonly Draft[] {
  const { content, alarm, since, holder, reminders } = open;
  const until = untilOf(now, duration === undefined ? undefined : durationOf(duration), parts);
  const text = PAGE_WORDS[parts.language].groupLine(who, until, holder?.who ?? '');
  const { account, region } = content.origin;
  return [...new Set(reminders.flatMap(({ robots }) => robots))].map((robot) => ({
    kind: 'rendered',
    id: `ack:${idDigest(JSON.stringify([alarm.arn, since, who]))}`,
    renderer: 'ack',
    severity: 'info',
    status: PAGE_WORDS[parts.language].beingHandled,
    title: content.title,
    where: content.where,
    fields: [],
    rows: [{ text }],
    ...(content.link && { link: content.link }),
    occurredAt: now,
    origin: { source: 'http', ...(account && { account }), ...(region && { region }) },
    overrides: { robot, mentions: NOBODY },
  }));
}

function untilOf(since: number, forMs: number | undefined, parts: VisitParts): string {
  const words = PAGE_WORDS[parts.language];
  return forMs === undefined ? words.untilOver : words.until(timeOf(since + forMs, parts));
}

/** Returns a time to the minute, with its date if that is not today's. */
function timeOf(at: number, { timeZone, clock }: VisitParts): string {
  const [shown, today] = [at, clock.now()].map((one) => wallClock(one, timeZone));
  const isToday = shown?.slice(0, 10) === today?.slice(0, 10);
  return (shown ?? '').slice(isToday ? 11 : 5, 16);
}

function ended(httpStatus: number, text: readonly string[], { language }: VisitParts, name = ''): AckAnswer {
  return answer(httpStatus, endPage(language, text, name));
}

function answer(httpStatus: number, body: string, headers: Readonly<Record<string, string>> = {}): AckAnswer {
  return { httpStatus, headers: { ...pageHeaders(), ...headers }, body, drafts: [] };
}
