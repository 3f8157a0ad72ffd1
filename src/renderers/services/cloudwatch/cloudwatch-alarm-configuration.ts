import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import { at, getOwn, type JsonObject, numberAt, objectAt, textAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import { formatDuration } from '../../../text/format.js';
import type { Label, Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { alarmFacts } from './alarm-facts.js';
import type { Path } from './dialect.js';
import { formatMeasure } from './measure.js';
import { type Measured, measuredOf } from './measured.js';
import { normalise } from './normalise.js';
import { COMPARISON_OPERATORS } from './reason.js';

/** Settings that an operator changes, with their paths in an alarm's configuration. */
const SETTINGS: readonly (readonly [setting: Label, path: Path])[] = [
  ['threshold', ['threshold']],
  ['comparisonOperator', ['comparisonOperator']],
  ['period', ['metrics', 0, 'metricStat', 'period']],
  ['statistic', ['metrics', 0, 'metricStat', 'stat']],
  ['evaluationPeriods', ['evaluationPeriods']],
  ['datapointsToAlarm', ['datapointsToAlarm']],
  ['treatMissingData', ['treatMissingData']],
  ['rule', ['alarmRule']],
  ['actionsEnabled', ['actionsEnabled']],
  ['description', ['description']],
];

const STATUS = { create: 'created', update: 'updated', delete: 'deleted' } as const;

/** An alarm was created, updated or deleted. Only EventBridge reports it, and only EventBridge carries threshold and operator. */
export const cloudWatchAlarmConfiguration: Renderer = {
  name: 'cloudwatch-alarm-configuration',
  matches: ({ detailType }) => detailType === 'CloudWatch Alarm Configuration Change',
  render(event, context): Rendered {
    const { words, timeZone } = context;
    const alarm = normalise(event.detail, event.resources);
    const region = alarm.region ?? event.region;
    const operation = textAt(event.detail, 'operation');
    const status =
      operation === 'create' || operation === 'update' || operation === 'delete' ? STATUS[operation] : undefined;
    const measured = measuredOf(alarm, words);
    return {
      severity: 'info',
      status: status === undefined ? words.status.notice : words.status[status],
      title: `${words.resourceKind.alarm} ${alarm.name}`.trim(),
      fields: [
        conditionField(objectAt(event.detail, 'configuration'), measured, words),
        field(words.label.rule, alarm.rule),
        ...changes(event.detail, measured?.unit, context),
        timeField(words.label.time, event.occurredAt, timeZone),
      ],
      details: alarm.description,
      link: operation === 'delete' ? consoleLink('alarms', region) : consoleLink('alarm', region, alarm.name),
      account: alarm.account,
      region,
      state: operation,
      alarmName: alarm.name,
      facts: alarmFacts(alarm),
    };
  },
};

function conditionField(configuration: JsonObject, measured: Measured | undefined, words: Words): Field | undefined {
  if (measured === undefined) return undefined;
  const how = measured.how.join(words.comma);
  const what = `${measured.what}${how && words.aside(how)}`;
  const threshold = numberAt(configuration, 'threshold');
  const comparison = comparisonOf(textAt(configuration, 'comparisonOperator'));
  if (threshold === undefined || comparison === undefined) return field(words.label.metric, what);
  return field(
    words.label.condition,
    words.alarm.condition(what, comparison, formatMeasure(threshold, measured.unit, words)),
  );
}

/** A line for each setting that is not what it was. */
function changes(
  detail: JsonObject,
  unit: string | undefined,
  { words }: RenderContext,
): readonly (Field | undefined)[] {
  const before = at(detail, 'previousConfiguration');
  const after = at(detail, 'configuration');
  if (before === undefined) return [];
  return SETTINGS.map(([setting, path]) => {
    const [was, is] = [before, after].map((side) => written(setting, textAt(side, ...path), unit, words));
    return was === is ? undefined : field(words.label[setting], words.alarm.change(was ?? '–', is ?? '–'));
  });
}

function written(
  setting: Label,
  value: string | undefined,
  unit: string | undefined,
  words: Words,
): string | undefined {
  const number = numberAt(value);
  if (setting === 'threshold' && number !== undefined) return formatMeasure(number, unit, words);
  if (setting === 'period' && number !== undefined) return formatDuration(number * 1000, words);
  if (setting === 'comparisonOperator') return comparisonOf(value) ?? value;
  return value === undefined ? undefined : resourceName(value);
}

function comparisonOf(operator: string | undefined): string | undefined {
  return operator === undefined ? undefined : getOwn(COMPARISON_OPERATORS, operator);
}
