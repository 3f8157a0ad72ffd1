import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { at, getOwn, isObject, textAt } from '../../../base/json.js';
import type { Field } from '../../../domain/content.js';
import type { Severity } from '../../../domain/severity.js';
import { durationTexts } from '../../../text/alarm-duration.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import type { Alarm, Child, Contributor, Dimension } from './alarm.js';
import { alarmFacts, isComposite } from './alarm-facts.js';
import { briefOf } from './brief.js';
import { categoryOf } from './category.js';
import { conditionFields } from './condition.js';
import { readDescription } from './description-overrides.js';
import { alarmDuration, lackedDuration } from './ended.js';
import { filteredMetric, logAlarmLink } from './logs-behind.js';
import { measuredOf } from './measured.js';
import { normalise } from './normalise.js';
import { plotOf } from './plot.js';
import { parseReason } from './reason.js';

const CONTRIBUTOR = 'CloudWatch Alarm Contributor State Change';
const DETAIL_TYPES: ReadonlySet<string> = new Set(['CloudWatch Alarm State Change', CONTRIBUTOR]);

/** More dimensions than this share a line. */
const MAX_DIMENSION_LINES = 3;

/**
 * A CloudWatch alarm of any kind changed its state. Reads the same from every source, so only data that SNS, EventBridge and
 * the direct action all carry is shown.
 */
export const cloudWatchAlarm: Renderer = {
  name: 'cloudwatch-alarm',
  matches: ({ detailType, detail }) =>
    DETAIL_TYPES.has(detailType) ||
    textAt(detail, 'alarmData', 'alarmName') !== undefined ||
    (textAt(detail, 'AlarmName') !== undefined && textAt(detail, 'NewStateValue') !== undefined),
  render: (event, context) => {
    const skipped = whyNotShown(event);
    return skipped === undefined ? renderAlarm(normalise(event.detail, event.resources), event, context) : { skipped };
  },
};

/** EventBridge reports every change, even those whose actions were silenced; SNS and the direct action are actions themselves. */
function whyNotShown({ detailType, detail }: ServiceEvent): string | undefined {
  if (!DETAIL_TYPES.has(detailType)) return undefined;
  const muted = at(detail, 'muteDetail');
  const suppressed = textAt(detail, 'state', 'actionsSuppressedBy');
  if (isObject(muted)) return `the alarm is muted by ${resourceName(textAt(muted, 'mutedByArn') ?? 'a mute rule')}`;
  return suppressed === undefined ? undefined : `the alarm's actions are suppressed by ${suppressed}`;
}

function renderAlarm(alarm: Alarm, event: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const region = alarm.region ?? event.region;
  const reason = parseReason(alarm.reason);
  const measured = measuredOf(alarm, words);
  const breaching = alarm.state === 'ALARM';
  const description = readDescription(alarm.description);
  const inAlarmMs = alarmDuration(alarm);
  const lasted = inAlarmMs === undefined ? undefined : durationTexts({ ms: inAlarmMs }, words);
  return {
    ...severityAndStatus(alarm, words),
    id: idOf(alarm, event),
    title: titleOf(alarm, words),
    fields: [
      ...conditionFields(measured, reason, breaching, words),
      ...childFields(alarm, words),
      ...dimensionFields([...(alarm.contributor?.attributes ?? []), ...(measured?.dimensions ?? [])], words),
      field(words.label.query, alarm.query?.aggregation === undefined ? undefined : alarm.query.text),
      timeField(words.label.since, alarm.since ?? event.occurredAt, timeZone),
      lasted?.field,
    ],
    details: [
      reason || alarm.children.length > 0 ? undefined : readableSentence(alarm.reason, timeZone),
      // What is to be done about an alarm is nothing to do once it is over.
      alarm.state === 'OK' ? undefined : description.text,
    ]
      .filter(Boolean)
      .join('\n'),
    thing: thingOf(alarm, event),
    link: consoleLink('alarm', region, alarm.name) ?? consoleLink('alarms', region),
    brief: lasted?.brief ?? briefOf(alarm, measured, reason, words),
    lacksDuration: lackedDuration(alarm),
    logsLink: logAlarmLink(alarm, region),
    logMetric: filteredMetric(alarm),
    category: categoryOf(alarm, words),
    listLink: breaching ? consoleLink('alarms-in-alarm', region) : undefined,
    plot: breaching ? plotOf(alarm, reason) : undefined,
    account: alarm.account,
    region,
    occurredAt: alarm.since,
    state: alarm.state,
    alarmName: alarm.name,
    facts: alarmFacts(alarm),
    isComposite: isComposite(alarm),
    overrideAttributes: description.overrideAttributes,
    unknownOverrides: description.unknownOverrides,
  };
}

/** A contributor is only ever in ALARM or OK, so its OK is a recovery although it has no previous state. */
function severityAndStatus(
  { state, previousState, contributor }: Alarm,
  { status }: Words,
): { severity: Severity; status: string } {
  switch (state) {
    case 'ALARM':
      return { severity: 'critical', status: status.alarm };
    case 'OK': {
      const recovered = previousState === 'ALARM' || contributor !== undefined;
      return { severity: 'recovery', status: recovered ? status.recovered : status.ok };
    }
    case 'INSUFFICIENT_DATA':
      return { severity: 'info', status: status.insufficientData };
    default:
      return { severity: 'info', status: state || status.notice };
  }
}

/**
 * The same from every source; contributors share one timestamp, so theirs needs what tells them apart. Without it, the id is the
 * event's own, so that no contributor is dropped as the repeat of another.
 */
function idOf({ arn, state, since, contributor }: Alarm, { detailType }: ServiceEvent): string | undefined {
  if (arn === '' || since === undefined || isUnnamed(contributor, detailType)) return undefined;
  return ['alarm', arn, state, since, ...(contributor ? [contributorId(contributor)] : [])].join(':');
}

/** Returns the alarm, or the contributor whose state changes on its own. Of one that nothing names, nothing is a state. */
function thingOf({ name, contributor }: Alarm, { detailType }: ServiceEvent): string | undefined {
  if (name === '' || isUnnamed(contributor, detailType)) return undefined;
  return contributor ? JSON.stringify([name, contributorId(contributor)]) : name;
}

function isUnnamed(contributor: Contributor | undefined, detailType: string): boolean {
  return contributor === undefined && detailType === CONTRIBUTOR;
}

function contributorId({ id, attributes }: Contributor): string {
  return id || JSON.stringify(attributes.map(({ name, value }) => [name, value]));
}

function titleOf({ name, contributor }: Alarm, words: Words): string {
  const which = summarizeList(contributor?.attributes.map(({ value }) => value) ?? [], words);
  return which === '' ? name : `${name}${words.aside(which)}`;
}

function childFields({ children, rule, state }: Alarm, words: Words): readonly (Field | undefined)[] {
  if (children.length > 0)
    return [
      field(
        words.label.children,
        summarizeList(
          children.map((child) => childText(child, state, words)),
          words,
          5,
        ),
      ),
    ];
  return [field(words.label.rule, rule)];
}

/** A child in the composite alarm's own state is named, one in another state with it. */
function childText({ name, state }: Child, own: string, { aside, status }: Words): string {
  const names: Readonly<Record<string, string>> = {
    ALARM: status.alarm,
    OK: status.ok,
    INSUFFICIENT_DATA: status.insufficientData,
  };
  const other = state === undefined || state === own ? undefined : getOwn(names, state);
  return other === undefined ? name : `${name}${aside(other)}`;
}

function dimensionFields(dimensions: readonly Dimension[], words: Words): readonly (Field | undefined)[] {
  if (dimensions.length <= MAX_DIMENSION_LINES) return dimensions.map(({ name, value }) => field(name, value));
  const all = dimensions.map(({ name, value }) => `${name}=${value}`).join(words.listSeparator);
  return [field(words.label.resource, all)];
}
