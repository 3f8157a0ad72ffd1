import { consoleLink } from '../../../aws/console-link.js';
import { type JsonObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { type EventState, stateOfText } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, firstValue } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { type Actor, actorOf, spokenActor } from './actor.js';
import { serviceState } from './service-details.js';

/**
 * Somebody signed in to the console, tried to, changed roles or asked for a new password.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export const signIn: Renderer = {
  name: 'sign-in',
  matches: ({ detailType }) => /Sign ?in via CloudTrail$/i.test(detailType),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail } = event;
    const actor = actorOf(detail);
    const region = textAt(detail, 'awsRegion') ?? event.region;
    const { label } = words;
    return {
      ...verdictOf(detail, actor, words),
      title: titleOf(detail, actor, words),
      fields: [
        field(label.sourceIp, firstText(detail, 'sourceIPAddress')),
        field(label.assumedFrom, firstText(detail, 'additionalEventData.SwitchFrom')),
        field(label.role, firstText(detail, 'additionalEventData.SwitchTo')),
        field(label.mfa, mfaOf(detail, actor, words)),
        field(label.error, firstText(detail, ['errorMessage', 'errorCode'])),
        timeField(label.time, firstValue(detail, 'eventTime') ?? event.occurredAt, timeZone),
      ],
      details: readableSentence(firstText(detail, 'serviceEventDetails.message'), timeZone),
      link: consoleLink('cloudtrail', region, textAt(detail, 'eventID')),
      account: firstText(detail, ['recipientAccountId', 'userIdentity.accountId']),
      region,
      state: resultOf(detail),
    };
  },
};

/** `Success` or `Failure`, under the event's own name. */
function resultOf(detail: JsonObject): string | undefined {
  const event = textAt(detail, 'eventName') ?? '';
  const results = [`responseElements.${event}`, `serviceEventDetails.${event}`, 'errorCode', 'errorMessage'];
  return firstText(detail, results) ?? serviceState(detail);
}

/** The root user is for emergencies: somebody should look whenever it is used. */
function verdictOf(detail: JsonObject, { root, password, mfa }: Actor, words: Words): EventState {
  const { status } = words;
  if (hasFailed(detail)) return { severity: root ? 'error' : 'warning', status: status.failed };
  if (root) return { severity: 'critical', status: status.rootActivity };
  if (textAt(detail, 'eventName') === 'ConsoleLogin' && password && !mfa)
    return { severity: 'warning', status: words.status.noMfa };
  return stateOfText(resultOf(detail) ?? '', words) === undefined
    ? { severity: 'info', status: status.notice }
    : { severity: 'info', status: status.succeeded };
}

function hasFailed(detail: JsonObject): boolean {
  return textAt(detail, 'errorMessage') !== undefined || /fail/i.test(resultOf(detail) ?? '');
}

/** Returns whether a second factor was asked for; that there was none only of root, as the first line says it of the others. */
function mfaOf(
  detail: JsonObject,
  { root, password, mfa }: Actor,
  { security: { phrase } }: Words,
): string | undefined {
  if (mfa) return password ? phrase.mfaUsed : undefined;
  const told = root && !hasFailed(detail) && textAt(detail, 'additionalEventData', 'MFAUsed') !== undefined;
  return told ? phrase.mfaUnused : undefined;
}

type Event = keyof Words['security']['signIn'];

const EVENTS: ReadonlyMap<string, Event> = new Map([
  ['CredentialChallenge', 'credentialChallenge'],
  ['CredentialVerification', 'credentialVerification'],
  ['UserAuthentication', 'identityCenter'],
  ['ConsoleLogin', 'consoleLogin'],
  ['PasswordRecoveryCompleted', 'passwordRecovered'],
  ['PasswordRecoveryRequested', 'passwordRecovery'],
  ['PasswordUpdated', 'passwordUpdated'],
  ['SwitchRole', 'switchRole'],
]);

function titleOf(detail: JsonObject, actor: Actor, words: Words): string {
  const event = textAt(detail, 'eventName') ?? '';
  const known = EVENTS.get(event);
  const what = known ? words.security.signIn[known] : `${words.security.signIn.consoleLogin} ${event}`;
  // The first line's state says of root only that it was root.
  const whole = actor.root && /success/i.test(resultOf(detail) ?? '') ? words.security.succeeded(what) : what;
  return words.security.didWhat(spokenActor(actor, words) ?? words.security.unknownUser, whole);
}
