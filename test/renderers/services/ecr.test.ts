import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

const counted = (counts: object) => ({ 'scan-status': 'COMPLETE', 'finding-severity-counts': counts });

describe('ecr: events', () => {
  test.each([
    ['ECR Image Action', { 'action-type': 'PUSH', result: 'SUCCESS' }, 'info', '已推送'],
    ['ECR Image Action', { 'action-type': 'DELETE', result: 'SUCCESS' }, 'info', '已删除'],
    ['ECR Image Action', { 'action-type': 'PUSH', result: 'FAILURE' }, 'error', '失败'],
    ['ECR Referrer Action', { 'action-type': 'PUSH', result: 'SUCCESS' }, 'info', '已推送'],
    ['ECR Replication Action', { 'action-type': 'REPLICATE', result: 'SUCCESS' }, 'info', '已复制'],
    ['ECR Pull Through Cache Action', { 'sync-status': 'SUCCESS' }, 'recovery', '成功'],
    ['ECR Pull Through Cache Action', { 'sync-status': 'FAILED' }, 'error', '失败'],
    ['ECR Image Scan', { 'scan-status': 'FAILED' }, 'error', '失败'],
    ['ECR Image Scan', counted({ CRITICAL: 1, LOW: 9 }), 'error', '发现漏洞'],
    ['ECR Image Scan', counted({ CRITICAL: 0, HIGH: 2 }), 'warning', '发现漏洞'],
    ['ECR Image Scan', counted({ MEDIUM: 3 }), 'info', '发现漏洞'],
    ['ECR Image Scan', counted({}), 'recovery', '成功'],
  ])('%s %j: %s, %s', (detailType, detail, severity, status) => {
    expect(verdictOf(renderEvent(detailType, detail))).toEqual([severity, status]);
  });
});

describe('ecr: image', () => {
  const name = { 'repository-name': 'team/pay' };
  const digest = { 'image-digest': `sha256:${'0a1b2c3d'.repeat(8)}` };

  test.each([
    [{ ...name, 'image-tag': '2.4.0' }, 'ECR 镜像 team/pay:2.4.0', undefined],
    [{ ...name, 'image-tags': ['9', 'latest'], ...digest }, 'ECR 镜像 team/pay:9', undefined],
    [{ ...name, ...digest }, 'ECR 镜像 team/pay', '0a1b2c3d0a1b'],
  ])('%j', (detail, title, shownDigest) => {
    const content = renderEvent('ECR Image Action', detail);
    expect([content.title, lineOf(content, '摘要')]).toEqual([title, shownDigest]);
  });

  test('links to the repository in its account', () => {
    expect(renderEvent('ECR Image Action', name).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/ecr/repositories/private/111122223333/team%2Fpay?region=cn-north-1',
    );
  });

  test('says where nothing was found', () => {
    expect(lineOf(renderEvent('ECR Image Scan', counted({ LOW: 0 })), '漏洞')).toBeDefined();
    expect(lineOf(renderEvent('ECR Image Action', {}), '漏洞')).toBeUndefined();
  });
});
