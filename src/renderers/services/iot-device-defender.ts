import { arrayAt, numberAt, objectAt, textAt } from '../../base/json.js';
import { formatNumber, parseTime } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { humanizeConstant } from '../toolkit/humanize-constant.js';
import { summarizeList } from '../toolkit/summarize-list.js';
import { titleOf } from '../toolkit/title.js';
import { classify, stateFor, type Verdict } from '../toolkit/verdict.js';

const VIOLATIONS: ReadonlyMap<string, Verdict> = new Map([
  ['in-alarm', ['error', 'alarm']],
  ['alarm-cleared', ['recovery', 'recovered']],
  ['alarm-invalidated', ['info', 'cancelled']],
]);

/** Keys of a measured value, one for each kind of metric. */
const MEASURES = ['count', 'number', 'cidrs', 'ports', 'strings', 'numbers'] as const;

/**
 * A device that behaves in a way its security profile does not allow, or does so no more.
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-detect.html
 */
export const iotDeviceDefender: Renderer = {
  name: 'iot-device-defender',
  matches: ({ detail }) =>
    textAt(detail, 'violationEventType') !== undefined && textAt(detail, 'securityProfileName') !== undefined,
  render({ detail, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const type = textAt(detail, 'violationEventType') ?? '';
    const { label } = words;
    const time = parseTime(detail['violationEventTime']);
    return {
      ...stateFor(VIOLATIONS.get(type) ?? ['warning', 'warning'], words),
      title: titleOf(words.resourceKind.iotThing, textAt(detail, 'thingName')),
      fields: [
        field(label.behavior, firstText(detail, 'behavior.name')),
        field(label.metric, firstText(detail, 'behavior.metric')?.replace(/^aws:/, '')),
        field(label.current, measured(objectAt(detail, 'metricValue'), words)),
        field(label.condition, conditionOf(detail, words)),
        field(label.securityProfile, textAt(detail, 'securityProfileName')),
        timeField(label.time, time ?? occurredAt, timeZone),
      ],
      occurredAt: time,
      state: type,
    };
  },
};

/**
 * The result of an audit of certificates, policies and settings.
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
 */
export const iotDeviceDefenderAudit: Renderer = {
  name: 'iot-device-defender-audit',
  matches: ({ detail }) =>
    textAt(detail, 'taskStatus') !== undefined && numberAt(detail, 'nonCompliantChecksCount') !== undefined,
  render({ detail, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    return {
      ...auditState(detail, words),
      title: titleOf(words.resourceKind.iotAudit, textAt(detail, 'scheduledAuditName')),
      fields: [
        field(label.nonCompliantChecks, checksOf(detail, 'COMPLETED_NON_COMPLIANT', words)),
        field(label.unfinishedChecks, checksOf(detail, 'FAILED', words)),
        timeField(label.started, detail['taskStartTime'], timeZone),
        timeField(label.time, occurredAt, timeZone),
      ],
      state: textAt(detail, 'taskStatus'),
    };
  },
};

function auditState(detail: unknown, words: Words): Pick<Rendered, 'severity' | 'status'> {
  const count = (key: string) => numberAt(detail, key) ?? 0;
  const status = textAt(detail, 'taskStatus') ?? '';
  if (status !== 'COMPLETED') return classify(status, undefined, words) ?? stateFor(['info', 'notice'], words);
  if (count('nonCompliantChecksCount') > 0) return stateFor(['warning', 'nonCompliant'], words);
  if (count('failedChecksCount') > 0) return stateFor(['warning', 'partial'], words);
  return stateFor(['recovery', 'compliant'], words);
}

function checksOf(detail: unknown, status: string, words: Words): string {
  const checks = arrayAt(detail, 'auditDetails').filter((check) => textAt(check, 'checkRunStatus') === status);
  const named = checks.map((check) => {
    const name = humanizeConstant(textAt(check, 'checkName') ?? '').replace(/ check$/, '');
    const resources = numberAt(check, 'nonCompliantResourcesCount');
    return resources === undefined || resources === 0 ? name : `${name} ×${formatNumber(resources)}`;
  });
  return summarizeList(named, words);
}

/** Returns what is allowed: `greater-than 5,000`. */
function conditionOf(detail: unknown, words: Words): string | undefined {
  const criteria = objectAt(detail, 'behavior', 'criteria');
  const value = measured(objectAt(criteria, 'value'), words);
  const operator = firstText(criteria, 'comparisonOperator');
  return value === undefined ? undefined : [operator, value].filter((part) => part !== undefined).join(' ');
}

function measured(value: unknown, words: Words): string | undefined {
  const number = numberAt(value, 'count') ?? numberAt(value, 'number');
  return number === undefined ? firstText(value, MEASURES, words.listSeparator) : formatNumber(number);
}
