import { describe, expect, test } from 'vitest';
import type { ServiceEvent } from '../../../src/aws/service-event.js';
import type { JsonObject } from '../../../src/base/json.js';
import type { RenderedContent } from '../../../src/domain/content.js';
import { generic } from '../../../src/renderers/generic/generic.js';
import { renderWith } from '../../../src/renderers/generic/render-with.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import type { Language } from '../../../src/text/words.js';
import { sampleContext } from '../../support/render-sample.js';
import { rowsOf } from '../../support/rows-of.js';

function shown(detail: JsonObject, event: Partial<ServiceEvent> = {}, language: Language = 'zh-CN'): RenderedContent {
  const base = {
    ...emptyEvent('eventbridge', 'eb:1', Date.UTC(2026, 10, 22, 4)),
    source: 'com.example.orders',
    region: 'cn-north-1',
  };
  const content = renderWith(
    generic,
    { ...base, detailType: 'Order Event', ...event, detail },
    sampleContext(language),
  );
  if ('skipped' in content) throw new Error('Cannot expect generic to skip an event');
  return content;
}

const values = (content: RenderedContent) => content.fields.map(({ label, value }) => `${label}：${value}`);

describe('generic: what it says first', () => {
  test.each([
    [{ status: 'FAILED' }, 'Glue Crawler State Change', 'error', '失败', 'Glue Crawler'],
    [{ jobStatus: 'COMPLETED' }, 'Import Job State Change', 'recovery', '成功', 'Import Job'],
    [{}, 'EC2 Instance State-change Notification', 'info', '通知', 'EC2 Instance State-change Notification'],
    [{}, 'PaymentFailed', 'error', '失败', 'Payment Failed'],
    [
      { eventName: 'SERVICE_DEPLOYMENT_FAILED' },
      'ECS Service Action',
      'error',
      '失败',
      'ECS Service Action SERVICE_DEPLOYMENT_FAILED',
    ],
    [{ severity: 'CRITICAL', status: 'ACTIVE' }, 'Finding', 'critical', '紧急', 'Finding'],
    [{ severity: 'HIGH', status: 'RESOLVED' }, 'Finding', 'recovery', '恢复', 'Finding'],
    [
      { title: '[Triggered] CPU high', alert_type: 'error' },
      'Monitor',
      'error',
      '告警',
      'Monitor [Triggered] CPU high',
    ],
    [{ status: 'ALERT' }, 'Host', 'error', '告警', 'Host'],
    [{ lifecycle: 'FAILED' }, 'File System', 'error', '失败', 'File System'],
    [{ insightSeverity: 'high' }, 'Insight', 'error', '错误', 'Insight'],
    [{ changeType: 'VPN-BGP-DOWN' }, 'Network Manager Status Update', 'error', '失败', 'Network Manager Status Update'],
    [
      { currentTransitGatewayAttachmentStatus: 'FAILED' },
      'Attachment Status Changed',
      'error',
      '失败',
      'Attachment Status Changed',
    ],
    [{ level: 'warn' }, '', 'warning', '警告', 'com.example.orders'],
  ])('%j of %j is %s: %s | %s', (detail, detailType, severity, status, title) => {
    expect(shown(detail, { detailType })).toMatchObject({ severity, status, title });
  });

  test("the title ends with the resource's name, or else with a name in the event", () => {
    const resources = ['arn:aws:glue:cn-north-1:111122223333:crawler/orders'];
    expect(shown({ name: 'x' }, { detailType: 'Crawler', resources }).title).toBe('Crawler orders');
    expect(shown({ customer: { name: 'x' }, orderId: 'SO-1' }).title).toBe('Order Event SO-1');
    expect(shown({ customer: { name: 'x' }, orderId: 'SO-1', orderName: 'y' }).title).toBe('Order Event y');
    expect(shown({ customer: { name: 'x' } }).title).toBe('Order Event x');
  });

  test('an SNS subject or the topic stands in where there is no detail-type', () => {
    const topicArn = 'arn:aws:sns:cn-north-1:111122223333:ops';
    expect(shown({ a: 1 }, { detailType: '', topicArn, subject: '库存不足' }).title).toBe('库存不足');
    expect(shown({ a: 1 }, { detailType: '', topicArn }).title).toBe('ops');
  });
});

describe('generic: its lines', () => {
  test('values are written as their keys say, times local, ARNs by name', () => {
    const detail = {
      startTime: '2026-11-22T03:00:00Z',
      endTime: 1795320000,
      durationSeconds: 754,
      sizeInBytes: 1610612736,
      amount: 1286400,
      orderId: 20261102,
      roleArn: 'arn:aws:iam::111122223333:role/importer',
      retried: true,
    };
    expect(values(shown(detail))).toEqual([
      '金额：1,286,400',
      '开始时间：2026-11-22 11:00:00',
      '用时：12 分钟 34 秒',
      '大小：1.5 GB',
      'Role：importer',
      'Retried：是',
      '服务：com.example.orders',
      '时间：2026-11-22 12:00:00',
    ]);
  });

  test('nothing that only a program reads: random ids, signatures, JSON, secrets, the envelope again', () => {
    const detail = {
      requestId: '7bf73129-1428-4cd3-a780-95db273d1602',
      uuid: '7bf73129-1428-4cd3-a780-95db273d1602',
      commitDigest: 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
      payload: '{"a":',
      password: 'hunter2',
      apiToken: 'abc',
      version: '1',
      region: 'cn-north-1',
      note: 'null',
      empty: ' ',
      nothing: null,
      stage: 'prod',
    };
    expect(values(shown(detail, { source: 'aws.example' }))).toEqual(['阶段：prod', '时间：2026-11-22 12:00:00']);
  });

  test('the longest sentence becomes the details, its times local and its ARNs names', () => {
    const { details } = shown({
      error: 'Denied',
      message: 'arn:aws:iam::111122223333:role/importer was denied at 2026-11-22T04:00:00Z.',
    });
    expect(details).toBe('importer was denied at 2026-11-22 12:00:00.');
  });

  test('lists of words are one line, of objects a line each; deeper than four levels is left out', () => {
    const detail = { tags: ['a', 'b'], items: [{ sku: 'S1' }, { sku: 'S2' }], a: { b: { c: { d: { e: 'deep' } } } } };
    expect(values(shown(detail))[0]).toBe('标签：a, b');
    expect(rowsOf(shown(detail))).toEqual(['Items（2 项）：', '· S1', '· S2']);
    expect(JSON.stringify(shown(detail))).not.toContain('deep');
  });

  test('keys are words in both languages', () => {
    expect(values(shown({ 'source-ip-address': '198.51.100.7', HTTPCode: 'E1' }, {}, 'en')).slice(0, 2)).toEqual([
      'Source IP：198.51.100.7',
      'Http code：E1',
    ]);
  });

  test('100,000 keys and deep nesting take time that grows with them: with their square, it would exceed the time limit', () => {
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]));
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    expect(shown({ wide, deep }).fields.length).toBeGreaterThan(0);
  });
});

describe('generic: the link', () => {
  test.each([
    [
      'arn:aws-cn:lambda:cn-north-1:111122223333:function:pay:live',
      /cn-north-1\.console\.amazonaws\.cn\/lambda.*functions\/pay$/,
    ],
    ['arn:aws:s3:::orders', undefined],
    ['arn:aws:unknown:cn-north-1:111122223333:thing/x', undefined],
  ])('%s', (resource, link) => {
    const found = shown({}, { resources: [resource] }).link;
    if (link === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(link);
  });

  test("an HTTPS link of the event's own", () => {
    expect(shown({ url: 'https://ci.example.com/1' }).link).toBe('https://ci.example.com/1');
    expect(shown({ url: 'javascript:alert(1)' }).link).toBeUndefined();
  });
});

describe('generic: the news before the ids', () => {
  test('wrappings are removed, a reference is its name, random ids are no lines', () => {
    const detail = {
      event: {
        id: '01CH754SM17TWPE2V2H4VPBRO8',
        event_type: 'ticket.escalated',
        data: {
          id: 'PGR0VU2',
          title: 'Slow checkout',
          service: { id: 'PF9KMXH', summary: 'Checkout API', type: 'service_reference' },
          assignees: [{ id: 'PTUXL6G', summary: 'Wang Fang' }],
        },
      },
    };
    const content = shown(detail, { detailType: 'ticket.escalated' });
    expect(content.title).toBe('ticket.escalated Slow checkout');
    expect(values(content).slice(0, 2)).toEqual(['服务：Checkout API', 'Assignees：Wang Fang']);
    expect(JSON.stringify(content)).not.toMatch(/PGR0VU2|PF9KMXH|PTUXL6G|01CH754/);
  });

  test('an amount comes first, with its currency', () => {
    expect(values(shown({ note: 'x', total_price: '150.00', currency: 'CNY' }))[0]).toBe('Total price：150 CNY');
    const invoice = { object: 'invoice', amount_due: 129900, currency: 'usd' };
    expect(values(shown({ data: { object: invoice } }))[0]).toBe('Amount due：1,299 USD');
  });

  test('milliseconds since 1970 are a time under any key, the year 1 is none', () => {
    const detail = { reported: 1795372260000, ends: '0001-01-01T00:00:00Z' };
    expect(values(shown(detail))[0]).toBe('Reported：2026-11-23 02:31:00');
    expect(JSON.stringify(shown(detail))).not.toMatch(/0001|2001/);
  });

  test('tokens, signed addresses and mobiles are masked', () => {
    const detail = {
      contact: '李雷 13800138000',
      phone: 13800138000,
      auth: 'Bearer abcdefghijklmnop1234',
      download_url: 'https://files.example.com/a.csv?X-Amz-Signature=0123456789abcdef',
      message: 'see https://files.example.com/a.csv?token=abcdef0123456789',
    };
    const text = JSON.stringify(shown(detail));
    expect(text).not.toMatch(/13800138000|abcdefghijklmnop|0123456789abcdef|abcdef0123456789/);
    expect(text).toContain('138****8000');
  });

  test('a page for people comes before the address of an API', () => {
    const detail = { url: 'https://api.example.com/runs/1', html_url: 'https://example.com/runs/1' };
    expect(shown(detail).link).toBe('https://example.com/runs/1');
  });

  test('a list has a count, five lines and the number of all; the worst gives the severity', () => {
    const files = Array.from({ length: 7 }, (_, index) => ({
      name: `f${index}.csv`,
      status: index === 6 ? 'failed' : 'ok',
    }));
    const content = shown({ files }, { detailType: 'Import' });
    expect(content.severity).toBe('error');
    expect(rowsOf(content)).toHaveLength(7);
    expect(rowsOf(content)[0]).toBe('Files（7 项）：');
    expect(rowsOf(content)[6]).toMatch(/等 7 项$/);
    expect(content.title).toBe('Import');
  });

  test('a severity that is not understood stays visible, one that is understood is the status', () => {
    expect(values(shown({ severity: 'purple' }))[0]).toBe('严重程度：purple');
    expect(shown({ severity: 'HIGH' })).toMatchObject({ status: '错误', severity: 'error' });
  });
});

describe('generic: the body of another tool', () => {
  const posted = { sourceName: 'http', source: '', detailType: '', region: '' } as const;

  test('it is named by what it is about, not as an event, and has no time but its own', () => {
    const content = shown({ title: '签到成功', started_at: '20261122T080000+0800' }, posted);
    expect(content.title).toBe('签到成功');
    expect(values(content).join()).toContain('2026-11-22 08:00:00');
    expect(values(content)).toHaveLength(1);
  });

  test.each<[string, JsonObject, string]>([
    [
      'its title, whatever comes before',
      { problem_id: 'P-241129', ProblemTitle: 'Failure rate increase' },
      'Failure rate increase',
    ],
    [
      'an alert before its place',
      { cluster_name: 'prod', alert_name: 'node-not-ready', node_name: 'w-7' },
      'node-not-ready',
    ],
    ['a name in several words before a number', { monitorID: '777712827', monitorFriendlyName: '首页' }, '首页'],
    ['what was run before its host', { host: 'db-2', command: '/opt/backup.sh' }, '/opt/backup.sh'],
    ['the thing before the number of a notification', { notificationId: 3, suite: 'e2e' }, 'e2e'],
    [
      'its build, with what was built',
      { task: { pipelineName: '支付发布', buildNumber: 31, statusName: '运行失败' } },
      '支付发布 #31',
    ],
    [
      'what has attributes',
      { data: { id: '25', type: 'incident', attributes: { name: 'www.example.com' } } },
      'www.example.com',
    ],
    ['a group by its name, not by its id', { group_id: 'I9X', group: { title: 'CPU high' } }, 'CPU high'],
    ['the rule, not the path of a program', { alertId: `/subscriptions/${'1'.repeat(60)}/x`, alertRule: 'CPU' }, 'CPU'],
    ['what is behind a team it is shared by', { biz_name: '商城', strategy: { name: 'CPU 使用率' } }, 'CPU 使用率'],
    [
      'a short sentence, if nothing has a name',
      { action: 'Create', message: 'replication broken', tinyId: '17' },
      'replication broken',
    ],
    ['a cluster, if there is no other name', { cluster_name: 'logs', status: 'red' }, 'logs'],
  ])('its name is %s', (_, detail, title) => {
    const content = shown(detail, posted);
    expect(content.title).toBe(title);
    expect(content.details).not.toBe(title);
  });

  test('parts that are as bad as the whole are named', () => {
    const components = { db: { status: 'UP' }, redis: { status: 'DOWN' } };
    expect(values(shown({ status: 'DOWN', components }, posted))).toEqual(['Redis status：DOWN']);
  });

  test('two values of one name are told apart by what they belong to', () => {
    const body = { name: 'web', first_probe: { ip: '198.51.100.1' }, second_probe: { ip: '198.51.100.2' } };
    expect(values(shown(body, posted))).toEqual(['First probe ip：198.51.100.1', 'Second probe ip：198.51.100.2']);
  });

  test('a number is no sentence, a time of 0 has not come, and nanoseconds are a time', () => {
    const body = {
      name: 'backup',
      vms_warning: 0,
      started: 1_764_440_000,
      resolve_time: 0,
      updatedAt: 1_764_440_100e9,
    };
    const content = shown(body, posted);
    expect(content.details).toBeUndefined();
    expect(values(content)).toEqual([
      'Vms warning：0',
      'Started：2025-11-30 02:13:20',
      '更新时间：2025-11-30 02:15:00',
    ]);
  });

  test('marks of a quotation in a text are not quoted again', () => {
    expect(shown({ name: 'web', message: '> 主机：web-1\n> 当前值：97.1%' }, posted).details).toBe(
      '主机：web-1 当前值：97.1%',
    );
  });

  test.each<[string, JsonObject, string]>([
    ['a page within the company', { rule_url: 'http://grafana.internal/r/1' }, 'http://grafana.internal/r/1'],
    ['a page before a picture', { image: 'https://x/a.png', ruleUrl: 'https://x/r' }, 'https://x/r'],
    [
      'the page of the thing before that of its project',
      { project: { web_url: 'https://git/p' }, object_attributes: { url: 'https://git/p/-/pipelines/31' } },
      'https://git/p/-/pipelines/31',
    ],
    [
      'an address under any key',
      { compare: 'https://git/a...b', repository: { html_url: 'https://git/a' } },
      'https://git/a...b',
    ],
    [
      'a page of the thing before the server',
      { serverUrl: 'https://s', branch: { url: 'https://s/b' } },
      'https://s/b',
    ],
    [
      'a page before a repository to clone',
      { git_http_url: 'https://git/a.git', homepage: 'https://git/a' },
      'https://git/a',
    ],
  ])('its link is %s', (_, detail, link) => {
    expect(shown(detail, posted).link).toBe(link);
  });

  test('a thing of Kubernetes is named within its kind', () => {
    const involvedObject = { kind: 'Pod', namespace: 'pay', name: 'pay-api-1' };
    expect(JSON.stringify(shown({ reason: 'BackOff', involvedObject }, posted))).toContain('Pod pay-api-1');
  });

  test.each([
    'unsubscribe_url',
    'subscribe_url',
    'unsubscribe',
    'callback_url',
    'signing_cert_url',
    'documentation',
    'image_url',
  ])('an address that acts, or is for programs, is neither link nor line: %s', (key) => {
    const content = shown({ name: 'web', [key]: 'https://example.com/x' }, posted);
    expect(content.link).toBeUndefined();
    expect(values(content)).toEqual([]);
  });

  test('a list of objects in a text is a list', () => {
    const content = shown(
      { msg: '[{"taskName":"load","state":"FAILURE"},{"taskName":"clean","state":"SUCCESS"}]' },
      posted,
    );
    expect(rowsOf(content).slice(1)).toEqual(['🔴 load，FAILURE', '🟢 clean，SUCCESS']);
  });

  test('an element without a name is told by its message before its numbers, and without ids', () => {
    const content = shown(
      { commits: [{ distinct: true, treeId: 7, size: 3, id0: 'Zx1', message: 'Round amounts' }] },
      posted,
    );
    expect(rowsOf(content).at(-1)).toBe('· Round amounts，3');
  });

  test('counts by severity are one value, in a list too', () => {
    const summary = { total: 12, summary: { Critical: 2, High: 4 } };
    expect(JSON.stringify(shown({ scan: summary }, posted))).toContain('Critical 2, High 4');
    expect(rowsOf(shown({ resources: [{ tag: 'v1.2', scan: summary }] }, posted)).join()).toContain(
      'Critical 2, High 4',
    );
  });

  test('the place and what was measured come before other fields, numbers for programs last', () => {
    const body = {
      name: 'cpu',
      rule_id: 218,
      cluster: 'prod',
      prom_ql: 'x > 1',
      info: { target_ident: 'web-1', trigger_value: '96.3' },
    };
    expect(values(shown(body, posted)).map((line) => line.split('：')[1])).toEqual([
      'web-1',
      '96.3',
      'prod',
      'x > 1',
      '218',
    ]);
  });

  test.each([
    [
      'as written if it would be later than its event in UTC',
      'firstOccurTime',
      '2026-11-22 11:45:00',
      '2026-11-22 11:45:00',
    ],
    ['as UTC if it can be that', 'firstOccurTime', '2026-11-22 03:45:00', '2026-11-22 11:45:00'],
    ['as UTC if it says so', 'firstOccurTime', '2026-11-22T05:00:00Z', '2026-11-22 13:00:00'],
    ['as UTC if it is still to come', 'expires_at', '2026-11-22 05:00:00', '2026-11-22 13:00:00'],
    ["as UTC if it is later in the reader's zone, too", 'firstOccurTime', '2026-11-22 20:00:00', '2026-11-23 04:00:00'],
  ])('a time without a zone is read %s', (_, key, written, read) => {
    expect(values(shown({ [key]: written }, posted)).join()).toContain(read);
  });

  test('a flag that decided is no line, the threshold is one', () => {
    const body = { name: 'cpu', alarmStatus: '1', region: 'gz', calcValue: '90', periods: '1' };
    expect(values(shown(body, posted)).map((line) => line.split('：')[1])).toEqual(['90', '1']);
    expect(shown(body, posted).severity).toBe('error');
  });

  test('the type of a CloudEvent is told', () => {
    const body = { specversion: '1.0', type: 'harbor.artifact.pushed', source: '/p/1', data: { operator: 'li.wen' } };
    expect(values(shown(body, posted)).join()).toContain('harbor.artifact.pushed');
  });
});
