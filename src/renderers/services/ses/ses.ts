import { parseArn } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { arrayAt, isObject, type JsonObject, textAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import { maskAddresses } from '../../../text/mask-addresses.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import type { EventState } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, type Keys } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';

interface MailEvent {
  /** `notificationType`, `eventType` and EventBridge's detail-type, which differ: `Bounce`, `Email Bounced`. */
  readonly type: RegExp;
  readonly verdict: Verdict;
  /** The path of the addresses concerned, if they are not those the mail was sent to. */
  readonly recipients?: string;
}

const EVENTS: readonly MailEvent[] = [
  { type: /^amazonsnssubscriptionsucceeded$/, verdict: ['recovery', 'enabled'] },
  { type: /^bounce/, verdict: ['error', 'bounced'], recipients: 'bounce.bouncedRecipients' },
  { type: /^click/, verdict: ['info', 'clicked'] },
  { type: /^complaint/, verdict: ['error', 'complaint'], recipients: 'complaint.complainedRecipients' },
  { type: /^delivery ?delay/, verdict: ['warning', 'delayedDelivery'], recipients: 'deliveryDelay.delayedRecipients' },
  { type: /^deliver/, verdict: ['recovery', 'delivered'], recipients: 'delivery.recipients' },
  { type: /^open/, verdict: ['info', 'opened'] },
  { type: /^received$/, verdict: ['info', 'received'], recipients: 'receipt.recipients' },
  { type: /^reject/, verdict: ['error', 'denied'] },
  { type: /^rendering ?fail/, verdict: ['error', 'renderingFailed'] },
  { type: /^sen[dt]$/, verdict: ['info', 'sent'] },
  { type: /^subscri/, verdict: ['info', 'subscriptionChanged'] },
];
/** SES's first message to a topic, which confirms that it may publish. The only message that is not about a mail. */
const SUBSCRIBED = 'AmazonSnsSubscriptionSucceeded';
const TYPE: Keys = ['notificationType', 'eventType'];
const KIND = ['bounce.bounceType', 'bounce.bounceSubType', 'complaint.complaintFeedbackType'] as const;
const REASON: Keys = [
  'bounce.bouncedRecipients.0.diagnosticCode',
  'deliveryDelay.delayedRecipients.0.diagnosticCode',
  'failure.errorMessage',
  'reject.reason',
  'delivery.smtpResponse',
  'message',
];
/** Checks of a receiving mailbox; only those that did not pass are shown. */
const CHECKS = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;

/**
 * The results of sending and receiving mail, by SNS, by EventBridge and as an invocation. Addresses are masked everywhere.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const ses: Renderer = {
  name: 'ses',
  matches: (event) =>
    (isObject(mailIn(event.detail)['mail']) || textAt(event.detail, 'notificationType') === SUBSCRIBED) &&
    mailEventOf(event) !== undefined,
  render: (event, context) => renderMail(event, mailIn(event.detail), context),
};

/** An invocation by SES wraps what SNS does not. */
function mailIn(detail: JsonObject): JsonObject {
  return isObject(detail['ses']) ? detail['ses'] : detail;
}

function renderMail(event: ServiceEvent, detail: JsonObject, { words, timeZone }: RenderContext): Rendered {
  const { verdict, recipients = 'mail.destination' } = mailEventOf(event) ?? { verdict: ['info', 'notice'] };
  const { label, resourceKind } = words;
  const from = parseArn(textAt(detail, 'mail', 'sourceArn') ?? '');
  const reason = firstText(detail, REASON);
  return {
    ...outcomeOfMail(verdict, detail, words),
    title: titleOf(`SES ${resourceKind.mail}`, masked(firstText(detail, 'mail.commonHeaders.subject'))),
    fields: [
      field(label.recipients, masked(summarizeList(recipientsAt(detail, recipients), words))),
      field(label.sender, masked(firstText(detail, 'mail.source'))),
      field(
        label.type,
        KIND.map((key) => firstText(detail, key))
          .filter(Boolean)
          .join(' / '),
      ),
      ...senderFields(detail, label),
      field(label.failedChecks, summarizeList(failedChecks(detail), words, CHECKS.length)),
      timeField(label.time, event.occurredAt, timeZone),
    ],
    details: masked(readableSentence(reason?.replace(/^smtp; */, ''), timeZone)),
    link: consoleLink('ses', from?.region || event.region),
    account: firstText(detail, 'mail.sendingAccountId'),
    region: from?.region || undefined,
    state: firstText(detail, TYPE) ?? event.detailType,
  };
}

/** By the mail's own type, by what is known of it, or by EventBridge's (`Email Rendering Failed`). */
function mailEventOf({ detail, detailType }: ServiceEvent): MailEvent | undefined {
  const mail = mailIn(detail);
  const type = firstText(mail, TYPE) ?? (isObject(mail['receipt']) ? 'received' : detailType.replace(/^Email /, ''));
  return EVENTS.find((event) => event.type.test(type.toLowerCase()));
}

/** A bounce that may pass is no error yet; a mail that came with a virus is worth a look. */
function outcomeOfMail(verdict: Verdict, detail: JsonObject, words: Words): EventState {
  const [severity, status] = verdict;
  const passing = firstText(detail, 'bounce.bounceType') === 'Transient';
  const suspect = failedChecks(detail).some((check) => check === 'virus' || check === 'spam');
  return stateFor([passing || suspect ? 'warning' : severity, status], words);
}

/** Some lists hold addresses, some objects with one. */
function recipientsAt(detail: JsonObject, key: string): readonly (string | undefined)[] {
  const found = arrayAt(detail, ...key.split('.'));
  const list = found.length > 0 ? found : arrayAt(detail, 'mail', 'destination');
  return list.map((one) => (isObject(one) ? textAt(one, 'emailAddress') : textAt([one], 0)));
}

/** Returns what finds the mail and those who send it: addresses are masked, and the team that mends its list has to know more. */
function senderFields(detail: JsonObject, label: Words['label']): readonly (Field | undefined)[] {
  return [
    field(label.template, firstText(detail, 'failure.templateName')),
    field(label.configurationSet, firstText(detail, ['mail.tags.ses:configuration-set'])),
    field(label.caller, firstText(detail, ['mail.tags.ses:caller-identity', 'mail.callerIdentity'])),
    field(label.messageId, isTrouble(detail) ? firstText(detail, 'mail.messageId') : undefined),
  ];
}

function isTrouble(detail: JsonObject): boolean {
  return ['bounce', 'complaint', 'reject', 'failure', 'deliveryDelay'].some((key) => isObject(detail[key]));
}

function failedChecks(detail: JsonObject): readonly string[] {
  return CHECKS.filter((check) => /^(fail|gray)$/i.test(textAt(detail, 'receipt', `${check}Verdict`, 'status') ?? ''));
}

function masked(text: string | undefined): string | undefined {
  return text && maskAddresses(text);
}
