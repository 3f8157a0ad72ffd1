import { describe, expect, it } from 'vitest';
import type { RenderedContent } from '../../../src/domain/content.js';
import { readToolBody } from './read-tool-body.js';

/** Reads a build as Jenkins's notification plugin posts it. Forms: https://plugins.jenkins.io/notification/ */
const build = (phase: string, status?: string, more: Record<string, unknown> = {}) =>
  readToolBody({
    name: 'deploy',
    build: { number: 7, full_url: 'https://jenkins.example.com/job/deploy/7/', phase, status, ...more },
  });

describe('jenkins', () => {
  it.each([
    ['SUCCESS', 'recovery', '成功'],
    ['FAILURE', 'error', '失败'],
    ['UNSTABLE', 'warning', '不稳定'],
    ['ABORTED', 'warning', '警告'],
  ])('a build that ends as %s is %s: %s', async (ended, severity, status) => {
    const content = await build('COMPLETED', ended);
    expect(content).toMatchObject({ renderer: 'jenkins', severity, status, title: 'Jenkins 构建 deploy #7' });
  });

  it.each(['QUEUED', 'STARTED'])('a build that is %s is not posted', async (phase) => {
    expect(await build(phase)).toMatchObject({ skipped: `A step on the way of Jenkins: ${phase}` });
  });

  it('tells failed tests, and none of none', async () => {
    const failed = { label: '未通过测试', value: '3' };
    const tests = (count: number) => ({ test_summary: { total: 120, failed: count } });
    expect(await build('FINALIZED', 'UNSTABLE', tests(3))).toMatchObject({ fields: [failed] });
    expect(await build('FINALIZED', 'SUCCESS', tests(0))).toMatchObject({ fields: [] });
  });
});

/** Reads a list as DolphinScheduler's Http alarm posts it. */
const flows = (...list: readonly Record<string, unknown>[]) => readToolBody({ msg: JSON.stringify(list) });

describe('dolphinscheduler', () => {
  it('a task that failed is named with its workflow', async () => {
    const task = { projectName: '数据仓库', processName: '日报', taskName: 'load', taskState: 'FAILURE' };
    expect(await flows(task)).toMatchObject({
      renderer: 'dolphinscheduler',
      severity: 'error',
      title: 'DolphinScheduler 工作流 数据仓库 日报 load',
    });
  });

  it('of several each has a line, and the worst counts', async () => {
    const flow = { projectName: '数据仓库', processName: '日报', processState: 'SUCCESS' };
    expect(await flows(flow, { ...flow, processName: '月报', processState: 'FAILURE' })).toMatchObject({
      severity: 'error',
      rows: [
        { sign: 'error', text: '数据仓库 月报' },
        { sign: 'recovery', text: '数据仓库 日报' },
      ],
    });
  });

  it('the worst counts, wherever it stands', async () => {
    const task = { projectName: '数据仓库', processName: '日报', taskName: 'load', taskState: 'SUCCESS' };
    expect(
      await flows(...Array.from({ length: 5 }, () => task), { ...task, taskName: 'check', taskState: 'FAILURE' }),
    ).toMatchObject({
      severity: 'error',
      status: '失败',
    });
  });

  it('a timeout without a state is told by its event', async () => {
    const late = { projectName: '数据仓库', processName: '日报', event: 'TIME_OUT', warnLevel: 'MIDDLE' };
    expect(await flows(late)).toMatchObject({ severity: 'error', status: '超时' });
  });

  // AlertDao.sendProcessTimeoutAlert
  it('a workflow that runs for too long is a timeout, though its state is that it runs', async () => {
    const late = { projectName: '数据仓库', processName: '日报', processState: 'RUNNING_EXECUTION', event: 'TIME_OUT' };
    expect(await flows(late)).toMatchObject({ severity: 'error', status: '超时' });
    const { processState, ...newer } = { ...late, workflowExecutionStatus: late.processState };
    expect(await flows(newer)).toMatchObject({ severity: 'error', status: '超时' });
  });

  // WorkflowAlertManager.getDataQualityAlterContent, DqTaskState
  it.each([
    [1, 'recovery', '成功'],
    [2, 'error', '失败'],
  ])('a check of data quality of state %i is %s: %s', async (state, severity, status) => {
    const check = {
      taskInstanceId: 9,
      taskName: 'check',
      processInstanceName: '日报-881',
      ruleName: 'null_check',
      state,
    };
    expect(await readToolBody({ msg: JSON.stringify(check) })).toMatchObject({
      ...{ renderer: 'dolphinscheduler', severity, status, title: 'DolphinScheduler 工作流 日报-881 check' },
      fields: [{ label: '规则', value: 'null_check' }],
    });
  });

  // WorkflowAlertManager.getTaskAlterContent: no list
  it('a task that failed comes alone, with its times and host', async () => {
    const task = {
      ...{ taskInstanceId: 9, taskName: 'load', taskType: 'SHELL', state: 'FAILURE', taskPriority: 'medium' },
      ...{ processInstanceId: 881, processInstanceName: '日报-881', host: '192.0.2.61:1234', logPath: '/opt/9.log' },
      ...{ startTime: '2026-11-22 11:00:00', endTime: '2026-11-22 11:50:12' },
    };
    expect(await readToolBody({ msg: JSON.stringify(task) })).toMatchObject({
      ...{ renderer: 'dolphinscheduler', severity: 'error', status: '失败' },
      title: 'DolphinScheduler 工作流 日报-881 load',
      fields: [
        { label: '开始时间', value: '2026-11-22 11:00:00' },
        { label: '结束时间', value: '2026-11-22 11:50:12' },
        { label: '主机', value: '192.0.2.61:1234' },
      ],
    });
  });
});

/** Reads an analysis as SonarQube posts it. */
const gate = (qualityGate: Record<string, unknown>) =>
  readToolBody({
    serverUrl: 'https://sonar.example.com',
    taskId: 'a',
    status: 'SUCCESS',
    project: { key: 'shop' },
    qualityGate,
  });

describe('dolphinscheduler: killed', () => {
  it.each(['KILL', 'STOP'])('%s is a stop', async (processState) => {
    const flow = { projectName: '数据仓库', processName: '日报', processState };
    expect(await flows(flow)).toMatchObject({ severity: 'warning', status: '已停止' });
  });
});

describe('sonarqube', () => {
  it.each([
    [{ status: 'OK', conditions: [{ metric: 'coverage', status: 'OK' }] }, ['recovery']],
    [{ status: 'ERROR', conditions: [] }, ['error']],
    [{ conditions: [{ metric: 'coverage', status: 'ERROR' }] }, ['error', 'warning']],
    [{ status: 'OK', conditions: [{ metric: 'coverage', status: 'ERROR' }] }, ['error', 'warning']],
  ])('a gate is no better than its conditions: %j', async (qualityGate, severities) => {
    expect(severities).toContain(((await gate(qualityGate)) as RenderedContent).severity);
  });
});
