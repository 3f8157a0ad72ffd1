import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import type { ResourceKind } from '../../../text/words.js';
import { firstText } from '../../toolkit/first-value.js';
import type { Verdict } from '../../toolkit/verdict.js';

const NOTICE: Verdict = ['info', 'notice'];
const FAILED: Verdict = ['error', 'failed'];
const STARTED: Verdict = ['info', 'started'];
const SUCCEEDED: Verdict = ['recovery', 'succeeded'];

const COMPLIANCE: ReadonlyMap<string, Verdict> = new Map([
  ['NON_COMPLIANT', ['warning', 'nonCompliant']],
  ['COMPLIANT', ['recovery', 'compliant']],
  ['INSUFFICIENT_DATA', ['info', 'insufficientData']],
  ['NOT_APPLICABLE', ['info', 'notApplicable']],
]);

/** By `changeType` or, if an item has none, by `configurationItemStatus`. */
const CHANGES: ReadonlyMap<string, Verdict> = new Map([
  ['CREATE', ['info', 'created']],
  ['UPDATE', ['info', 'updated']],
  ['DELETE', ['info', 'deleted']],
  ['ResourceDiscovered', ['info', 'created']],
  ['ResourceDeleted', ['info', 'deleted']],
]);

/** The thing that a message is about, and what the message means. */
type ConfigKind = readonly [kind: ResourceKind, verdict: Verdict];

/** By `messageType`: the thing it is about and how it is judged. */
const KINDS: readonly (readonly [type: RegExp, kind: ResourceKind, judge: (message: JsonObject) => Verdict])[] = [
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
  [/EvaluationStarted$/, 'ruleEvaluation', () => STARTED],
  [/^ConfigurationHistoryDelivery/, 'historyDelivery', deliveryOf],
  [/^ConfigurationSnapshotDelivery/, 'snapshotDelivery', deliveryOf],
  [/^OversizedConfigurationItemChangeDeliveryFailed$/, 'resource', deliveryOf],
];

/** Returns the kind of a message of AWS Config, or `undefined` if AWS documents no such message. */
export function configKindOf(message: JsonObject): ConfigKind | undefined {
  const type = textAt(message, 'messageType');
  const [, kind, judge] = KINDS.find(([pattern]) => type !== undefined && pattern.test(type)) ?? [];
  return kind && judge && [kind, judge(message)];
}

/** A message that is AWS Config's, but of no kind it documents. */
export const OTHER_CONFIG: ConfigKind = ['resource', NOTICE];

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
