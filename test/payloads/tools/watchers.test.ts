import { describe, expect, it } from 'vitest';
import { readToolBody } from './read-tool-body.js';

/** Reads a hook of Sentry's integration platform. Forms: https://docs.sentry.io/integrations/integration-platform/webhooks/ */
const sentry = (action: string, data: Record<string, unknown>) =>
  readToolBody({ action, data, actor: { name: 'Li Wen' }, installation: { uuid: 'a8e5' } });

describe('sentry', () => {
  it.each([
    ['fatal', 'critical'],
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'info'],
  ])('an event of level %s is %s', async (level, severity) => {
    const event = { event_id: 'e1', issue_id: '7', title: 'KeyError', level };
    expect(await sentry('triggered', { event, triggered_rule: '新错误' })).toMatchObject({
      severity,
      renderer: 'sentry',
      thing: '7',
    });
  });

  it.each([
    ['created', 'error'],
    ['unresolved', 'warning'],
    ['resolved', 'recovery'],
    ['assigned', 'info'],
    ['archived', 'info'],
  ])('an issue that is %s is %s', async (action, severity) => {
    const issue = { id: '7', shortId: 'CHECKOUT-1', title: 'KeyError', level: 'error' };
    expect(await sentry(action, { issue })).toMatchObject({ severity, title: 'Sentry 工单 CHECKOUT-1 KeyError' });
  });

  it.each([
    ['critical', 'critical'],
    ['warning', 'warning'],
    ['resolved', 'recovery'],
  ])('a metric alert that is %s is %s', async (action, severity) => {
    expect(await sentry(action, { metric_alert: { id: '5', title: '错误过多' } })).toMatchObject({ severity });
  });

  it('an error is told as bad as its level', async () => {
    const error = { title: 'KeyError', level: 'error', web_url: 'https://sentry.example.com/e/1' };
    expect(await sentry('created', { error })).toMatchObject({
      ...{ severity: 'error', title: 'Sentry KeyError', link: error.web_url },
    });
  });

  it('any other hook is a change', async () => {
    expect(await sentry('created', { comment: 'It failed again', project_slug: 'checkout' })).toMatchObject({
      severity: 'info',
      details: 'It failed again',
    });
  });
});

const PAGE = { id: 'p1', status_indicator: 'major', status_description: 'Partial System Outage' };

describe('statuspage', () => {
  it.each([
    ['operational', 'recovery', '恢复'],
    ['degraded_performance', 'warning', '异常'],
    ['partial_outage', 'error', '不可用'],
    ['major_outage', 'critical', '不可用'],
    ['under_maintenance', 'info', '维护'],
  ])('a component that is %s is %s: %s', async (state, severity, status) => {
    const body = { page: PAGE, component: { id: 'c1', name: '支付' }, component_update: { new_status: state } };
    expect(await readToolBody(body)).toMatchObject({ renderer: 'statuspage', severity, status });
  });

  it.each([
    ['investigating', 'critical', 'critical'],
    ['identified', 'minor', 'warning'],
    ['monitoring', 'critical', 'info'],
    ['resolved', 'critical', 'recovery'],
    ['scheduled', 'maintenance', 'info'],
  ])('an incident that is %s, impact %s, is %s', async (status, impact, severity) => {
    const body = { page: PAGE, incident: { id: 'i1', name: '支付失败', status, impact } };
    expect(await readToolBody(body)).toMatchObject({ severity });
  });
});

/** Reads the body of the template in the documentation. */
const argocd = (application: Record<string, unknown>) =>
  readToolBody({
    argocd: { application: 'checkout', url: 'https://argocd.example.com/applications/checkout', ...application },
  });

describe('argocd', () => {
  it.each<[Record<string, unknown>, string, string]>([
    [{ phase: 'Succeeded', health: 'Healthy', sync: 'Synced' }, 'recovery', '成功'],
    [{ phase: 'Failed', health: 'Healthy', sync: 'OutOfSync' }, 'error', '同步失败'],
    [{ phase: 'Error', health: 'Missing', sync: 'OutOfSync' }, 'error', '同步失败'],
    [{ phase: 'Succeeded', health: 'Degraded', sync: 'Synced' }, 'error', '异常'],
    [{ phase: 'Succeeded', health: 'Healthy', sync: 'Unknown' }, 'warning', '无法比较'],
    [{ phase: '', health: 'Healthy', sync: 'Synced' }, 'recovery', '成功'],
    [{ phase: 'Succeeded', health: 'Healthy', sync: 'OutOfSync' }, 'recovery', '成功'],
    [{ phase: '', health: 'Healthy', sync: 'OutOfSync', message: 'failed to apply' }, 'warning', '有偏差'],
    [{ phase: 'Succeeded', health: 'Unknown', sync: 'Synced' }, 'warning', '警告'],
    [{ phase: 'Succeeded', health: 'Suspended', sync: 'Synced' }, 'warning', '警告'],
    [{ phase: 'Succeeded', health: '', sync: 'Synced' }, 'info', '通知'],
    [{ phase: 'Succeeded' }, 'info', '通知'],
  ])('%j is %s: %s', async (application, severity, status) => {
    expect(await argocd(application)).toMatchObject({ renderer: 'argocd', severity, status });
  });

  it('a sync that runs is not posted', async () => {
    expect(await argocd({ phase: 'Running', health: 'Progressing' })).toMatchObject({
      skipped: 'A step on the way of Argo CD: Running',
    });
  });
});

describe('pagerduty', () => {
  const incident = (event: string, more: Record<string, unknown> = {}) =>
    readToolBody({
      event: {
        ...{ event_type: event, resource_type: 'incident', occurred_at: '2026-11-22T11:50:12Z' },
        data: {
          ...{ title: 'Payments', number: 7, status: 'triggered', priority: { summary: 'P1' } },
          assignees: [{ summary: 'Zhao Min' }],
          ...more,
        },
      },
    });

  it.each([
    ['incident.escalated', 'warning', '已转交'],
    ['incident.unacknowledged', 'warning', '已转交'],
    ['incident.priority_updated', 'info', '有变更'],
    ['incident.responder.added', 'info', '有变更'],
    ['incident.workflow.failed', 'critical', '告警'],
    ['incident.exploded', 'critical', '告警'],
  ])('%s of an incident that goes on is %s: %s', async (event, severity, status) => {
    expect(await incident(event)).toMatchObject({ renderer: 'pagerduty', severity, status });
  });

  it('an escalation says how urgent it is and who has it now', async () => {
    expect(await incident('incident.escalated')).toMatchObject({
      fields: expect.arrayContaining([
        { label: '优先级', value: 'P1' },
        { label: '负责人', value: 'Zhao Min' },
      ]),
    });
  });
});
