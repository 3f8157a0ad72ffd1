import { describe, expect, it } from 'vitest';
import type { RenderedContent } from '../../../src/domain/content.js';
import type { Skipped } from '../../../src/domain/notification.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { NOW, readContext } from '../../support/read-context.js';

async function read(detail: Record<string, unknown>): Promise<RenderedContent | Skipped> {
  const event = { ...emptyEvent('http', 'http:1', NOW), detail, text: JSON.stringify(detail) };
  return (await readContext().interpret(event)) as RenderedContent | Skipped;
}

const ZABBIX = { event_source: '0', event_value: '1', event_nseverity: '4', event_name: 'No ping', host_name: 'db-1' };
const EVENT = { rule_id: 1, rule_name: 'CPU', is_recovered: false, hash: '7d3a' };
const BEAT = { monitorID: 29, status: 0, msg: 'no answer' };
const KUMA = { heartbeat: BEAT, monitor: { name: 'pay' } };
const LEGACY = { evalMatches: [], ruleId: 31, ruleName: 'slow', ruleUrl: 'https://g.example.com/d/1' };
const ALARM = { scopeId: 1, name: 'checkout', ruleName: 'sla_rule', alarmMessage: 'lower than 80%' };
const FALCO = { rule: 'Shell', output: 'A shell was spawned', output_fields: {} };
const DATADOG = { alert_id: '1', alert_title: 'CPU' };
const ISSUE = { issueUrl: 'https://n.example.com/1', workflowName: 'w', title: 'CPU', priority: 'CRITICAL' };
const ALIYUN = { alertName: 'CPU', curValue: '97' };
const ALIYUN_EVENT = { ver: '1.0', product: 'ECS', resourceId: 'acs:ecs:x', name: 'Instance:Reboot' };
const SMN = { topic_urn: 'urn:smn:cn-north-4:1:ops', message_id: 'd84b' };

describe('tools that tell of alerts', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['zabbix', { ...ZABBIX, event_nseverity: '5' }, 'critical', '告警'],
    ['zabbix', ZABBIX, 'error', '告警'],
    ['zabbix', { ...ZABBIX, event_nseverity: '3' }, 'warning', '告警'],
    ['zabbix', { ...ZABBIX, event_nseverity: '1' }, 'info', '通知'],
    ['zabbix', { ...ZABBIX, event_value: '0' }, 'recovery', '恢复'],
    ['zabbix', { ...ZABBIX, event_update_status: '1', event_update_message: 'On it' }, 'info', '已更新'],
    ['zabbix', { To: 'ops', Subject: 'Resolved in 2m: No ping', Message: 'Host: db-1' }, 'recovery', '恢复'],
    ['nightingale', { ...EVENT, severity: 1 }, 'critical', '告警'],
    ['nightingale', { ...EVENT, severity: 2 }, 'warning', '告警'],
    ['nightingale', { ...EVENT, severity: 3 }, 'info', '通知'],
    ['nightingale', { ...EVENT, severity: 1, is_recovered: true }, 'recovery', '恢复'],
    [
      'nightingale',
      {
        items: [
          { ...EVENT, severity: 3 },
          { ...EVENT, severity: 2 },
        ],
      },
      'warning',
      '告警',
    ],
    ['uptime-kuma', KUMA, 'error', '不可用'],
    ['uptime-kuma', { ...KUMA, heartbeat: { ...BEAT, status: 1 } }, 'recovery', '恢复'],
    ['uptime-kuma', { ...KUMA, heartbeat: { ...BEAT, status: 3 } }, 'info', '维护'],
    ['grafana-legacy', { ...LEGACY, state: 'alerting' }, 'error', '告警'],
    ['grafana-legacy', { ...LEGACY, state: 'no_data' }, 'warning', '没有数据'],
    ['grafana-legacy', { ...LEGACY, state: 'ok' }, 'recovery', '恢复'],
    ['grafana-legacy', { ...LEGACY, state: 'alerting', ruleName: 'Test notification' }, 'info', '测试'],
    ['skywalking', { items: [{ ...ALARM, tags: [{ key: 'level', value: 'WARNING' }] }] }, 'warning', '告警'],
    ['skywalking', { items: [ALARM] }, 'error', '告警'],
    ['falco', { ...FALCO, priority: 'Emergency' }, 'critical', '告警'],
    ['falco', { ...FALCO, priority: 'Error' }, 'error', '告警'],
    ['falco', { ...FALCO, priority: 'Warning' }, 'warning', '告警'],
    ['falco', { ...FALCO, priority: 'Informational' }, 'info', '通知'],
    ['datadog', { ...DATADOG, alert_transition: 'Re-Triggered' }, 'error', '告警'],
    ['datadog', { ...DATADOG, alert_transition: 'No Data' }, 'warning', '没有数据'],
    ['datadog', { ...DATADOG, alert_transition: 'Warn' }, 'warning', '警告'],
    ['datadog', { ...DATADOG, alert_transition: 'Recovered' }, 'recovery', '恢复'],
    ['newrelic', { ...ISSUE, state: 'CREATED' }, 'critical', '告警'],
    ['newrelic', { ...ISSUE, state: 'ACTIVATED', priority: 'HIGH' }, 'error', '告警'],
    ['newrelic', { ...ISSUE, state: 'ACKNOWLEDGED' }, 'info', '已确认'],
    ['newrelic', { ...ISSUE, state: 'CLOSED' }, 'recovery', '已关闭'],
    ['aliyun', { ...ALIYUN, alertState: 'ALERT', triggerLevel: 'WARN' }, 'warning', '告警'],
    ['aliyun', { ...ALIYUN, alertState: 'ALERT' }, 'error', '告警'],
    ['aliyun', { ...ALIYUN, alertState: 'INSUFFICIENT_DATA' }, 'warning', '没有数据'],
    ['aliyun', { ...ALIYUN_EVENT, level: 'INFO' }, 'info', '通知'],
    ['huawei', { ...SMN, type: 'UnsubscribeConfirmation' }, 'warning', '订阅已取消'],
  ])('%s %j is %s: %s', async (renderer, body, severity, status) => {
    expect(await read(body)).toMatchObject({ renderer, severity, status });
  });

  it.each([
    ['https://console.huaweicloud.com/smn/subscription/confirm?token=b5d0c7e1f3a94826', true],
    ['https://smn.cn-north-4.myhuaweicloud.com/smn/subscription/confirm?token=b5d0c7e1f3a94826', true],
    ['https://console.huaweicloud.com.evil.test/smn/subscription/confirm?token=b5d0c7e1f3a94826', false],
    ['http://console.huaweicloud.com/smn/subscription/confirm?token=b5d0c7e1f3a94826', false],
  ])(
    'the link that confirms a subscription of Huawei Cloud is shown if it is Huawei Cloud’s: %s %s',
    async (url, isShown) => {
      const content = (await read({ ...SMN, type: 'SubscriptionConfirmation', subscribe_url: url })) as RenderedContent;
      expect(content.link).toBe(isShown ? url : undefined);
    },
  );

  it('an update of Zabbix quotes what the person wrote, and is no recovery of the problem', async () => {
    const update = { event_update_status: '1', event_update_message: 'On it', event_update_user: 'Li Wen' };
    const content = (await read({ ...ZABBIX, ...update })) as RenderedContent;
    expect(content).toMatchObject({ title: 'Zabbix No ping', where: 'db-1', details: 'On it' });
    expect(content.thing).toBeUndefined();
  });

  it('a problem and its recovery are of one thing', async () => {
    const ids = { trigger_id: '20311' };
    const all = [await read({ ...ZABBIX, ...ids }), await read({ ...ZABBIX, ...ids, event_value: '0' })];
    expect(all).toMatchObject([{ thing: '20311 db-1' }, { thing: '20311 db-1', origin: { state: 'resolved' } }]);
  });

  it('Uptime Kuma: what comes without a monitor is a test only if it says so', async () => {
    const expiry = { heartbeat: null, monitor: null, msg: '[pay] certificate pay.example.com will expire in 7 days' };
    const content = await read(expiry);
    expect(content).toMatchObject({ renderer: 'uptime-kuma', details: expiry.msg });
    expect(content).not.toMatchObject({ isTest: true });
    expect(await read({ msg: 'ops Testing' })).not.toMatchObject({ renderer: 'uptime-kuma' });
  });
});

describe('skywalking', () => {
  it.each([5, 400])('a level that %d other tags precede counts, of one alarm and of several', async (count) => {
    const others = Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: `value-${index}` }));
    const alarm = { ...ALARM, tags: [...others, { key: 'level', value: 'CRITICAL' }] };
    expect(await read({ items: [alarm] })).toMatchObject({ severity: 'critical' });
    expect(await read({ items: [ALARM, alarm] })).toMatchObject({ severity: 'critical' });
  });
});
