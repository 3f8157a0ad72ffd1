import { parseArn } from '../../../aws/arn.js';
import { globalConsoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { arrayAt, type JsonObject, numberAt, textAt } from '../../../base/json.js';
import type { Skipped } from '../../../domain/notification.js';
import { parseTime } from '../../../text/format.js';
import { withLocalClock } from '../../../text/local-times.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, firstValue } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';
import { healthTitle } from './title.js';

const ACCOUNT: Verdict = ['info', 'accountNotification'];
const CLOSED: Verdict = ['info', 'closed'];

/** By `eventTypeCategory`: while it lasts, and once `statusCode` is `closed`. */
const CATEGORIES: ReadonlyMap<string, readonly [open: Verdict, closed: Verdict]> = new Map([
  [
    'issue',
    [
      ['error', 'serviceIssue'],
      ['recovery', 'recovered'],
    ],
  ],
  [
    'investigation',
    [
      ['warning', 'investigating'],
      ['recovery', 'recovered'],
    ],
  ],
  [
    'scheduledChange',
    [
      ['warning', 'scheduledChange'],
      ['info', 'completed'],
    ],
  ],
  ['accountNotification', [ACCOUNT, CLOSED]],
]);

/**
 * An event of AWS Health: an issue, a scheduled change, a notification, an abuse report.
 * @see https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html
 */
export const health: Renderer = {
  name: 'health',
  matches: ({ detailType, source }) =>
    /^AWS Health (Abuse )?Event$/.test(detailType) ||
    (source === 'aws.health' && !detailType.endsWith('via CloudTrail')),
  render: (event, context) => (isBackup(event.detail) ? BACKUP : renderEvent(event, context)),
};

const BACKUP: Pick<Skipped, 'skipped'> = { skipped: "AWS Health's copy for its backup region" };

function isBackup(detail: JsonObject): boolean {
  return textAt(detail, 'backupEvent')?.toLowerCase() === 'true';
}

function renderEvent(event: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const { detail, occurredAt } = event;
  const arn = textAt(detail, 'eventArn') ?? '';
  const region = textAt(detail, 'eventRegion') ?? parseArn(arn)?.region;
  const { label } = words;
  return {
    ...stateFor(verdictOf(event), words),
    title: healthTitle(detail, words),
    fields: [
      field(label.resource, entitiesOf(event, words)),
      timeField(label.starts, firstValue(detail, 'startTime') ?? occurredAt, timeZone),
      timeField(label.ends, firstValue(detail, 'endTime'), timeZone),
      field(label.actionNeeded, actionOf(detail, words)),
      field(label.page, pageOf(detail)),
    ],
    details: descriptionOf(event, words, timeZone),
    link: arn === '' ? undefined : globalConsoleLink('health', arn, arn),
    id: idOf(event),
    account: textAt(detail, 'affectedAccount'),
    region: region || undefined,
    state: textAt(detail, 'statusCode'),
  };
}

/** Abuse and exposed credentials are somebody's to act on now, whatever their category says. */
function verdictOf({ detail, detailType }: ServiceEvent): Verdict {
  const service = textAt(detail, 'service');
  const [open, closed] = CATEGORIES.get(textAt(detail, 'eventTypeCategory') ?? '') ?? [ACCOUNT, CLOSED];
  const isAbuse = service === 'ABUSE' || detailType.includes('Abuse');
  if (isOver(detail)) return isAbuse || service === 'RISK' ? ['recovery', 'resolved'] : closed;
  if (isAbuse) return ['error', 'abuseReport'];
  if (service === 'RISK') return ['critical', 'securityRisk'];
  const mustAct = textAt(detail, 'actionability') === 'ACTION_REQUIRED';
  return open[0] === 'info' && mustAct ? ['warning', open[1]] : open;
}

/** The last update of an issue says so in its text, sometimes before its status does. */
function isOver(detail: JsonObject): boolean {
  const texts = arrayAt(detail, 'eventDescription').map((one) => textAt(one, 'latestDescription') ?? '');
  return textAt(detail, 'statusCode') === 'closed' || texts.some((text) => text.trimStart().startsWith('[RESOLVED]'));
}

function entitiesOf({ detail, resources }: ServiceEvent, words: Words): string {
  const entities = arrayAt(detail, 'affectedEntities').map((entity) => {
    const value = firstText(entity, 'entityValue');
    const alias = firstText(entity, 'tags.Name');
    return value === undefined || alias === undefined ? value : `${value}${words.aside(alias)}`;
  });
  // In an event of the console's own test, the only resource is the rule that sent it.
  const own = resources.filter((resource) => parseArn(resource)?.service !== 'events');
  const names = entities.length > 0 ? entities : own.map((resource) => firstText({ resource }, 'resource'));
  return summarizeList(
    names.filter((name) => name !== 'AWS_ACCOUNT' && name !== 'UNKNOWN'),
    words,
  );
}

const ACTIONS: ReadonlyMap<string, keyof Words['answer']> = new Map([
  ['ACTION_REQUIRED', 'yes'],
  ['ACTION_MAY_BE_REQUIRED', 'maybe'],
]);

function actionOf(detail: JsonObject, words: Words): string | undefined {
  const known = ACTIONS.get(textAt(detail, 'actionability') ?? '');
  return known && words.answer[known];
}

function pageOf(detail: JsonObject): string | undefined {
  const total = numberAt(detail, 'totalPages') ?? 1;
  return total > 1 ? `${numberAt(detail, 'page') ?? 1}/${total}` : undefined;
}

/** Left out, as the first line already names the account. */
const ACCOUNT_ASIDE = / ?[(（][^()（）]{0,20}account[^()（）]{0,10}\d{12}[)）]/gi;

/**
 * Returns the description in our language, else in English, if AWS wrote it in several; without the greeting and the account, its times local. A
 * line break may also arrive as the two characters `\n`.
 */
function descriptionOf({ detail, occurredAt }: ServiceEvent, { locale }: Words, timeZone: string): string | undefined {
  const all = arrayAt(detail, 'eventDescription');
  const inLanguage = (language: string): unknown => all.find((one) => textAt(one, 'language')?.startsWith(language));
  const text = textAt(inLanguage(locale.slice(0, 2)) ?? inLanguage('en') ?? all[0], 'latestDescription')?.replaceAll(
    '\\n',
    '\n',
  );
  const plain = text?.replace(/^(hello|hi|dear|greetings|您好|尊敬的)[^\n]{0,40}\n/i, '').replace(ACCOUNT_ASIDE, '');
  const on = parseTime(firstValue(detail, 'startTime')) ?? occurredAt;
  return readableSentence(plain && withLocalClock(plain, on, timeZone), timeZone);
}

/** The pages of one communication share its id, and so do the copies in other accounts of an organization. */
function idOf({ account, detail }: ServiceEvent): string | undefined {
  const id = textAt(detail, 'communicationId');
  const parts = [id, textAt(detail, 'affectedAccount') ?? account, textAt(detail, 'page') ?? '1'];
  return id === undefined ? undefined : `health:${parts.join(':')}`;
}
