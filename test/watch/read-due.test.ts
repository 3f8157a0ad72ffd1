import { describe, expect, test } from 'vitest';
import { remindersFor } from '../../src/routing/reminders-for.js';
import { createInterpret } from '../../src/sources/interpret.js';
import { wordsOf } from '../../src/text/words.js';
import { readDescribed } from '../../src/watch/described-alarm.js';
import { readDue } from '../../src/watch/read-due.js';
import type { CloudWatch } from '../../src/watch/watched.js';
import { routingBy } from '../routing/drafts.js';
import { recordLog } from '../support/lines.js';
import { sampleContext } from '../support/render-sample.js';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 29, 12);
const TOPIC = 'arn:aws:sns:us-east-1:111122223333:billing';
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-prod-notify';

/** A region with one alarm that has been in ALARM for an hour and three minutes. */
const regionOf = (region: string, AlarmActions: readonly string[]): CloudWatch => {
  const AlarmArn = `arn:aws:cloudwatch:${region}:111122223333:alarm:of ${region}`;
  const StateTransitionedTimestamp = new Date(NOON - HOUR - 180_000);
  const alarm = readDescribed({
    AlarmName: `of ${region}`,
    AlarmArn,
    AlarmActions,
    StateValue: 'ALARM',
    StateTransitionedTimestamp,
  });
  return { alarms: async () => (alarm ? [alarm] : []), history: async () => new Map(), muted: async () => new Set() };
};

const routing = routingBy([]);

/** Reads the tick of noon, with the function in the first of these regions. */
const readAt = (regions: Readonly<Record<string, CloudWatch>>) =>
  readDue(
    { at: NOON },
    (region) => {
      const reader = regions[region];
      if (!reader) throw new Error(`Cannot open ${region}`);
      return reader;
    },
    {
      interpret: createInterpret({ renderContext: sampleContext('en'), log: recordLog() }),
      remindersFor: (draft, now) => remindersFor(draft, routing, now),
      format: routing.format,
      words: wordsOf('en'),
      roads: { topics: [TOPIC], functionArn: FUNCTION, hasAlarmRule: true },
      region: 'ap-southeast-1',
    },
  );

describe('readDue', () => {
  test('reads the function’s own region and those of its topics; the alarm rule counts in its own', async () => {
    const told = await readAt({
      'ap-southeast-1': regionOf('ap-southeast-1', []),
      'us-east-1': regionOf('us-east-1', []),
    });
    expect(told.map(({ title }) => title)).toEqual(['of ap-southeast-1, 1 h 3 min']);
    const both = await readAt({
      'ap-southeast-1': regionOf('ap-southeast-1', []),
      'us-east-1': regionOf('us-east-1', [TOPIC]),
    });
    expect(both.map(({ title }) => title)).toEqual(['2 alarms (longest 1 h 3 min)']);
  });

  test('rejects if one region cannot be read: nothing is told in halves', async () => {
    await expect(readAt({ 'ap-southeast-1': regionOf('ap-southeast-1', []) })).rejects.toThrow('Cannot open us-east-1');
  });
});
