import { consoleLink } from '../console-link.js';
import { isObject, type JsonObject, objectAt, textAt } from '../json.js';
import type { Words } from '../text/words.js';
import { type Actor, actorOf } from './cloudtrail-actor.js';
import { field, timeField } from './field.js';
import { leafAt, valueAt } from './leaf.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { prose } from './prose.js';
import type { RenderContext, Rendered, Renderer } from './renderer.js';

const DENIED = /denied|unauthorized|notauthorized|forbidden|authfailure|invalidclienttoken|signaturedoesnotmatch/i;

/** Calls that open a door, blind a guard or destroy what cannot be restored: worth a look even when they were allowed. */
const SENSITIVE: ReadonlySet<string> = new Set([
  'AttachGroupPolicy',
  'AttachRolePolicy',
  'AttachUserPolicy',
  'AuthorizeSecurityGroupIngress',
  'CreateAccessKey',
  'CreateLoginProfile',
  'DeactivateMFADevice',
  'DeleteBucketPolicy',
  'DeleteConfigurationRecorder',
  'DeleteDetector',
  'DeleteFlowLogs',
  'DeletePublicAccessBlock',
  'DeleteSecret',
  'DeleteTrail',
  'DisableKey',
  'DisableSecurityHub',
  'LeaveOrganization',
  'ModifySnapshotAttribute',
  'PutBucketAcl',
  'PutBucketPolicy',
  'PutUserPolicy',
  'ScheduleKeyDeletion',
  'StopConfigurationRecorder',
  'StopLogging',
  'UpdateAssumeRolePolicy',
  'UpdateLoginProfile',
]);

/** A parameter that names what was acted on. */
const NAME = /(name|names|id|ids|arn|identifier|key)$/i;
/** One that only looks like it. */
const NO_NAME = /token|session|version|client|request|owner/i;

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
    const { label } = words.security;
    return {
      ...verdictOf(detail, actor, words),
      title: `${thingOf(detailType, words)} ${callOf(detail)} ${targetOf(detail) ?? ''}`,
      fields: [
        field(label.actor, actor.name),
        field(label.sourceIp, leafAt(detail, 'sourceIPAddress')),
        field(label.error, leafAt(detail, ['errorCode', 'insightDetails.errorCode'])),
        field(words.label.state, leafAt(detail, ['insightDetails.state', ...STATES])),
        timeField(words.label.time, valueAt(detail, 'eventTime') ?? event.occurredAt, timeZone),
      ],
      details: prose(reasonOf(detail), timeZone),
      link: consoleLink('cloudtrail', region, textAt(detail, 'eventID')),
      account: leafAt(detail, ['recipientAccountId', 'userIdentity.accountId']),
      region,
      state: textAt(detail, 'errorCode'),
    };
  },
};

/** Where a service event says how it went: creating an account is the one AWS documents. */
const STATES = [
  'serviceEventDetails.createAccountStatus.state',
  'serviceEventDetails.state',
  'serviceEventDetails.status',
] as const;

function verdictOf(detail: JsonObject, { root }: Actor, words: Words): Outcome {
  const error = textAt(detail, 'errorCode');
  if (error !== undefined)
    return { severity: 'warning', status: DENIED.test(error) ? words.status.denied : words.status.failed };
  if (root) return { severity: 'warning', status: words.security.status.root };
  const name = textAt(detail, 'eventName') ?? '';
  if (SENSITIVE.has(name)) return { severity: 'warning', status: words.security.status.sensitive };
  if (textAt(detail, 'insightDetails', 'state') === 'Start')
    return { severity: 'warning', status: words.security.status.unhealthy };
  const service = textAt(detail, 'eventType') === 'AwsServiceEvent' || isObject(detail['insightDetails']);
  const told = service ? outcomeOf(leafAt(detail, STATES) ?? name, words) : undefined;
  return told ?? { severity: 'info', status: words.status.notice };
}

function thingOf(detailType: string, { security: { thing } }: Words): string {
  if (detailType.includes('Insight')) return thing.apiInsight;
  return detailType.includes('Service Event') ? thing.serviceEvent : thing.apiCall;
}

/** As an IAM policy would name it: `s3:CreateBucket`. */
function callOf(detail: JsonObject): string {
  const call = { ...objectAt(detail, 'insightDetails'), ...detail };
  const service = textAt(call, 'eventSource')?.replace(/\.(amazonaws\.com|aws\.internal).*$/, '');
  return [service, textAt(call, 'eventName')].filter((part) => part !== undefined).join(':');
}

/** What it was done to: the first parameter that is a name, else the resource CloudTrail lists. */
function targetOf(detail: JsonObject): string | undefined {
  const places = ['requestParameters', 'additionalEventData', 'serviceEventDetails'].map((key) =>
    objectAt(detail, key),
  );
  const named = places.flatMap((place) =>
    Object.keys(place)
      .filter((key) => NAME.test(key) && !NO_NAME.test(key))
      .map((key) => leafAt(place, [key])),
  );
  const listedThere = leafAt(detail, ['requestParameters.instancesSet.items.0.instanceId', 'resources.0.ARN']);
  return named.find((name) => name !== undefined) ?? listedThere;
}

/** Without the message that only `sts:DecodeAuthorizationMessage` can read. */
function reasonOf(detail: JsonObject): string | undefined {
  const reason = leafAt(detail, [
    'errorMessage',
    'serviceEventDetails.createAccountStatus.failureReason',
    'additionalEventData.ErrorMessage',
  ]);
  return reason?.replace(/\s*Encoded authorization failure message:.*$/s, '');
}
