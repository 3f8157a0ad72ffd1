import { consoleLink } from '../../../aws/console-link.js';
import { type JsonObject, numberAt, objectAt, textAt } from '../../../base/json.js';
import { formatNumber } from '../../../text/format.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { type EventState, stateOfText } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, firstValue } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { type Actor, actorOf } from './actor.js';
import { SENSITIVE_CALLS } from './sensitive-calls.js';
import { targetOf } from './target.js';

const DENIED = /denied|unauthorized|notauthorized|forbidden|authfailure|invalidclienttoken|signaturedoesnotmatch/i;

/** A dry run that would have succeeded. */
const DRY_RUN = /DryRunOperation$/;

/** Keys of a service event's result: creating an account is the only one AWS documents. */
const STATES = [
  'serviceEventDetails.createAccountStatus.state',
  'serviceEventDetails.state',
  'serviceEventDetails.status',
] as const;

const REASONS = [
  'errorMessage',
  'serviceEventDetails.createAccountStatus.failureReason',
  'additionalEventData.ErrorMessage',
  'additionalEventData.errorMessage',
] as const;

/**
 * An API call, a service's own action or unusual activity that AWS CloudTrail recorded.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const cloudtrail: Renderer = {
  name: 'cloudtrail',
  matches: ({ detailType }) => detailType.endsWith('via CloudTrail'),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail, detailType } = event;
    const actor = actorOf(detail);
    const region = textAt(detail, 'awsRegion') ?? event.region;
    const source = firstText(detail, 'sourceIPAddress');
    const { label } = words;
    return {
      ...verdictOf(detail, actor, words),
      title: `${thingOf(detailType, words)} ${callOf(detail)} ${targetOf(detail) ?? ''}`,
      fields: [
        field(label.actor, actor.name),
        field(label.sourceIp, source === actor.name ? undefined : source),
        field(label.error, firstText(detail, ['errorCode', 'insightDetails.errorCode'])),
        field(label.state, firstText(detail, STATES)),
        field(label.rate, rateOf(detail, words)),
        timeField(label.time, firstValue(detail, 'eventTime') ?? event.occurredAt, timeZone),
      ],
      details: readableSentence(reasonOf(detail), timeZone),
      link: consoleLink('cloudtrail', region, textAt(detail, 'eventID')),
      account: firstText(detail, ['recipientAccountId', 'userIdentity.accountId']),
      region,
      state: textAt(detail, 'errorCode'),
    };
  },
};

function verdictOf(detail: JsonObject, { root }: Actor, words: Words): EventState {
  const error = textAt(detail, 'errorCode');
  if (error !== undefined && !DRY_RUN.test(error))
    return { severity: 'warning', status: DENIED.test(error) ? words.status.denied : words.status.failed };
  if (root) return { severity: 'warning', status: words.status.rootActivity };
  const call = textAt(detail, 'eventName') ?? '';
  if (SENSITIVE_CALLS.has(call) && error === undefined)
    return { severity: 'warning', status: words.status.sensitiveCall };
  return toldOutcome(detail, call, words) ?? { severity: 'info', status: words.status.notice };
}

/** An insight says whether it began or ended, a service event in its name or its details how it went. */
function toldOutcome(detail: JsonObject, call: string, words: Words): EventState | undefined {
  const insight = textAt(detail, 'insightDetails', 'state');
  if (insight === 'End') return { severity: 'recovery', status: words.status.recovered };
  if (insight !== undefined) return { severity: 'warning', status: words.status.unhealthy };
  const service = textAt(detail, 'eventType') === 'AwsServiceEvent';
  return service ? stateOfText(firstText(detail, STATES) ?? call, words) : undefined;
}

function thingOf(detailType: string, { resourceKind }: Words): string {
  if (detailType.includes('Insight')) return resourceKind.apiInsight;
  return detailType.includes('Service Event') ? resourceKind.serviceEvent : resourceKind.apiCall;
}

/** As an IAM policy would name it: `s3:CreateBucket`. */
function callOf(detail: JsonObject): string {
  const call = { ...objectAt(detail, 'insightDetails'), ...detail };
  const service = textAt(call, 'eventSource')?.split('.amazonaws.com', 1)[0];
  return [service, textAt(call, 'eventName')].filter((part) => part !== undefined).join(':');
}

/** Returns an insight's calls per minute, and the usual rate. */
function rateOf(detail: JsonObject, words: Words): string | undefined {
  const statistics = objectAt(detail, 'insightDetails', 'insightContext', 'statistics');
  const [now, usual] = [numberAt(statistics, 'insight', 'average'), numberAt(statistics, 'baseline', 'average')];
  if (now === undefined || usual === undefined) return undefined;
  return words.security.perMinute(formatNumber(now), formatNumber(usual));
}

/** Without the message that only `sts:DecodeAuthorizationMessage` can read. */
function reasonOf(detail: JsonObject): string | undefined {
  return firstText(detail, REASONS)?.split('Encoded authorization failure message:', 1)[0]?.trimEnd();
}
