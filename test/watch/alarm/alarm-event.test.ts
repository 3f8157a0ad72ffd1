import { describe, expect, test } from 'vitest';
import { readSamples } from '../../../local/samples/samples.js';
import { at, isObject, type JsonObject, objectAt, parseObject, textAt } from '../../../src/base/json.js';
import type { Draft } from '../../../src/domain/notification.js';
import { allRenderers } from '../../../src/renderers/renderers.js';
import { createInterpret } from '../../../src/sources/interpret.js';
import { alarmEvent } from '../../../src/watch/alarm/alarm-event.js';
import { readDescribed } from '../../../src/watch/alarm/described-alarm.js';
import { recordLog } from '../../support/lines.js';
import { contentsOf, sampleContext } from '../../support/render-sample.js';

/** An alarm as DescribeAlarms gives it, from SNS's message about it. */
function describedBy(message: JsonObject): JsonObject {
  const { QueryString, AggregationExpression, LogGroups: LogGroupIdentifiers, Trigger, ...rest } = message;
  return {
    ...rest,
    ...objectAt(Trigger),
    StateValue: message['NewStateValue'],
    StateReason: message['NewStateReason'],
    StateReasonData: message['NewStateReasonData'],
    StateTransitionedTimestamp: new Date(textAt(message, 'StateChangeTime') ?? ''),
    ...(QueryString !== undefined && {
      ScheduledQueryConfiguration: { QueryString, AggregationExpression, LogGroupIdentifiers },
    }),
  };
}

/** What rules and people see of it. */
const seen = (draft: Draft | undefined): unknown => {
  if (draft?.kind !== 'rendered') throw new Error('Cannot compare as it was not rendered');
  const { title, where, status, severity, fields, brief, category, link, origin, overrides } = draft;
  return { title, where, status, severity, fields, brief, category, link, origin, overrides };
};

describe('alarmEvent', async () => {
  const folder = (await readSamples()).find(({ name }) => name === 'cloudwatch-sns');
  const alarms = (folder?.samples ?? []).flatMap(({ file, event }) => {
    const record = at(event, 'Records', 0, 'Sns');
    const message = parseObject(textAt(record, 'Message') ?? '');
    const isInAlarm = textAt(message, 'NewStateValue') === 'ALARM' && !file.includes('contributor');
    return isObject(message) && isInAlarm ? [{ file, event, message, topicArn: textAt(record, 'TopicArn') ?? '' }] : [];
  });
  const interpret = createInterpret({
    renderContext: sampleContext('zh-CN'),
    log: recordLog(),
    renderers: allRenderers,
  });

  test('there are alarms of every kind', () => {
    expect(alarms.map(({ file }) => file.replace(/.*\//, ''))).toEqual(
      expect.arrayContaining([
        'metric-alarm.json',
        'metric-math-alarm.json',
        'anomaly-alarm.json',
        'composite-alarm.json',
        'log-alarm.json',
      ]),
    );
  });

  test.each(alarms)(
    '$file, as CloudWatch describes it, reads and is routed as the message that told it',
    async ({ event, message, topicArn }) => {
      const [told] = await contentsOf(event);
      const alarm = readDescribed(describedBy(message));
      if (!alarm || !told || 'skipped' in told) throw new Error('Cannot compare as one of both is missing');
      const again = interpret(alarmEvent(alarm, { source: 'sns', topicArn }));
      if ('skipped' in again) throw new Error(again.skipped);
      // What children a composite has in ALARM is in the message only.
      if (message['AlarmRule'] === undefined) expect(seen(again)).toEqual(seen(told));
      else expect(again).toMatchObject({ title: told.title, severity: told.severity, origin: told.origin });
    },
  );
});
