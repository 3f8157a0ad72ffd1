import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../../support/lambda-events.js';
import { contentsOf, renderedOf } from '../../../support/render-sample.js';

const ARN = 'arn:aws-cn:health:cn-north-1::event/EC2/AWS_EC2_OPERATIONAL_ISSUE/AWS_EC2_OPERATIONAL_ISSUE_1';

function healthEvent(detail: Readonly<Record<string, unknown>>, detailType = 'AWS Health Event') {
  const base = {
    eventArn: ARN,
    service: 'EC2',
    eventTypeCode: 'AWS_EC2_OPERATIONAL_ISSUE',
    eventTypeCategory: 'issue',
  };
  return eventBridgeEvent(detailType, { ...base, ...detail }, { source: 'aws.health' });
}

describe('health: what it says first', () => {
  test.each([
    [{}, 'error 服务故障 | AWS Health EC2 运行故障'],
    [{ statusCode: 'closed' }, 'recovery 恢复 | AWS Health EC2 运行故障'],
    [{ eventTypeCategory: 'investigation' }, 'warning 调查中 | AWS Health EC2 运行故障'],
    [{ eventTypeCategory: 'scheduledChange', statusCode: 'upcoming' }, 'warning 计划变更 | AWS Health EC2 运行故障'],
    [{ eventTypeCategory: 'scheduledChange', statusCode: 'closed' }, 'info 已完成 | AWS Health EC2 运行故障'],
    [{ eventTypeCategory: 'accountNotification' }, 'info 账户通知 | AWS Health EC2 运行故障'],
    [
      { eventTypeCategory: 'accountNotification', actionability: 'ACTION_REQUIRED' },
      'warning 账户通知 | AWS Health EC2 运行故障',
    ],
    [{ service: 'RISK', eventTypeCode: 'AWS_RISK_CREDENTIALS_EXPOSED' }, 'critical 安全风险 | AWS Health 访问密钥泄露'],
    [
      { eventTypeCode: 'AWS_EC2_DEDICATED_HOST_NETWORK_MAINTENANCE_SCHEDULED' },
      'error 服务故障 | AWS Health EC2 dedicated host network maintenance scheduled',
    ],
  ])('%j', async (detail, line) => {
    expect(firstLine(await renderedOf(healthEvent(detail)))).toBe(line);
  });

  test('an abuse event needs somebody, whatever its category', async () => {
    const content = await renderedOf(
      healthEvent({ eventTypeCategory: 'accountNotification' }, 'AWS Health Abuse Event'),
    );
    expect(firstLine(content)).toBe('error 滥用举报 | AWS Health EC2 运行故障');
  });
});

describe('health: whom and what it is about', () => {
  test('the affected account and region stand in the first line, not those that were told', async () => {
    const content = await renderedOf(healthEvent({ affectedAccount: '444455556666', eventRegion: 'cn-northwest-1' }));
    expect(content.where).toBe('444455556666 cn-northwest-1');
  });

  test('entities are named by their tag and without ARN; those that name no resource are left out', async () => {
    const entities = ['arn:aws-cn:rds:cn-north-1:111122223333:db:orders', 'AWS_ACCOUNT', 'UNKNOWN'];
    const affectedEntities = [
      ...entities.map((entityValue) => ({ entityValue })),
      { entityValue: 'i-1', tags: { Name: '支付' } },
    ];
    expect(lineOf(await renderedOf(healthEvent({ affectedEntities })), '资源')).toBe('orders、i-1（支付）');
  });

  test('of several languages the deployment’s is shown, without the greeting', async () => {
    const eventDescription = [
      { language: 'en_US', latestDescription: 'Hello,\n\nSomething broke.' },
      { language: 'zh_CN', latestDescription: '您好，\\n\\n出了故障。' },
    ];
    expect((await renderedOf(healthEvent({ eventDescription }))).details).toBe('出了故障。');
    expect((await renderedOf(healthEvent({ eventDescription }), 'en')).details).toBe('Something broke.');
  });
});

test('health: an application’s own health event is not AWS’s', async () => {
  const event = eventBridgeEvent('Device Health Event', { status: 'degraded' }, { source: 'com.example.devices' });
  expect((await renderedOf(event)).renderer).not.toBe('health');
});

describe('health: repeats', () => {
  test('the id is the communication’s, so that two regions’ copies are one message and two pages are two', async () => {
    const idOf = async (detail: object) => (await renderedOf(healthEvent({ communicationId: 'c1', ...detail }))).id;
    expect(await idOf({ affectedAccount: '444455556666', page: '2' })).toBe('health:c1:444455556666:2');
    expect(await idOf({})).toBe('health:c1:111122223333:1');
  });

  test.each(['true', true])('the backup region’s copy (%j) is not shown', async (backupEvent) => {
    expect(await contentsOf(healthEvent({ backupEvent }))).toEqual([
      expect.objectContaining({ skipped: "AWS Health's copy for its backup region" }),
    ]);
  });
});

test('health: the link opens the event in the partition of its ARN', async () => {
  const linkOf = async (eventArn: string) => (await renderedOf(healthEvent({ eventArn }))).link;
  expect(await linkOf(ARN)).toBe(
    `https://console.amazonaws.cn/health/home#/account/event-log?eventID=${encodeURIComponent(ARN)}`,
  );
  expect(await linkOf(ARN.replace('aws-cn', 'aws'))).toMatch(/^https:\/\/health\.aws\.amazon\.com\//);
});

test('health: the description does not repeat the account', async () => {
  const latestDescription = 'Your instance (AWS Account ID: 111122223333) in cn-north-1 retires.';
  const content = await renderedOf(healthEvent({ eventDescription: [{ language: 'en_US', latestDescription }] }));
  expect(content.details).toBe('Your instance in cn-north-1 retires.');
});

test.each([
  ['Between 02:40 and 03:25 UTC, some instances had errors.', 'Between 10:40 and 11:25, some instances had errors.'],
  ['[9:05 AM PST] We are investigating.', '[01:05] We are investigating.'],
  ['From 11:30 AM to 12:15 PM PDT', 'From 02:30 to 03:15'],
  ['From 11:30 to 12:15 PM PDT', 'From 11:30 to 12:15 PM PDT'],
  ['On November 21, between 6:40 PM and 8:00 PM PST', 'On November 21, between 6:40 PM and 8:00 PM PST'],
  ['Port 10:20 is closed, ratio 3:1.', 'Port 10:20 is closed, ratio 3:1.'],
  ['at 99:99 UTC', 'at 99:99 UTC'],
])('health: times of day are local, where no day is named: %s', async (latestDescription, details) => {
  const detail = {
    startTime: 'Sat, 21 Nov 2026 16:40:00 GMT',
    eventDescription: [{ language: 'en_US', latestDescription }],
  };
  expect((await renderedOf(healthEvent(detail))).details).toBe(details);
});

test('health: a start that no Date can hold leaves the event its own renderer', async () => {
  const eventDescription = [{ language: 'en_US', latestDescription: 'Since 02:40 UTC, some instances had errors.' }];
  const content = await renderedOf(healthEvent({ startTime: 9e15, eventDescription }));
  expect(content.renderer).toBe('health');
  expect(content.details).toContain('10:40');
});

test('health: without our language, English comes before any other', async () => {
  const of = (...languages: readonly string[]) =>
    languages.map((language) => ({ language, latestDescription: `in ${language}` }));
  expect((await renderedOf(healthEvent({ eventDescription: of('ja_JP', 'en_US') }))).details).toBe('in en_US');
  expect((await renderedOf(healthEvent({ eventDescription: of('ja_JP') }))).details).toBe('in ja_JP');
});

test.each([
  [{ eventTypeCategory: 'issue', statusCode: 'open' }, 'recovery 恢复', '[RESOLVED] API errors. Resolved at 10:00.'],
  [{ service: 'RISK', eventTypeCategory: 'accountNotification', statusCode: 'closed' }, 'recovery 已解决', 'x'],
  [{ service: 'ABUSE', eventTypeCategory: 'issue', statusCode: 'closed' }, 'recovery 已解决', 'x'],
  [{ eventTypeCategory: 'accountNotification', statusCode: 'closed' }, 'info 已关闭', 'x'],
])('health: resolved is told as resolved: %j', async (detail, line, latestDescription) => {
  const content = await renderedOf(
    healthEvent({ ...detail, eventDescription: [{ language: 'en_US', latestDescription }] }),
  );
  expect(firstLine(content).startsWith(line)).toBe(true);
});

test('health: what belongs to no region is called so, and keeps its region for routes', async () => {
  const content = await renderedOf(eventBridgeEvent('AWS Health Event', { eventRegion: 'global' }));
  expect([content.where.split(' ').at(-1), content.origin.region]).toEqual(['全球', 'global']);
});
