import { describe, expect, it } from 'vitest';
import type { RenderedContent } from '../../../src/domain/content.js';
import type { Skipped } from '../../../src/domain/notification.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { NOW, readContext } from '../../support/read-context.js';

const PROJECT = { path_with_namespace: 'shop/checkout', web_url: 'https://gitlab.example.com/shop/checkout' };
const USER = { name: 'Li Wen' };

/** Reads a body as GitLab posts it. Forms: https://docs.gitlab.com/user/project/integrations/webhook_events/ */
async function read(body: Record<string, unknown>): Promise<RenderedContent | Skipped> {
  const detail = { project: PROJECT, user: USER, ...body };
  const event = { ...emptyEvent('http', 'http:1', NOW), detail, text: JSON.stringify(detail) };
  return (await readContext().interpret(event)) as RenderedContent | Skipped;
}

describe('gitlab', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['a deployment', { object_kind: 'deployment', status: 'failed', environment: 'prod' }, 'error', '失败'],
    ['a deployment', { object_kind: 'deployment', status: 'success', environment: 'prod' }, 'recovery', '成功'],
    ['a job', { object_kind: 'build', build_status: 'failed', build_allow_failure: false }, 'error', '失败'],
    [
      'a job that may fail',
      { object_kind: 'build', build_status: 'failed', build_allow_failure: true },
      'warning',
      '失败',
    ],
    ['a pipeline', { object_kind: 'pipeline', object_attributes: { id: 1, status: 'success' } }, 'recovery', '成功'],
    ['a pipeline', { object_kind: 'pipeline', object_attributes: { id: 1, status: 'canceled' } }, 'info', '已取消'],
    ['a pipeline', { object_kind: 'pipeline', object_attributes: { id: 1, status: 'manual' } }, 'info', '等待人工'],
    ['a merge request', { object_kind: 'merge_request', object_attributes: { action: 'merge' } }, 'info', '已合并'],
    ['a merge request', { object_kind: 'merge_request', object_attributes: { action: 'close' } }, 'info', '已关闭'],
    [
      'an issue',
      { object_kind: 'issue', object_attributes: { action: 'close', title: 'fatal error' } },
      'info',
      '已关闭',
    ],
    [
      'a push',
      { object_kind: 'push', ref: 'refs/heads/main', commits: [{ title: 'fix failed test' }] },
      'info',
      '已推送',
    ],
    ['a work item', { object_kind: 'work_item', object_attributes: { action: 'reopen' } }, 'info', '重新打开'],
    ['a branch deleted', { object_kind: 'push', ref: 'refs/heads/x', after: '0'.repeat(40) }, 'info', '已删除'],
    ['a comment', { object_kind: 'note', object_attributes: { note: 'It failed again' } }, 'info', '新评论'],
    ['a newer event', { object_kind: 'milestone', object_attributes: { title: 'v3' } }, 'info', '有变更'],
  ])('%s %j is %s: %s', async (_, body, severity, status) => {
    expect(await read(body)).toMatchObject({ renderer: 'gitlab', severity, status });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a kind nobody knows', { object_kind: 'backup', status: 'failed', message: 'Backup broke off' }, 'error', '失败'],
    [
      'a vulnerability',
      { object_kind: 'vulnerability', object_attributes: { title: 'REXML', severity: 'critical', project_id: 5 } },
      'critical',
      '紧急',
    ],
    [
      'a token',
      { object_kind: 'access_token', event_name: 'expiring_access_token', object_attributes: { name: 'ci' } },
      'warning',
      '警告',
    ],
  ])('%s that is bad news is told as such, with its event', async (_, body, severity, status) => {
    const content = await read(body);
    expect(content).toMatchObject({ renderer: 'gitlab', severity, status });
    const event = { label: '事件', value: String(body['object_kind']) };
    expect(content).toMatchObject({ fields: expect.arrayContaining([event]) });
  });

  it('a title that is not there is no tag', async () => {
    const newer = { object_kind: 'job', tag: false, build_status: 'failed', message: 'exit 1' };
    expect(await read(newer)).toMatchObject({ title: 'GitLab shop/checkout', severity: 'error', details: 'exit 1' });
  });

  it('a comment is on something', async () => {
    const note = {
      object_kind: 'note',
      object_attributes: { note: 'It failed again' },
      merge_request: { title: 'Amounts' },
    };
    expect(await read(note)).toMatchObject({ title: 'GitLab shop/checkout Amounts', details: 'It failed again' });
  });

  it.each(['created', 'pending', 'running', 'waiting_for_resource'])(
    'a pipeline that is %s is not posted',
    async (status) => {
      const pipeline = { object_kind: 'pipeline', object_attributes: { id: 1, status } };
      expect(await read(pipeline)).toMatchObject({ skipped: `A step on the way of GitLab: ${status}` });
    },
  );

  it('an issue, a merge request and a deployment are named with their project, and lead to their page', async () => {
    const attributes = { iid: 7, title: 'Amounts', action: 'open', url: `${PROJECT.web_url}/-/issues/7` };
    expect(await read({ object_kind: 'issue', object_attributes: attributes })).toMatchObject({
      title: 'GitLab 工单 shop/checkout #7 Amounts',
      link: attributes.url,
      origin: { labels: { project: 'shop/checkout' } },
    });
    expect(await read({ object_kind: 'merge_request', object_attributes: attributes })).toMatchObject({
      title: 'GitLab 合并请求 shop/checkout !7 Amounts',
    });
    const deployment = {
      object_kind: 'deployment',
      status: 'failed',
      environment: 'prod',
      deployable_url: `${PROJECT.web_url}/-/jobs/9`,
    };
    expect(await read(deployment)).toMatchObject({
      title: 'GitLab 部署 shop/checkout prod',
      link: deployment.deployable_url,
    });
  });
});
