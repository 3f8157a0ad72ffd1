import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

describe('tables of compute and delivery services: verdict and title', () => {
  test.each([
    ['Amplify Deployment Status Change', { appId: 'd1', jobStatus: 'STARTED' }, 'info', '开始', 'Amplify 应用 d1'],
    ['Amplify Deployment Status Change', { appId: 'd1', jobStatus: 'SUCCEED' }, 'recovery', '成功', 'Amplify 应用 d1'],
    ['Amplify Deployment Status Change', { appId: 'd1', jobStatus: 'FAILED' }, 'error', '失败', 'Amplify 应用 d1'],
    [
      'AppRunner Service Operation Status Change',
      { serviceName: 'web', operationStatus: 'DeploymentFailed' },
      'error',
      '失败',
      'App Runner 服务 web',
    ],
    [
      'AppRunner Service Operation Status Change',
      { serviceName: 'web', operationStatus: 'UpdateServiceCompletedSuccessfully' },
      'recovery',
      '成功',
      'App Runner 服务 web',
    ],
    [
      'AppRunner Service Status Change',
      { serviceName: 'web', currentServiceStatus: 'PAUSED' },
      'warning',
      '已停止',
      'App Runner 服务 web',
    ],
    [
      'Application Auto Scaling Scaling Activity State Change',
      { resourceId: 'service/prod/pay', scaledToMax: true },
      'warning',
      '已达容量上限',
      'Application Auto Scaling 可扩展目标 service/prod/pay',
    ],
    [
      'CodeArtifact Package Version State Change',
      { packageName: 'sdk', operationType: 'Deleted' },
      'info',
      '已删除',
      'CodeArtifact 包 sdk',
    ],
    [
      'Goshawk Repository State Change',
      { repositoryName: 'npm', operationType: 'Deleted' },
      'info',
      '已删除',
      'CodeArtifact 仓库 npm',
    ],
    ['EKS Cluster State Change', { clusterName: 'prod', status: 'FAILED' }, 'error', '失败', 'EKS 集群 prod'],
    ['EKS Addon Update Failed', { addonName: 'vpc-cni' }, 'error', '失败', 'EKS 插件 vpc-cni'],
    ['EKS Addon Health Degraded', {}, 'error', '异常', 'EKS 插件'],
    ['EKS Addon Health Restored', {}, 'recovery', '恢复', 'EKS 插件'],
    ['EKS Fargate Pod Scheduled Termination', {}, 'warning', '即将结束', 'EKS Fargate Pod'],
    [
      'EC2 Image Builder Image State Change',
      { state: { status: 'AVAILABLE' } },
      'recovery',
      '可用',
      'EC2 Image Builder 映像',
    ],
    ['EC2 Image Builder CVE Detected', {}, 'warning', '发现漏洞', 'EC2 Image Builder 映像'],
  ])('%s %j', (detailType, detail, severity, status, title) => {
    const content = renderEvent(detailType, detail);
    expect(verdictOf(content)).toEqual([severity, status]);
    expect(content.title).toBe(title);
  });
});

describe('tables of compute and delivery services: lines and links', () => {
  const root = 'https://cn-north-1.console.amazonaws.cn';

  test('eks: the cluster, by either spelling, and its page', () => {
    for (const detail of [{ clusterName: 'prod' }, { 'cluster-name': 'prod' }]) {
      const content = renderEvent('EKS Addon Update Failed', detail);
      expect([lineOf(content, '集群'), content.link]).toEqual([
        'prod',
        `${root}/eks/home?region=cn-north-1#/clusters/prod`,
      ]);
    }
  });

  test('app-runner: the page of the service’s ARN', () => {
    const service = 'arn:aws-cn:apprunner:cn-north-1:111122223333:service/web/0a1b';
    expect(renderEvent('AppRunner Service Status Change', {}, { resources: [service] }).link).toBe(
      `${root}/apprunner/home?region=cn-north-1#/services/dashboard?service_arn=${encodeURIComponent(service)}`,
    );
  });

  test('image-builder: a workflow step that waits is called a step', () => {
    const content = renderEvent('EC2 Image Builder Workflow Step Waiting', { 'workflow-step-name': 'ApproveImage' });
    expect(lineOf(content, '步骤')).toBe('ApproveImage');
  });

  test('amplify: the page of the branch', () => {
    expect(renderEvent('Amplify Deployment Status Change', { appId: 'd1', branchName: 'main' }).link).toBe(
      `${root}/amplify/apps/d1/branches/main/deployments?region=cn-north-1`,
    );
  });
});
