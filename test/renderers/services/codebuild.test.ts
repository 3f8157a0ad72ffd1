import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

const STATE = 'CodeBuild Build State Change';
const PHASE = 'CodeBuild Build Phase Change';
const build = {
  'project-name': 'pay',
  'build-id': 'arn:aws-cn:codebuild:cn-north-1:111122223333:build/pay:00000000-0000-4000-8000-000000000001',
};

describe('codebuild: states', () => {
  test.each([
    ['IN_PROGRESS', 'info', '进行中'],
    ['SUCCEEDED', 'recovery', '成功'],
    ['FAILED', 'error', '失败'],
    ['FAULT', 'error', '失败'],
    ['TIMED_OUT', 'error', '超时'],
    ['STOPPED', 'info', '已停止'],
  ])('%s: %s, %s', (status, severity, word) => {
    expect(verdictOf(renderEvent(STATE, { ...build, 'build-status': status }))).toEqual([severity, word]);
    expect(verdictOf(renderEvent(PHASE, { ...build, 'completed-phase-status': status }))).toEqual([severity, word]);
  });
});

describe('codebuild: link', () => {
  const link = (url: string | undefined) =>
    renderEvent(STATE, { ...build, 'additional-information': { logs: { 'deep-link': url } } }).link;

  test('the build’s own page, which has the phases and the log', () => {
    const log =
      'https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logEvent:group=/aws/codebuild/pay;stream=s';
    expect(link(log)).toContain('/codesuite/codebuild/projects/pay/build/pay%3A');
    const nameless = { 'build-status': 'FAILED', 'additional-information': { logs: { 'deep-link': log } } };
    expect(renderEvent(STATE, nameless).link).toBe(log);
  });

  test.each([
    ['https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logEvent:group=null;stream=null'],
    ['javascript:alert(1)'],
    ['https://console.amazonaws.cn/with blank'],
    [undefined],
  ])('the build’s own page instead of %s', (url) => {
    expect(link(url)).toBe(
      'https://cn-north-1.console.amazonaws.cn/codesuite/codebuild/projects/pay/build/pay%3A00000000-0000-4000-8000-000000000001?region=cn-north-1',
    );
  });

  test('the project’s history where the build is not known', () => {
    expect(renderEvent(STATE, { 'project-name': 'pay' }).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/codesuite/codebuild/projects/pay/history?region=cn-north-1',
    );
  });
});

describe('codebuild: what failed', () => {
  const phases = [
    { 'phase-type': 'INSTALL', 'phase-status': 'SUCCEEDED', 'phase-context': [': '], 'duration-in-seconds': 65 },
    { 'phase-type': 'BUILD', 'phase-status': 'CLIENT_ERROR', 'phase-context': ['[CODE: npm test]', ': ', 7] },
    { 'phase-type': 'COMPLETED' },
  ];
  const failed = renderEvent(STATE, { ...build, 'build-status': 'FAILED', 'additional-information': { phases } });

  test('the phase, its words, and how long all phases took', () => {
    expect(lineOf(failed, '失败阶段')).toBe('BUILD');
    expect(failed.details).toBe('CODE: npm test');
    expect(lineOf(failed, '用时')).toBe('1 分钟 5 秒');
  });

  test('a phase by itself is named after the build', () => {
    const content = renderEvent(PHASE, {
      ...build,
      'completed-phase': 'BUILD',
      'completed-phase-context': '[: ]',
      'additional-information': { 'build-number': 7 },
    });
    expect(content.title).toBe('构建 pay #7 / BUILD');
    expect(content.details).toBeUndefined();
  });
});

describe('codebuild: version', () => {
  test.each([
    ['5f0c9c7d1b2e4a6f8091a2b3c4d5e6f708192a3b', '版本', '5f0c9c7d'],
    ['refs/heads/main^{5f0c9c7d1b2e4a6f8091a2b3c4d5e6f708192a3b}', '分支', 'main'],
    ['release/1.9', '分支', 'release/1.9'],
    ['refs/tags/v2.4.0', '版本', 'v2.4.0'],
    ['pr/12', '版本', 'pr/12'],
  ])('%s is %s %s', (version, label, shown) => {
    const content = renderEvent(STATE, { ...build, 'additional-information': { 'source-version': version } });
    expect(lineOf(content, label)).toBe(shown);
  });
});

test('codebuild: without phases, a build took from its start to the event of its end', () => {
  const information = { 'build-start-time': 'Nov 20, 2026 6:37:00 PM' };
  const durationOf = (status: string): string | undefined =>
    lineOf(renderEvent(STATE, { ...build, 'build-status': status, 'additional-information': information }), '用时');
  expect(durationOf('FAILED')).toBe('5 分钟');
  expect(durationOf('IN_PROGRESS')).toBeUndefined();
});
