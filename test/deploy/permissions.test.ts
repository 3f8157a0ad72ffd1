import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/read-settings.js';
import { ALARM_READS } from '../../deploy/resources/alarm-reads.js';
import { resourcesOf } from '../../deploy/template.js';
import { arrayAt, at } from '../../src/base/json.js';
import { VARIANTS } from './variants.js';

const REGION = 'ap-southeast-1';

/** Returns what a role of a deployment allows: each action with its resource. */
function allowedBy(
  role: string,
  given: object,
  region = REGION,
): readonly (readonly [action: string, resource: unknown])[] {
  const statements = arrayAt(
    resourcesOf(readSettings(given, region), region)[role],
    'Properties',
    'Policies',
    0,
    'PolicyDocument',
    'Statement',
  );
  return statements.flatMap((one) =>
    arrayAt(one, 'Action').map((action) => [String(action), at(one, 'Resource')] as const),
  );
}

/** Returns the actions of looking into the account, which features need, as `notify` and `deliver` have them. */
function lookingInto(given: object): Readonly<Record<string, readonly string[]>> {
  const of = (role: string): readonly string[] =>
    allowedBy(role, given)
      .filter(([action, resource]) => /^(cloudwatch|logs:Desc)/.test(action) || isParkedCount(action, resource))
      .map(([action]) => action.replace(/^cloudwatch:/, ''))
      .toSorted();
  return { notify: of('NotifyRole'), deliver: of('DeliverRole') };
}

function isParkedCount(action: string, resource: unknown): boolean {
  return action === 'sqs:GetQueueAttributes' && JSON.stringify(resource).includes('DeadLetterQueue');
}

const NOTHING = { reminders: 'off', durations: 'off', graph: 'off', ack: 'off', logLinks: 'off' };
const REMINDERS = [
  ...['DescribeAlarmHistory', 'DescribeAlarms', 'GetAlarmMuteRule', 'ListAlarmMuteRules', 'sqs:GetQueueAttributes'],
];

describe('permissions', () => {
  test.each<[string, object, readonly string[], readonly string[]]>([
    ['everything off', {}, [], []],
    ['reminders and summary', { reminders: 'on' }, REMINDERS, []],
    ['who has an alarm', { reminders: 'on', ack: 'on' }, [...REMINDERS, 'ListTagsForResource'], []],
    [
      ...(['taking an alarm by a link', { reminders: 'on', ack: 'link', http: 'token' }] as const),
      ...([[...REMINDERS, 'ListTagsForResource', 'TagResource'], []] as const),
    ],
    ['who has an alarm, without a tick', { ack: 'on' }, [], []],
    ['durations', { durations: 'on' }, [], ['DescribeAlarmHistory']],
    ['pictures', { graph: 'on' }, [], ['GetMetricWidgetImage']],
    ['pictures by rule', { graph: 'rules' }, [], ['GetMetricWidgetImage']],
    ['links to logs', { logLinks: 'on' }, [], ['logs:DescribeMetricFilters']],
    ['tags for rules', { tagLookUps: 'on' }, ['ListTagsForResource'], []],
  ])('permissions: with %s each function may do just what that needs', (_, on, notify, deliver) => {
    expect(lookingInto({ ...NOTHING, ...on })).toEqual({ notify: notify.toSorted(), deliver });
  });

  test('permissions: any resource at all only for what one table names, with its reason', () => {
    const anywhere = VARIANTS.flatMap(({ settings, region }) =>
      ['NotifyRole', 'DeliverRole'].flatMap((role) =>
        allowedBy(role, settings, region).flatMap(([action, resource]) => (resource === '*' ? [action] : [])),
      ),
    );
    const inTable = Object.entries(ALARM_READS).filter(([, { resource }]) => resource === '*');
    expect([...new Set(anywhere)].filter((action) => !(action in ALARM_READS))).toEqual([]);
    for (const [, { reason }] of inTable) expect(reason).toMatch(/\.$/);
  });
});
