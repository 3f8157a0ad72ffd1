import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/text/words.js';
import { NOW, renderContext } from '../../support/read-context.js';
import { lineOf } from '../../support/render-event.js';
import { rowsOf } from '../../support/rows-of.js';
import { alert, alertmanagerCall, readAlerts } from './alerts.js';

const resolved = { status: 'resolved', endsAt: '2026-11-22T03:22:30Z' };
const named = (alertname: string, more: object = {}) => ({ labels: { alertname, ...more } });

describe('alertmanager: one alert', () => {
  it('is a message with everything that it says', () => {
    expect(readAlerts(alertmanagerCall())).toEqual({
      kind: 'rendered',
      id: expect.stringMatching(/^alertmanager:[0-9a-f]{64}$/),
      thing: expect.stringMatching(/^[0-9a-f]{64}$/),
      renderer: 'alertmanager',
      severity: 'warning',
      status: '告警',
      title: 'web-1 磁盘将满',
      where: '',
      fields: [
        { label: '规则', value: 'DiskFull' },
        { label: '标签', value: 'instance=web-1' },
        { label: '时间', value: '2026-11-22 11:00:00' },
      ],
      details: '剩余 4%',
      link: 'https://prometheus.example.com/graph?g0.expr=x',
      occurredAt: NOW,
      origin: {
        source: 'http',
        state: 'firing',
        alarmName: 'DiskFull',
        labels: { alertname: 'DiskFull', severity: 'warning', instance: 'web-1' },
      },
      overrides: {},
    });
  });

  it.each([
    ['recovery', 'has passed', '2026-11-22T03:59:00Z'],
    ['warning', 'is to come, as Prometheus writes it while the alert fires', '2026-11-22T04:03:00Z'],
  ])('without a status it is a %s if its end %s', (severity, _, endsAt) => {
    const { status, fingerprint, ...bare } = alert({ endsAt });
    expect([status, fingerprint]).toEqual(['firing', 'f1']);
    expect(readAlerts({ items: [bare] }).severity).toBe(severity);
  });

  it('has the annotations of its group if it has none of its own', () => {
    const bare = { ...alertmanagerCall(), alerts: [{ ...alert(), annotations: undefined }] };
    expect(readAlerts(bare).title).toBe('web-1 磁盘将满');
  });

  it('resolved says when it ended and how long it lasted, and not what to do', () => {
    const content = readAlerts(
      alertmanagerCall([alert({ ...resolved, annotations: { summary: 's', runbook_url: 'https://x' } })]),
    );
    expect(content).toMatchObject({ severity: 'recovery', status: '恢复', origin: { state: 'resolved' } });
    expect(lineOf(content, '时间')).toBe('2026-11-22 11:22:30（持续 22 分钟 30 秒）');
    expect(lineOf(content, '处理手册')).toBeUndefined();
  });

  it.each([
    [{ summary: '磁盘将满' }, '磁盘将满', 'DiskFull'],
    [{ title: '磁盘将满' }, '磁盘将满', 'DiskFull'],
    [{}, 'DiskFull', undefined],
    [{ summary: ' 两行\n标题 ' }, '两行 标题', 'DiskFull'],
  ])('annotations %j: titled %s', (annotations, title, rule) => {
    const content = readAlerts(alertmanagerCall([alert({ annotations })]));
    expect([content.title, lineOf(content, '规则')]).toEqual([title, rule]);
  });

  it.each([
    ['critical', 'critical'],
    ['PAGE', 'critical'],
    ['紧急', 'critical'],
    ['error', 'error'],
    ['high', 'error'],
    ['warn', 'warning'],
    ['P3', 'warning'],
    ['info', 'info'],
    ['none', 'info'],
    ['purple', 'error'],
    [undefined, 'error'],
  ])('the label severity %s is %s', (severity, expected) => {
    const labels = { alertname: 'a', ...(severity && { severity }) };
    expect(readAlerts(alertmanagerCall([alert({ labels })])).severity).toBe(expected);
  });

  it('labels of the place stand in the first line, and only there', () => {
    const labels = { alertname: 'a', region: 'cn-north-1', cluster: 'prod', job: 'node' };
    const content = readAlerts(alertmanagerCall([alert({ labels })]));
    expect([content.where, lineOf(content, '标签')]).toEqual(['prod cn-north-1', 'job=node']);
  });

  it.each([
    ['the graph, and the dashboard below', { dashboard: 'https://d' }, 'https://g', 'https://g', 'https://d'],
    ['the dashboard, where there is no graph', { dashboard: 'https://d' }, '', 'https://d', undefined],
    ["Alertmanager's page, where there is neither", {}, '', 'https://alertmanager.example.com', undefined],
  ])('the link is %s', (_, annotations, generatorURL, link, dashboard) => {
    const content = readAlerts(alertmanagerCall([alert({ annotations, generatorURL })]));
    expect([content.link, lineOf(content, '看板')]).toEqual([link, dashboard]);
  });

  it('the runbook is linked', () => {
    const annotations = { summary: 's', runbook_url: 'https://runbooks.example.com/disk' };
    expect(lineOf(readAlerts(alertmanagerCall([alert({ annotations })])), '处理手册')).toBe(annotations.runbook_url);
  });

  it('times in a description are local ones', () => {
    const annotations = { summary: 's', description: 'since 2026-11-22T03:00:00Z' };
    expect(readAlerts(alertmanagerCall([alert({ annotations })])).details).toBe('since 2026-11-22 11:00:00');
  });
});

describe('alertmanager: a group', () => {
  const one = alert();
  const two = alert({
    fingerprint: 'f2',
    labels: { alertname: 'DiskFull', severity: 'critical', instance: 'web-2' },
    annotations: { summary: 'web-2 磁盘已满', description: '剩余 0%' },
  });
  const over = alert({
    ...resolved,
    fingerprint: 'f3',
    annotations: {},
    labels: { alertname: 'DiskFull', instance: 'web-3' },
  });

  it('is one message: how many, and each by what tells it apart, the worst first', () => {
    const content = readAlerts(alertmanagerCall([{ ...over, endsAt: '2026-11-22T03:05:00Z' }, one, two]));
    expect(content.title).toBe('DiskFull（2 个告警，1 个恢复）');
    expect(content.severity).toBe('critical');
    expect(rowsOf(content)).toEqual(['🔴 web-2 磁盘已满', '🟠 web-1 磁盘将满', '🟢 instance=web-3']);
  });

  it('in English', () => {
    const content = readAlerts(alertmanagerCall([over, one]), {
      renderContext: { ...renderContext, words: wordsOf('en') },
    });
    expect(content.title).toBe('DiskFull (1 firing, 1 resolved)');
  });

  it('all resolved is a recovery', () => {
    const content = readAlerts(alertmanagerCall([over, { ...over, fingerprint: 'f4' }]));
    expect([content.severity, content.status, content.title]).toEqual(['recovery', '恢复', 'DiskFull（2 个恢复）']);
  });

  it('of several rules names the first two', () => {
    const alerts = ['A', 'B', 'C'].map((name) => alert({ ...named(name), fingerprint: name, annotations: {} }));
    expect(readAlerts(alertmanagerCall(alerts, { groupLabels: {} })).title).toBe('A、B 等 3 个（3 个告警）');
  });

  it('began when its first firing alert did', () => {
    const early = alert({ ...resolved, startsAt: '2026-11-22T01:00:00Z' });
    const late = alert({ startsAt: '2026-11-22T02:30:00Z' });
    expect(lineOf(readAlerts(alertmanagerCall([early, late])), '时间')).toBe('2026-11-22 10:30:00');
  });

  it('names how many it does not list: those cut off by Alertmanager, and those without room', () => {
    const alerts = Array.from({ length: 100 }, (_, n) =>
      alert({ fingerprint: `f${n}`, labels: { alertname: 'DiskFull', instance: `web-${n}` }, annotations: {} }),
    );
    const { title, ...content } = readAlerts(alertmanagerCall(alerts, { truncatedAlerts: 7 }));
    const lines = rowsOf(content);
    expect(Buffer.byteLength(lines.join('\n'))).toBeLessThan(1200);
    expect(lines.at(-1)).toBe(`另有 ${100 - (lines.length - 1) + 7} 个未列出`);
    expect(title).toBe('DiskFull（100 个告警，另有 7 个未列出，状态未知）');
  });

  it('is never green while alerts are left out, as those may be firing', () => {
    const call = alertmanagerCall([over, alert({ ...over, fingerprint: 'f4' })], { truncatedAlerts: 7 });
    expect(readAlerts(call)).toMatchObject({
      severity: 'info',
      status: '部分恢复',
      title: 'DiskFull（2 个恢复，另有 7 个未列出，状态未知）',
    });
  });

  it('calls nobody because it got better, and lists what is over first', () => {
    const old = { startsAt: '2026-11-22T02:00:00Z' };
    const call = alertmanagerCall([alert(old), alert({ ...two, ...old }), over]);
    const content = readAlerts(call);
    expect(content).toMatchObject({ severity: 'critical', status: '部分恢复', callsNobody: true });
    expect(rowsOf(content)[0]).toMatch(/^🟢/);
  });

  it('calls as ever if another alert may be new, although one is over', () => {
    const call = alertmanagerCall([alert({ startsAt: over.endsAt }), over]);
    expect(readAlerts(call)).toMatchObject({ status: '告警' });
    expect(readAlerts(call)).not.toHaveProperty('callsNobody');
  });

  it('shows no line longer than a person reads', () => {
    const long = alert({ fingerprint: 'f2', annotations: { summary: '长'.repeat(5000) } });
    const [first = ''] = rowsOf(readAlerts(alertmanagerCall([long, one])));
    expect(Array.from(first).length).toBeLessThan(130);
  });

  it('what all share is said once', () => {
    const annotations = { summary: '磁盘将满', description: '先清理日志' };
    const both = [
      alert({ annotations }),
      alert({ annotations, fingerprint: 'f2', labels: { alertname: 'DiskFull', instance: 'web-2' } }),
    ];
    const content = readAlerts(alertmanagerCall(both));
    expect(content.title).toBe('磁盘将满（2 个告警）');
    expect(content.details).toBe('先清理日志');
    expect(rowsOf(content)).toEqual(['🔴 instance=web-2', '🟠 instance=web-1']);
  });

  it('a summary that all share leaves each alert its own description', () => {
    const described = (instance: string, description: string, more: object = {}) =>
      alert({ annotations: { summary: '订单积压', description }, labels: { alertname: 'Orders', instance }, ...more });
    const both = [described('web-1', 'web-1 有 120 单'), described('web-2', 'web-2 有 340 单', { fingerprint: 'f2' })];
    const content = readAlerts(alertmanagerCall(both, { commonAnnotations: { summary: '订单积压' } }));
    expect(content.title).toBe('订单积压（2 个告警）');
    expect(rowsOf(content)).toEqual(['🔴 web-1 有 120 单', '🔴 web-2 有 340 单']);
  });
});
