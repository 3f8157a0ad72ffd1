import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import type { Severity } from '../../../domain/notification.js';
import type { Words } from '../../../text/words.js';
import { firstText } from '../../toolkit/first-value.js';

type Verdict = readonly [severity: Severity, status: (words: Words) => string];

const NOTICE: Verdict = ['info', (words) => words.status.notice];
const FAILED: Verdict = ['error', (words) => words.status.failed];
const STARTED: Verdict = ['info', (words) => words.status.started];
const SUCCEEDED: Verdict = ['recovery', (words) => words.status.succeeded];

const COMPLIANCE: ReadonlyMap<string, Verdict> = new Map([
  ['NON_COMPLIANT', ['warning', (words) => words.config.status.nonCompliant]],
  ['COMPLIANT', ['recovery', (words) => words.config.status.compliant]],
  ['INSUFFICIENT_DATA', ['info', (words) => words.status.insufficientData]],
  ['NOT_APPLICABLE', ['info', (words) => words.config.status.notApplicable]],
]);

/** By `changeType`, or where an item has none by `configurationItemStatus`. */
const CHANGES: ReadonlyMap<string, Verdict> = new Map([
  ['CREATE', ['info', (words) => words.status.created]],
  ['UPDATE', ['info', (words) => words.status.updated]],
  ['DELETE', ['info', (words) => words.status.deleted]],
  ['ResourceDiscovered', ['info', (words) => words.status.created]],
  ['ResourceDeleted', ['info', (words) => words.status.deleted]],
]);

type Thing = keyof Words['config']['thing'];

/** What a message is about, how bad it is and in which word. */
export type ConfigKind = readonly [thing: Thing, ...verdict: Verdict];

/** By `messageType`: what it is about and how it is judged. */
const KINDS: readonly (readonly [type: RegExp, thing: Thing, judge: (message: JsonObject) => Verdict])[] = [
  [
    /^ComplianceChange/,
    'rule',
    (detail) => COMPLIANCE.get(textAt(detail, 'newEvaluationResult', 'complianceType') ?? '') ?? NOTICE,
  ],
  [
    /^(Oversized)?ConfigurationItemChangeNotification$/,
    'resource',
    (detail) => CHANGES.get(changeOf(detail) ?? '') ?? NOTICE,
  ],
  [/EvaluationStarted$/, 'evaluation', () => STARTED],
  [/^ConfigurationHistoryDelivery/, 'history', deliveryOf],
  [/^ConfigurationSnapshotDelivery/, 'snapshot', deliveryOf],
  [/^OversizedConfigurationItemChangeDeliveryFailed$/, 'resource', deliveryOf],
];

/** The kind of a message of AWS Config, or `undefined` where it is none of those it documents. */
export function configKindOf(message: JsonObject): ConfigKind | undefined {
  const type = textAt(message, 'messageType');
  const [, thing, judge] = KINDS.find(([pattern]) => type !== undefined && pattern.test(type)) ?? [];
  return thing && judge && [thing, ...judge(message)];
}

/** A message that is AWS Config's, but of no kind it documents. */
export const OTHER_CONFIG: ConfigKind = ['resource', ...NOTICE];

/** The resource that changed: some messages hold it in a list, some only its summary. */
export function configItemOf(message: JsonObject): JsonObject {
  return {
    ...objectAt(message, 'configurationItems', 0),
    ...objectAt(message, 'configurationItemSummary'),
    ...objectAt(message, 'configurationItem'),
  };
}

function deliveryOf(message: JsonObject): Verdict {
  const type = textAt(message, 'messageType') ?? '';
  if (type.endsWith('Failed')) return FAILED;
  return type.endsWith('Started') ? STARTED : SUCCEEDED;
}

function changeOf(message: JsonObject): string | undefined {
  const item = configItemOf(message);
  return (
    firstText(message, 'configurationItemDiff.changeType') ?? firstText(item, ['changeType', 'configurationItemStatus'])
  );
}
