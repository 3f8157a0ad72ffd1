import { describe, expect, it } from 'vitest';
import { readToolBody } from './read-tool-body.js';

const REPOSITORY = { full_name: 'shop/checkout', node_id: 'R_1', html_url: 'https://github.example.com/shop/checkout' };
const SENDER = { login: 'li-wen', node_id: 'U_1' };
const PULL = { number: 87, title: 'Fix failed test', state: 'open', head: { ref: 'fix' }, base: { ref: 'main' } };

/** Reads a body as GitHub posts it. Forms: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const read = (body: Record<string, unknown>, headers?: Record<string, string>) =>
  readToolBody({ repository: REPOSITORY, sender: SENDER, ...body }, headers);

const run = (status: string, conclusion: string | null = null) => ({
  action: 'completed',
  workflow_run: { name: 'Deploy', run_number: 7, status, conclusion, head_branch: 'main' },
});

describe('github', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['a workflow', run('completed', 'failure'), 'error', '失败'],
    ['a workflow', run('completed', 'success'), 'recovery', '成功'],
    ['a workflow', run('completed'), 'info', '已完成'],
    ['a workflow', run('completed', 'cancelled'), 'info', '已取消'],
    ['a workflow', run('completed', 'timed_out'), 'error', '超时'],
    ['a workflow', run('completed', 'startup_failure'), 'error', '失败'],
    ['a workflow', run('completed', 'action_required'), 'warning', '待审批'],
    ['a workflow', run('completed', 'neutral'), 'info', '已完成'],
    [
      'a job',
      { action: 'completed', workflow_job: { name: 'unit', status: 'completed', conclusion: 'failure' } },
      'error',
      '失败',
    ],
    [
      'a check',
      { action: 'completed', check_run: { name: 'lint', status: 'completed', conclusion: 'failure' } },
      'error',
      '失败',
    ],
    [
      'a suite',
      { action: 'completed', check_suite: { status: 'completed', conclusion: 'success' } },
      'recovery',
      '成功',
    ],
    ['a status', { sha: 'a1', state: 'failure', context: 'ci/jenkins' }, 'error', '失败'],
    ['a deployment', { deployment: {}, deployment_status: { state: 'error', environment: 'prod' } }, 'error', '失败'],
    ['a deployment', { deployment: {}, deployment_status: { state: 'success' }, workflow_run: {} }, 'recovery', '成功'],
    ['a deployment', { deployment: {}, deployment_status: { state: 'inactive' } }, 'info', '已被取代'],
    ['a push', { ref: 'refs/heads/main', after: 'a1', commits: [{ message: 'fix failed test' }] }, 'info', '已推送'],
    ['a branch deleted', { ref: 'refs/heads/x', after: '0'.repeat(40) }, 'info', '已删除'],
    ['a tag made', { ref: 'v2', ref_type: 'tag', master_branch: 'main', pusher_type: 'user' }, 'info', '已创建'],
    ['a tag deleted', { ref: 'v2', ref_type: 'tag', pusher_type: 'user' }, 'info', '已删除'],
    ['a pull request', { action: 'opened', pull_request: PULL }, 'info', '已打开'],
    ['a pull request', { action: 'closed', pull_request: { ...PULL, merged: false } }, 'info', '已关闭'],
    ['a pull request', { action: 'closed', pull_request: { ...PULL, merged: true } }, 'info', '已合并'],
    ['a pull request', { action: 'labeled', pull_request: PULL }, 'info', '有变更'],
    ['a review', { action: 'submitted', review: { state: 'approved' }, pull_request: PULL }, 'info', '已批准'],
    [
      'a review',
      { action: 'submitted', review: { state: 'changes_requested' }, pull_request: PULL },
      'info',
      '要求修改',
    ],
    ['a comment', { action: 'created', comment: { body: 'It failed again' }, issue: PULL }, 'info', '新评论'],
    ['an issue', { action: 'opened', issue: { number: 9, title: 'Fatal error' } }, 'info', '已打开'],
    ['an issue', { action: 'closed', issue: { number: 9, title: 'Fatal error' } }, 'info', '已关闭'],
    ['a release', { action: 'published', release: { tag_name: 'v2', body: 'Fixes an error' } }, 'info', '已发布'],
    ['a newer event', { action: 'created' }, 'info', '有变更'],
  ])('%s %j is %s: %s', async (_, body, severity, status) => {
    expect(await read(body)).toMatchObject({ renderer: 'github', severity, status });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['Dependabot', { dependency: {}, security_advisory: { severity: 'critical' } }, 'critical', '发现漏洞'],
    ['Dependabot', { dependency: {}, security_advisory: { severity: 'medium' } }, 'warning', '发现漏洞'],
    ['code scanning', { rule: { id: 'js/xss', severity: 'error' } }, 'error', '发现漏洞'],
    ['code scanning', { rule: { id: 'js/xss', severity: 'note' } }, 'info', '发现漏洞'],
    ['secret scanning', { secret_type: 'aws_access_key' }, 'critical', '密钥泄露'],
  ])('an alert of %s %j is %s: %s', async (_, alert, severity, status) => {
    const content = await read({ action: 'created', alert: { number: 12, ...alert } });
    expect(content).toMatchObject({ renderer: 'github', severity, status });
    expect(await read({ action: 'fixed', alert: { number: 12, ...alert } })).toMatchObject({ severity: 'recovery' });
    expect(await read({ action: 'dismissed', alert: { number: 12, ...alert } })).toMatchObject({ severity: 'info' });
  });

  it.each(['requested', 'queued', 'pending', 'waiting', 'in_progress'])(
    'a run that is %s is not posted',
    async (status) => {
      const skipped = { skipped: `A step on the way of GitHub: ${status}` };
      expect(await read(run(status))).toMatchObject(skipped);
      expect(await read({ check_run: { name: 'lint', status } })).toMatchObject(skipped);
      expect(await read({ deployment: {}, deployment_status: { state: status } })).toMatchObject(skipped);
    },
  );

  it.each<[string, Record<string, unknown>, string, string]>([
    ['requested', { requestor: { login: 'zhao-min' } }, 'warning', '待审批'],
    ['approved', { approver: { login: 'zhao-min' }, comment: 'Go' }, 'info', '已批准'],
    ['rejected', { approver: { login: 'zhao-min' } }, 'warning', '已拒绝'],
  ])(
    'a review of a deployment that is %s is told, with who and the link: %j',
    async (action, more, severity, status) => {
      const run = {
        status: 'waiting',
        conclusion: null,
        head_branch: 'main',
        html_url: 'https://github.example.com/runs/7',
      };
      const body = { action, environment: 'production', workflow_run: run, ...more };
      expect(await read(body)).toMatchObject({
        ...{ severity, status, title: 'GitHub 部署 shop/checkout production', link: run.html_url },
        fields: expect.arrayContaining([{ label: '用户', value: 'zhao-min' }]),
      });
    },
  );

  it('a protection rule that asks is told', async () => {
    const asked = {
      ...{ action: 'requested', environment: 'production', deployment: { ref: 'main' } },
    };
    expect(await read(asked)).toMatchObject({
      ...{ severity: 'warning', status: '待审批', link: 'https://github.example.com/shop/checkout/deployments' },
      fields: expect.arrayContaining([{ label: '用户', value: 'li-wen' }]),
    });
  });

  it('a newer event that fails is bad news, and every one is named by its header', async () => {
    const failed = { action: 'completed', merge_train: { conclusion: 'failure' }, message: 'Step 3 broke' };
    expect(await read(failed)).toMatchObject({ renderer: 'github', severity: 'error', details: 'Step 3 broke' });
    const deleted = await read({ action: 'deleted', rule: {} }, { 'X-GitHub-Event': 'branch_protection_rule' });
    expect(deleted).toMatchObject({
      ...{ severity: 'info', status: '有变更' },
      fields: expect.arrayContaining([{ label: '事件', value: 'branch_protection_rule' }]),
    });
  });

  it('its own test names the repository and calls nobody', async () => {
    expect(await read({ zen: 'Keep it logically awesome.', hook_id: 1 })).toMatchObject({
      title: 'GitHub shop/checkout',
      status: '测试',
      details: 'Keep it logically awesome.',
    });
  });

  it('is known by its header alone, and is Gitea’s if that names itself too', async () => {
    const short = { sender: undefined, repository: { full_name: 'shop/checkout' }, ...run('completed', 'failure') };
    const own = { 'X-GitHub-Event': 'workflow_run' };
    expect(await read(short, own)).toMatchObject({ renderer: 'github' });
    expect(await read(short, { ...own, 'X-Gitea-Event': 'workflow_run' })).toMatchObject({ renderer: 'gitea' });
  });
});

describe('events of GitHub and Gitea alike', () => {
  // Gitea: modules/structs/hook.go. GitHub: https://docs.github.com/en/webhooks/webhook-events-and-payloads
  it.each<[string, Record<string, unknown>, string]>([
    ['a branch that Gitea made', { sha: 'a1', ref: 'feature-x', ref_type: 'branch' }, ' 分支 shop/checkout feature-x'],
    ['a page of Gitea’s wiki', { action: 'edited', page: 'Home', comment: 'typo' }, ' shop/checkout Home'],
    ['pages of GitHub’s wiki', { pages: [{ page_name: 'a', title: 'A' }, { title: 'B' }] }, ' shop/checkout A、B'],
    ['a fork', { forkee: { full_name: 'li-wen/checkout' } }, ' shop/checkout li-wen/checkout'],
  ])('%s is named: %j', async (_, body, title) => {
    expect(await read(body)).toMatchObject({ renderer: 'github', title: `GitHub${title}` });
    const gitea = { sender: { login: 'li.wen', username: 'li.wen' } };
    expect(await read({ ...body, ...gitea })).toMatchObject({ renderer: 'gitea', title: `Gitea${title}` });
  });
});

describe('gitea', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a review', { review: { type: 'pull_request_review_rejected', content: 'No' }, pull_request: PULL }, '要求修改'],
    ['an issue', { action: 'closed', issue: { number: 3, title: 'Crash' } }, '已关闭'],
    ['a branch made', { sha: 'a1', ref: 'x', ref_type: 'branch' }, '已创建'],
    ['a branch deleted', { ref: 'x', ref_type: 'branch', pusher_type: 'user' }, '已删除'],
    ['a pull request', { action: 'synchronized', pull_request: PULL }, '已更新'],
  ])('%s %j: %s', async (_, body, status) => {
    const gitea = { sender: { login: 'li.wen', username: 'li.wen', full_name: 'Li Wen' } };
    const content = await read({ ...gitea, ...body });
    expect(content).toMatchObject({ renderer: 'gitea', status });
    expect(content).toMatchObject({ fields: expect.arrayContaining([{ label: '用户', value: 'Li Wen' }]) });
  });
});
