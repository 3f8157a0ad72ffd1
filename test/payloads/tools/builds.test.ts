import { describe, expect, it } from 'vitest';
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
});
