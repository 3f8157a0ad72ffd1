import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

const PULL_REQUEST = 'CodeCommit Pull Request State Change';
const REPOSITORY = 'CodeCommit Repository State Change';

describe('codecommit: events', () => {
  test.each([
    [REPOSITORY, { event: 'referenceCreated' }, 'info', '已创建'],
    [REPOSITORY, { event: 'referenceUpdated' }, 'info', '已更新'],
    [REPOSITORY, { event: 'referenceDeleted' }, 'info', '已删除'],
    [REPOSITORY, { event: 'unreferencedMergeCommitCreated' }, 'info', '已创建'],
    [PULL_REQUEST, { event: 'pullRequestCreated' }, 'info', '已创建'],
    [PULL_REQUEST, { event: 'pullRequestSourceBranchUpdated' }, 'info', '已更新'],
    [PULL_REQUEST, { event: 'pullRequestStatusChanged' }, 'info', '已关闭'],
    [PULL_REQUEST, { event: 'pullRequestMergeStatusUpdated' }, 'recovery', '已合并'],
    [PULL_REQUEST, { event: 'pullRequestApprovalStateChanged', approvalStatus: 'APPROVE' }, 'info', '已批准'],
    [PULL_REQUEST, { event: 'pullRequestApprovalStateChanged', approvalStatus: 'REVOKE' }, 'info', '撤销批准'],
    [PULL_REQUEST, { event: 'pullRequestApprovalRuleOverridden' }, 'warning', '审批规则被绕过'],
    [PULL_REQUEST, { event: 'pullRequestApprovalRuleCreated' }, 'info', '审批规则变更'],
    [PULL_REQUEST, { event: 'commentOnPullRequestCreated' }, 'info', '新评论'],
    ['CodeCommit PullRequest State Change', { event: 'pullRequestCreated' }, 'info', '已创建'],
    ['CodeCommit Comment on Commit', { event: 'commentOnCommitCreated' }, 'info', '新评论'],
    ['CodeCommit Comment on Pull Request', { event: 'commentOnPullRequestUpdated' }, 'info', '新评论'],
    ['CodeCommit Approval Rule Template Change', { event: 'approvalRuleTemplateDeleted' }, 'info', '已删除'],
    [REPOSITORY, {}, 'info', '通知'],
  ])('%s %j: %s, %s', (detailType, detail, severity, status) => {
    expect(verdictOf(renderEvent(detailType, detail))).toEqual([severity, status]);
  });
});

describe('codecommit: a trigger of the repository', () => {
  const trigger = (...references: readonly object[]) =>
    renderEvent(
      'ReferenceChanges',
      { codecommit: { references }, userIdentityARN: 'arn:aws:iam::111122223333:user/li.na' },
      { source: 'aws.codecommit', resources: ['arn:aws:codecommit:us-east-1:111122223333:pay'] },
    );

  test.each([
    [{ created: true }, '已创建'],
    [{ deleted: true }, '已删除'],
    [{}, '已更新'],
  ])('%j: %s', (change, status) => {
    const content = trigger({ commit: '5c4ef1049f1d27deadbeef', ref: 'refs/heads/main', ...change });
    expect(content).toMatchObject({ renderer: 'codecommit', title: '仓库 pay / main' });
    expect(verdictOf(content)).toEqual(['info', status]);
    expect([lineOf(content, '版本'), lineOf(content, '操作者')]).toEqual(['5c4ef104', 'li.na']);
  });

  test('several branches at once are all named', () => {
    const content = trigger({ ref: 'refs/heads/a', commit: '1' }, { ref: 'refs/tags/b', created: true });
    expect(content.title).toBe('仓库 pay / a, b');
    expect(verdictOf(content)).toEqual(['info', '已更新']);
  });
});

describe('codecommit: title and link', () => {
  const root = 'https://cn-north-1.console.amazonaws.cn/codesuite/codecommit/repositories/pay';

  test.each([
    [
      'a branch',
      { repositoryName: 'pay', referenceName: 'main' },
      '仓库 pay / main',
      `${root}/browse?region=cn-north-1`,
    ],
    [
      'a commit',
      { repositoryName: 'pay', afterCommitId: '5f0c9c7d1b2e4a6f8091a2b3c4d5e6f708192a3b' },
      '仓库 pay / 5f0c9c7d',
      `${root}/commit/5f0c9c7d1b2e4a6f8091a2b3c4d5e6f708192a3b?region=cn-north-1`,
    ],
    [
      'a pull request',
      { repositoryNames: ['pay'], pullRequestId: '7', title: '按商户分批对账' },
      '拉取请求 #7 按商户分批对账',
      `${root}/pull-requests/7/details?region=cn-north-1`,
    ],
    ['a rule template', { approvalRuleTemplateName: 'two-eyes' }, '审批规则模板 two-eyes', undefined],
  ])('%s', (_what, detail, title, link) => {
    const content = renderEvent(REPOSITORY, detail);
    expect([content.title, content.link]).toEqual([title, link]);
  });
});
