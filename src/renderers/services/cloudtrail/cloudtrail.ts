import { consoleLink } from '../../../aws/console-link.js';
import { getOwn, type JsonObject, numberAt, objectAt, textAt } from '../../../base/json.js';
import { formatNumber } from '../../../text/format.js';
import type { Words } from '../../../text/words.js';
import { judgeState } from '../../../verdict/verdict.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { type FieldRow, fieldsOf } from '../../toolkit/event-fields.js';
import { type EventState, stateOfText } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, firstValue } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { type Actor, actorOf, spokenActor } from './actor.js';
import { SENSITIVE_CALLS } from './sensitive-calls.js';
import { serviceDetails, serviceMessage, serviceState } from './service-details.js';
import { targetOf } from './target.js';

/** A dry run that would have succeeded. */
const DRY_RUN = /DryRunOperation$/;

const REASONS = ['errorMessage', 'additionalEventData.ErrorMessage', 'additionalEventData.errorMessage'] as const;

/** The actor of what AWS does by itself. */
const NOBODY = 'AWS Internal';

/** Calls that put somebody into a group of IAM or of an identity store, or out of it: their ids alone do not say which is which. */
const MEMBERSHIP = /^(Add|Remove)(Member|User)(To|From)Group$|GroupMembership$/;

const MEMBERS: readonly FieldRow[] = [
  ['group', ['requestParameters.groupName', 'requestParameters.groupId']],
  [
    'member',
    [
      'requestParameters.userName',
      'requestParameters.member.memberId',
      'requestParameters.memberId.userId',
      'requestParameters.memberId',
      'requestParameters.userId',
    ],
  ],
  ['identityStore', ['requestParameters.identityStoreId', 'requestParameters.directoryId']],
];

/** Services that a person calls by another name than their endpoint's. */
const SERVICES: Readonly<Record<string, string>> = { controltower: 'Control Tower ' };

/**
 * An API call, a service's own action or unusual activity that AWS CloudTrail recorded.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const cloudtrail: Renderer = {
  name: 'cloudtrail',
  matches: ({ detailType }) => detailType.endsWith('via CloudTrail'),
  render(event, context: RenderContext): Rendered {
    const { words, timeZone } = context;
    const { detail, detailType } = event;
    const actor = actorOf(detail);
    const region = textAt(detail, 'awsRegion') ?? event.region;
    const source = firstText(detail, 'sourceIPAddress');
    const { label } = words;
    const { said, ...outcome } = verdictOf(detail, actor, words);
    return {
      ...outcome,
      title: `${thingOf(detailType, words)} ${callOf(detail)} ${targetOf(detail) ?? ''}`,
      fields: [
        field(label.actor, actor.name === NOBODY ? undefined : spokenActor(actor, words)),
        field(label.sourceIp, source === actor.name ? undefined : source),
        ...(MEMBERSHIP.test(textAt(detail, 'eventName') ?? '') ? fieldsOf(MEMBERS, detail, context) : []),
        field(label.error, firstText(detail, ['errorCode', 'insightDetails.errorCode'])),
        field(label.state, said ? undefined : serviceState(detail)),
        field(label.organizationalUnit, unitOf(detail)),
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

/** A verdict, and whether it comes of the state that the service itself tells. */
interface Judged extends EventState {
  readonly said?: boolean;
}

function verdictOf(detail: JsonObject, { root }: Actor, words: Words): Judged {
  const error = textAt(detail, 'errorCode');
  if (error !== undefined && !DRY_RUN.test(error))
    return {
      severity: 'warning',
      status: judgeState(error).standing === 'denied' ? words.status.denied : words.status.failed,
    };
  if (root) return { severity: 'warning', status: words.status.rootActivity };
  const call = textAt(detail, 'eventName') ?? '';
  if (SENSITIVE_CALLS.has(call) && error === undefined)
    return { severity: 'warning', status: words.status.sensitiveCall };
  return toldOutcome(detail, call, words) ?? { severity: 'info', status: words.status.notice };
}

/** An insight says whether it began or ended, a service event in its details how it went; only without those, its name does. */
function toldOutcome(detail: JsonObject, call: string, words: Words): Judged | undefined {
  const insight = textAt(detail, 'insightDetails', 'state');
  if (insight === 'End') return { severity: 'recovery', status: words.status.recovered };
  if (insight !== undefined) return { severity: 'warning', status: words.status.unhealthy };
  if (textAt(detail, 'eventType') !== 'AwsServiceEvent') return undefined;
  const state = serviceState(detail);
  if (state === undefined) return stateOfText(call, words);
  const outcome = stateOfText(state, words);
  return outcome && { ...outcome, said: true };
}

/** Returns the organizational unit that Control Tower acted on or in. */
function unitOf(detail: JsonObject): string | undefined {
  const details = serviceDetails(detail);
  const account = firstText(details, 'account.accountName');
  const unit = firstText(details, ['organizationalUnit.organizationalUnitName', 'organizationalUnitName']);
  return account === undefined ? undefined : unit;
}

function thingOf(detailType: string, { resourceKind }: Words): string {
  if (detailType.includes('Insight')) return resourceKind.apiInsight;
  return detailType.includes('Service Event') ? resourceKind.serviceEvent : resourceKind.apiCall;
}

/** As an IAM policy would name it: `s3:CreateBucket`. */
function callOf(detail: JsonObject): string {
  const call = { ...objectAt(detail, 'insightDetails'), ...detail };
  const service = textAt(call, 'eventSource')?.split('.amazonaws.com', 1)[0];
  const name = textAt(call, 'eventName');
  const spoken = getOwn(SERVICES, service ?? '');
  return spoken === undefined ? [service, name].filter((part) => part !== undefined).join(':') : spoken + (name ?? '');
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
  const reason = firstText(detail, REASONS) ?? serviceMessage(detail);
  return reason?.split('Encoded authorization failure message:', 1)[0]?.trimEnd();
}
