import { describe, expect, it } from 'vitest';
import { payloadOf } from '../../../src/payloads/payloads.js';
import { lineOf } from '../../support/render-event.js';
import { rowsOf } from '../../support/rows-of.js';
import { alert, alertmanagerCall, readAlerts } from './alerts.js';

const SILENCE = 'https://grafana.example.com/alerting/silence/new?alertmanager=grafana';
const RULE = 'https://grafana.example.com/alerting/grafana/ae1/view';
const PANEL = 'https://grafana.example.com/d/x?viewPanel=4';
const DASHBOARD = 'https://grafana.example.com/d/x';

const grafanaAlert = (changed: Readonly<Record<string, unknown>> = {}) =>
  alert({
    generatorURL: RULE,
    silenceURL: SILENCE,
    dashboardURL: DASHBOARD,
    panelURL: PANEL,
    values: { B: 44.23943737541908, C: 1 },
    ...changed,
  });

const call = (alerts = [grafanaAlert()], changed: Readonly<Record<string, unknown>> = {}) =>
  alertmanagerCall(alerts, { version: '1', orgId: 1, title: '[FIRING:1] DiskFull', state: 'alerting', ...changed });

describe('grafana: one alert', () => {
  it('the test of a contact point calls nobody, and is no state of anything', () => {
    const labels = { alertname: 'TestAlert', instance: 'Grafana' };
    const annotations = { summary: 'Notification test' };
    const content = readAlerts(
      call([grafanaAlert({ labels, annotations })], { title: '[FIRING:1] TestAlert Grafana' }),
    );
    expect(content).toMatchObject({
      ...{ severity: 'info', status: '测试', isTest: true, callsNobody: true, title: 'Notification test' },
    });
    expect(content.thing).toBeUndefined();
    const real = readAlerts(call([grafanaAlert({ labels: { ...labels, instance: 'web-1' }, annotations })]));
    expect(real).toMatchObject({ severity: 'error' });
    expect(real.isTest).toBeUndefined();
  });

  it('shows what was measured, the panel, the dashboard and where to silence it', () => {
    const content = readAlerts(call());
    expect(content).toMatchObject({ renderer: 'grafana', title: 'web-1 磁盘将满', severity: 'warning', link: PANEL });
    expect(content.id).toMatch(/^grafana:/);
    expect(lineOf(content, '当前值')).toBe('B=44.2394、C=1');
    expect(lineOf(content, '看板')).toBe(DASHBOARD);
    expect(lineOf(content, '静默')).toBe(SILENCE);
  });

  it.each([
    ['the panel', {}, PANEL],
    ['the rule', { panelURL: '' }, RULE],
    ['the dashboard', { panelURL: '', generatorURL: '' }, DASHBOARD],
    ['Grafana itself', { panelURL: '', generatorURL: '', dashboardURL: '' }, 'https://alertmanager.example.com'],
  ])('the link is %s, the first there is', (_, changed, link) => {
    expect(readAlerts(call([grafanaAlert(changed)])).link).toBe(link);
  });

  it.each([
    [
      'values are null',
      { values: null, valueString: "[ var='B' labels={} value=44.2 ], [ var='C' labels={} value=1 ]" },
    ],
    [
      'values are empty',
      { values: {}, valueString: "[ var='B' labels={a=b} value=44.2 ], [ var='C' labels={} value=1 ]" },
    ],
    [
      'only an older text is there',
      { values: undefined, valueString: "[ metric='B' labels={} value=44.2 ], [ metric='C' labels={} value=1 ]" },
    ],
  ])('where %s, the text of the values is read', (_, changed) => {
    expect(lineOf(readAlerts(call([grafanaAlert(changed)])), '当前值')).toBe('B=44.2、C=1');
  });

  it('a query without data is named by its rule', () => {
    const labels = { alertname: 'DatasourceNoData', rulename: '下单成功率', datasource_uid: 'x', ref_id: 'A' };
    const content = readAlerts(call([grafanaAlert({ labels, annotations: {}, values: null })]));
    expect(content.title).toBe('下单成功率 DatasourceNoData');
    expect(content.fields.map(({ label }) => label)).toEqual(['时间', '看板', '静默']);
  });

  it('resolved is not silenced', () => {
    const over = grafanaAlert({ status: 'resolved', endsAt: '2026-11-22T03:30:00Z' });
    expect(lineOf(readAlerts(call([over])), '静默')).toBeUndefined();
  });
});

describe('grafana: title and message', () => {
  it.each([
    ['[FIRING:2] DiskFull (blue)', 'web-1 磁盘将满'],
    ['[RESOLVED] DiskFull', 'web-1 磁盘将满'],
    ['[FIRING:1, RESOLVED:1] DiskFull', 'web-1 磁盘将满'],
    ['订单积压', '订单积压'],
    ['[生产] 订单积压', '[生产] 订单积压'],
    ['', 'web-1 磁盘将满'],
    [undefined, 'web-1 磁盘将满'],
  ])('the title %s is shown as %s', (title, shown) => {
    expect(readAlerts(call([grafanaAlert()], { title })).title).toBe(shown);
  });

  it.each([
    ['**Firing**\n\nValue: B=44\nLabels:\n - alertname = DiskFull\n', '剩余 4%'],
    ['**Resolved**\n\nValue: B=44\n', '剩余 4%'],
    ['值班：王芳\n先扩容', '值班：王芳\n先扩容'],
    ['', '剩余 4%'],
    [7, '7'],
  ])('the message %j', (message, details) => {
    expect(readAlerts(call([grafanaAlert()], { message })).details).toBe(details);
  });
});

describe('grafana: what tells it', () => {
  it.each([
    [{ orgId: 1, alerts: [] }, 'grafana'],
    [{ orgId: '1', alerts: [] }, undefined],
    [{ orgId: 1 }, undefined],
    [{ orgId: 1, alerts: null }, undefined],
  ])('%j is %s', (value, name) => {
    expect(payloadOf(value)?.name).toBe(name);
  });

  it('a group lists what was measured of each', () => {
    const two = grafanaAlert({
      fingerprint: 'f2',
      labels: { alertname: 'DiskFull', instance: 'web-2' },
      annotations: {},
      values: { B: 91.5 },
    });
    expect(rowsOf(readAlerts(call([grafanaAlert({ annotations: {} }), two])))).toEqual([
      '🔴 B=91.5（instance=web-2）',
      '🟠 B=44.2394、C=1（instance=web-1）',
    ]);
  });
});
