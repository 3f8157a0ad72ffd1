import { describe, expect, test } from 'vitest';
import { readSamples, type Sample } from '../../../../local/samples/samples.js';
import { isObject, type JsonObject, objectAt, parseObject, textAt } from '../../../../src/base/json.js';
import type { RenderedContent } from '../../../../src/domain/content.js';
import { renderWith } from '../../../../src/renderers/generic/render-with.js';
import { cloudWatchAlarm } from '../../../../src/renderers/services/cloudwatch/cloudwatch-alarm.js';
import { emptyEvent } from '../../../../src/sources/envelope.js';
import { LANGUAGES, wordsOf } from '../../../../src/text/words.js';
import { contentsOf, renderedOf, sampleContext } from '../../../support/render-sample.js';

const folders = await readSamples();
const samplesOf = (folder: string) => folders.find(({ name }) => name === folder)?.samples ?? [];
const sampleOf = (folder: string, name: string) => {
  const sample = samplesOf(folder).find(({ file }) => file === `${folder}/${name}.json`);
  if (sample === undefined) throw new Error(`Cannot find the sample ${folder}/${name}`);
  return sample.event;
};
const caseOf = ({ file }: Sample) => file.replace(/^.*\/|\.json$/g, '');

/** The same alarm by another road: everything but the road, the topic, and how long it lasted, which SNS does not tell. */
function withoutRoad({ origin: { source: _, topic: __, ...origin }, ...content }: RenderedContent) {
  const { lacksDuration: ___, brief, fields, ...rest } = content;
  const shown = fields.filter(({ label }) => !LASTED.includes(label));
  return { ...rest, ...(shown.length === fields.length && { brief }), fields: shown, origin };
}

const LASTED = LANGUAGES.map((language) => wordsOf(language).label.lasted);

describe('cloudwatch-alarm: the roads', () => {
  const pairs = samplesOf('cloudwatch-sns').flatMap((sns) =>
    ['cloudwatch-eventbridge', 'cloudwatch-action'].flatMap((road) =>
      samplesOf(road)
        .filter((other) => caseOf(other) === caseOf(sns))
        .map((other) => [caseOf(sns), road, sns.event, other.event] as const),
    ),
  );

  test('every kind is there by SNS and by the direct action, and by EventBridge where it tells of it', () => {
    const kinds = ['metric', 'metric-math', 'anomaly', 'composite', 'contributor', 'log', 'log-contributor', 'promql'];
    for (const kind of kinds) {
      const roads = pairs.filter(([name]) => name === `${kind}-alarm`).map(([, road]) => road);
      expect([kind, roads]).toEqual([
        kind,
        kind === 'promql' ? ['cloudwatch-action'] : ['cloudwatch-eventbridge', 'cloudwatch-action'],
      ]);
    }
  });

  test.each(pairs)(
    '%s is the same by cloudwatch-sns and %s, id and link included',
    async (_name, _road, sns, other) => {
      for (const language of LANGUAGES) {
        expect(withoutRoad(await renderedOf(other, language))).toEqual(withoutRoad(await renderedOf(sns, language)));
      }
    },
  );
});

/** An alarm as SNS tells it, with some of its values changed. */
async function snsAlarm(changed: JsonObject): Promise<RenderedContent> {
  const content = renderWith(
    cloudWatchAlarm,
    {
      ...emptyEvent('sns', 'sns:1', 0),
      region: 'eu-west-1',
      account: '999999999999',
      detail: { ...snsMessage(), ...changed },
    },
    sampleContext('zh-CN'),
  );
  if ('skipped' in content) throw new Error('Cannot expect a shown alarm: it was skipped');
  return content;
}

function snsMessage(): JsonObject {
  const [record] = (sampleOf('cloudwatch-sns', 'metric-alarm') as { Records: { Sns: { Message: string } }[] }).Records;
  const message = parseObject(record?.Sns.Message ?? '');
  if (!isObject(message)) throw new Error('Cannot read the sample: its message is no JSON');
  return message;
}

describe('cloudwatch-alarm: states', () => {
  test.each([
    ['ALARM', 'OK', 'critical', '告警'],
    ['ALARM', 'ALARM', 'critical', '告警'],
    ['OK', 'ALARM', 'recovery', '恢复'],
    ['OK', 'INSUFFICIENT_DATA', 'recovery', '正常'],
    ['INSUFFICIENT_DATA', 'OK', 'info', '数据不足'],
    ['SLEEPING', 'OK', 'info', 'SLEEPING'],
  ])('%s from %s is %s: %s', async (state, old, severity, status) => {
    expect(await snsAlarm({ NewStateValue: state, OldStateValue: old })).toMatchObject({ severity, status });
  });

  test('a contributor is in ALARM or OK only: its OK is a recovery although no road but SNS tells where from', async () => {
    expect(await renderedOf(sampleOf('cloudwatch-eventbridge', 'contributor-ok'))).toMatchObject({
      severity: 'recovery',
      status: '恢复',
    });
  });
});

describe('cloudwatch-alarm: how long it lasted', () => {
  const lastedOf = ({ fields, lacksDuration }: RenderedContent) => [
    fields.find(({ label }) => label === '持续')?.value,
    lacksDuration,
  ];
  /** The recovery of the sample, by EventBridge, with parts of its detail changed. */
  const recoveryOf = async (changed: JsonObject) => {
    const event = objectAt({ event: sampleOf('cloudwatch-eventbridge', 'metric-ok') }, 'event');
    return renderedOf({ ...event, detail: { ...objectAt(event, 'detail'), ...changed } });
  };
  const previous = (over: JsonObject) => ({
    previousState: { value: 'ALARM', timestamp: '2026-11-22T12:03:37.490+0000', ...over },
  });

  test.each([
    ['cloudwatch-eventbridge', '16 分钟', undefined],
    ['cloudwatch-action', '16 分钟', undefined],
    ['cloudwatch-sns', undefined, true],
  ])('by %s: %s from the event, and its history is wanted if not: %s', async (road, value, isLacking) => {
    expect(lastedOf(await renderedOf(sampleOf(road, 'metric-ok')))).toEqual([value, isLacking]);
  });

  test.each([
    ['missing data came before it', previous({ value: 'INSUFFICIENT_DATA' })],
    ['the state before has no time', previous({ timestamp: undefined })],
    ['the state before began later', previous({ timestamp: '2026-11-22T13:00:00.000+0000' })],
    [
      'another alarm may silence it, whose end is a state of its own',
      { ...previous({}), configuration: { alarmRule: 'ALARM(a)', actionsSuppressor: 'deployment' } },
    ],
  ])('the event is not believed if %s', async (_why, changed) => {
    expect(lastedOf(await recoveryOf(changed))).toEqual([undefined, true]);
  });

  test('below a minute it has seconds, and above it none', async () => {
    const timestamp = (time: string) => previous({ timestamp: time });
    expect(lastedOf(await recoveryOf(timestamp('2026-11-22T12:18:57.502+0000')))[0]).toBe('40 秒');
    expect(lastedOf(await recoveryOf(timestamp('2026-11-22T09:04:11.000+0000')))[0]).toBe('3 小时 15 分钟');
  });

  test('of a contributor its own history is wanted, if it has a name of its own', async () => {
    const event = objectAt({ event: sampleOf('cloudwatch-eventbridge', 'contributor-ok') }, 'event');
    const contributorId = textAt(event, 'detail', 'alarmContributor', 'id');
    expect(lastedOf(await renderedOf(event))).toEqual([undefined, { contributorId }]);
    const alarmContributor = { attributes: { host: 'web-1' } };
    const nameless = { ...event, detail: { ...objectAt(event, 'detail'), alarmContributor } };
    expect(lastedOf(await renderedOf(nameless))).toEqual([undefined, undefined]);
  });

  test('an ALARM, missing data and an OK after an OK have none', async () => {
    for (const name of ['metric-alarm', 'metric-insufficient-data'])
      expect(lastedOf(await renderedOf(sampleOf('cloudwatch-eventbridge', name)))).toEqual([undefined, undefined]);
    expect(lastedOf(await recoveryOf(previous({ value: 'OK' })))).toEqual([undefined, undefined]);
  });
});

describe('cloudwatch-alarm', () => {
  test.each([
    ['cloudwatch-sns', 'metric-ok'],
    ['cloudwatch-eventbridge', 'composite-ok'],
    ['cloudwatch-eventbridge', 'contributor-ok'],
    ['cloudwatch-action', 'metric-ok'],
  ])('cloudwatch-alarm: an OK knows the state that it came after, for the rules: %s, %s', async (folder, name) => {
    const { origin } = await renderedOf(sampleOf(folder, name));
    expect(origin.facts?.previousState).toBe('ALARM');
  });

  test('the thing is the alarm, or the contributor whose state changes on its own, the same in each of its states', async () => {
    const thingOf = async (folder: string, file: string) => (await renderedOf(sampleOf(folder, file))).thing;
    expect(await thingOf('cloudwatch-sns', 'metric-alarm')).toBe(await thingOf('cloudwatch-sns', 'metric-ok'));
    const event = sampleOf('cloudwatch-eventbridge', 'contributor-ok');
    const contributorThing = async (alarmContributor: unknown): Promise<string | undefined> =>
      (
        await renderedOf({
          ...objectAt({ event }, 'event'),
          detail: { ...objectAt(event, 'detail'), alarmContributor },
        })
      ).thing;
    const things = await Promise.all([{ id: 'a' }, { id: 'b' }, { attributes: { host: 'c' } }].map(contributorThing));
    expect(new Set(things).size).toBe(3);
    expect(things).not.toContain(undefined);
    expect(await contributorThing(undefined)).toBeUndefined();
  });

  test('the id is made of ARN, state, milliseconds and contributor', async () => {
    expect((await renderedOf(sampleOf('cloudwatch-action', 'contributor-alarm'))).id).toBe(
      'alarm:arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:dynamodb-throttled-writes:ALARM:1795339324919:6d442278dba546f6',
    );
  });

  test.each([
    ['by its attributes', { attributes: { TableName: 'orders' } }, { attributes: { TableName: 'payments' } }],
    ['by the event', {}, undefined],
  ])('a contributor without an id is told from its siblings %s', async (_, one, other) => {
    const event = sampleOf('cloudwatch-eventbridge', 'contributor-ok');
    const idOf = async (contributor: unknown, id: string): Promise<string> => {
      const detail = { ...objectAt(event, 'detail'), alarmContributor: contributor };
      return (await renderedOf({ ...objectAt({ event }, 'event'), id, detail })).id;
    };
    const [first, second] = [await idOf(one, 'a'), await idOf(other, 'b')];
    expect(first).not.toBe(second);
    expect(await idOf(one, 'a')).toBe(first);
  });

  test("an alarm without an ARN keeps the road's id, account and region", async () => {
    const content = await snsAlarm({ AlarmArn: null, AWSAccountId: '735598076380' });
    expect(content).toMatchObject({ id: 'sns:1', where: '735598076380 eu-west-1' });
  });

  test('placeholders in an ARN are no account and no region', async () => {
    const content = await snsAlarm({ AlarmArn: 'arn:aws:cloudwatch:REGION:ACCOUNT_NUMBER:alarm:EXAMPLE' });
    expect(content.where).toBe('生产 eu-west-1');
  });

  test('the link is of the partition of the ARN', async () => {
    const link = async (arn: string) => (await snsAlarm({ AlarmArn: arn })).link;
    expect(await link('arn:aws-us-gov:cloudwatch:us-gov-west-1:111122223333:alarm:x')).toMatch(
      /^https:\/\/us-gov-west-1\.console\.amazonaws-us-gov\.com\//,
    );
    expect(await link('arn:aws-cn:cloudwatch:cn-north-1:111122223333:alarm:x')).toMatch(
      /^https:\/\/cn-north-1\.console\.amazonaws\.cn\//,
    );
  });

  test('a name too long for a link leads to the list of alarms', async () => {
    const { link } = await snsAlarm({ AlarmName: '警'.repeat(255) });
    expect(link).toBe('https://ap-southeast-1.console.aws.amazon.com/cloudwatch/home?region=ap-southeast-1#alarmsV2:');
  });

  test("a person's own reason is shown as details, before the description", async () => {
    const content = await snsAlarm({ NewStateReason: 'testing the on-call rota', AlarmDescription: '说明' });
    expect(content.details).toBe('testing the on-call rota\n说明');
  });

  test('a value and a threshold that look alike get more digits', async () => {
    const content = await snsAlarm({
      NewStateReason:
        'Threshold Crossed: 1 datapoint [10.00004 (22/11/26 12:00:00)] was greater than the threshold (10.0).',
    });
    expect(content.fields).toContainEqual({ label: '当前值', value: '10.00004' });
  });

  test('a percentile is read where SNS writes it', async () => {
    const trigger = { MetricName: 'Latency', Namespace: 'AWS/ApiGateway', ExtendedStatistic: 'p99', Period: 60 };
    const { fields } = await snsAlarm({ Trigger: trigger, NewStateReason: '' });
    expect(fields[0]).toEqual({ label: '指标', value: 'Latency（ApiGateway，p99，1 分钟）' });
  });

  test('more than three dimensions share a line', async () => {
    const dimensions = ['d', 'c', 'b', 'a'].map((name) => ({ name, value: `${name}1` }));
    const { fields } = await snsAlarm({ Trigger: { MetricName: 'M', Namespace: 'N', Dimensions: dimensions } });
    expect(fields).toContainEqual({ label: '资源', value: 'a=a1、b=b1、c=c1、d=d1' });
  });

  test("children are named by the reason's words where nothing lists them", async () => {
    const child = 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:orders db cpu';
    const { fields, details } = await snsAlarm({
      Trigger: null,
      AlarmDescription: null,
      AlarmRule: 'ALARM("orders db cpu")',
      NewStateReason: `${child} transitioned to ALARM at Sunday 22 November, 2026 12:04:41 UTC`,
    });
    expect(fields[0]).toEqual({ label: '子告警', value: 'orders db cpu' });
    expect(details).toBeUndefined();
  });

  test.each([
    ['muted', 'the alarm is muted by nightly-release'],
    ['suppressed', "the alarm's actions are suppressed by Alarm"],
  ])('%s by EventBridge: not shown, and why', async (name, skipped) => {
    expect(await contentsOf(sampleOf('cloudwatch-eventbridge', name))).toEqual([
      expect.objectContaining({ renderer: 'cloudwatch-alarm', skipped }),
    ]);
  });
});

describe('cloudwatch-alarm-configuration', () => {
  test('an update tells what was changed', async () => {
    const { status, fields } = await renderedOf(sampleOf('cloudwatch-eventbridge', 'configuration-updated'));
    expect(status).toBe('已更新');
    expect(fields).toContainEqual({ label: '阈值', value: '10 → 20' });
  });

  test("a deleted alarm's page is gone: the link leads to the list", async () => {
    const { status, link } = await renderedOf(sampleOf('cloudwatch-eventbridge', 'configuration-deleted'));
    expect(status).toBe('已删除');
    expect(link).toMatch(/#alarmsV2:$/);
  });
});

test('cloudwatch-alarm: what is to be done about it is not told once it is over', async () => {
  expect((await snsAlarm({ NewStateValue: 'ALARM', AlarmDescription: '先看发布' })).details).toContain('先看发布');
  expect((await snsAlarm({ NewStateValue: 'OK', AlarmDescription: '先看发布' })).details ?? '').not.toContain(
    '先看发布',
  );
});
