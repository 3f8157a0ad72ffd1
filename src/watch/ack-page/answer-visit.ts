import { parseArn } from '../../aws/arn.js';
import { ACK_TAG } from '../../domain/ack-tag.js';
import type { AckAnswer, AckVisit } from '../../domain/ack-visit.js';
import { durationOf, writeAck } from '../ack/ack.js';
import { LINK_MS, readAckLink } from '../ack/ack-link.js';
import { watchedRegions } from '../alarm/road.js';
import type { CloudWatch } from '../alarm/watched.js';
import { type Found, findAlarm } from './find-alarm.js';
import { pageHeaders } from './html.js';
import { type OpenAlarm, openAlarm, type VisitParts } from './open-alarm.js';
import { pageFor, timeOf, untilOf } from './page-for.js';
import { cookieOf, readForm } from './read-form.js';
import { takenDrafts } from './taken-drafts.js';
import { endPage, takenPage, takingPage } from './taking.js';
import { PAGE_WORDS } from './words.js';

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
    const open = await openAlarm(found, visit, parts);
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
  return watchedRegions(region, roads.topics).map((one) => ({
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

function shown(open: OpenAlarm, visit: AckVisit, parts: VisitParts): AckAnswer {
  return answer(200, takingPage(pageFor(open, visit, parts)));
}

async function take(open: OpenAlarm, visit: AckVisit, parts: VisitParts): Promise<AckAnswer> {
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
  const until = untilOf(visit.now, form.duration === undefined ? undefined : durationOf(form.duration), parts);
  return {
    ...answer(200, takenPage(page, who, until, true), cookieOf(who)),
    drafts: open.holder?.who === who ? [] : takenDrafts(open, { who, until, now: visit.now }, parts.language),
    bodyIfNotTold: takenPage(page, who, until, false),
  };
}

function ended(httpStatus: number, text: readonly string[], { language }: VisitParts, name = ''): AckAnswer {
  return answer(httpStatus, endPage(language, text, name));
}

function answer(httpStatus: number, body: string, headers: Readonly<Record<string, string>> = {}): AckAnswer {
  return { httpStatus, headers: { ...pageHeaders(), ...headers }, body, drafts: [] };
}
