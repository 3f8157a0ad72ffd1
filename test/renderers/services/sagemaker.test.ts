import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

describe('sagemaker: what it is about and how it went', () => {
  test.each([
    [
      'Training Job',
      { TrainingJobName: 'n', TrainingJobStatus: 'Completed' },
      'SageMaker 训练作业 n',
      'recovery',
      '成功',
    ],
    [
      'HyperParameter Tuning Job',
      { HyperParameterTuningJobName: 'n', HyperParameterTuningJobStatus: 'Stopped' },
      'SageMaker 超参数调优作业 n',
      'warning',
      '已停止',
    ],
    [
      'Transform Job',
      { TransformJobName: 'n', ModelName: 'm', TransformJobStatus: 'Failed' },
      'SageMaker 批量转换作业 n',
      'error',
      '失败',
    ],
    [
      'Processing Job',
      { ProcessingJobName: 'n', ProcessingJobStatus: 'InProgress' },
      'SageMaker 处理作业 n',
      'info',
      '进行中',
    ],
    [
      'Endpoint',
      { EndpointName: 'n', EndpointConfigName: 'c', EndpointStatus: 'IN_SERVICE' },
      'SageMaker 终端节点 n',
      'recovery',
      '可用',
    ],
    ['Endpoint', { EndpointName: 'n', EndpointStatus: 'ROLLING_BACK' }, 'SageMaker 终端节点 n', 'error', '失败'],
    ['Algorithm', { AlgorithmName: 'n' }, 'SageMaker 资源 n', 'info', '已更新'],
    ['Endpoint', { EndpointName: 'n', EndpointStatus: 'OutOfService' }, 'SageMaker 终端节点 n', 'error', '不可用'],
    ['Endpoint', { EndpointName: 'n', EndpointStatus: 'Creating' }, 'SageMaker 终端节点 n', 'info', '进行中'],
    [
      'Notebook Instance',
      { NotebookInstanceName: 'n', NotebookInstanceStatus: 'InService' },
      'SageMaker 笔记本实例 n',
      'recovery',
      '可用',
    ],
    [
      'Feature Group',
      { FeatureGroupName: 'n', FeatureGroupStatus: 'Active' },
      'SageMaker 特征组 n',
      'recovery',
      '可用',
    ],
    [
      'Model Package',
      { ModelPackageGroupName: 'n', ModelPackageStatus: 'Completed' },
      'SageMaker 模型包 n',
      'recovery',
      '成功',
    ],
    ['Image', { ImageName: 'n', ImageStatus: 'CREATE_FAILED' }, 'SageMaker 映像 n', 'error', '失败'],
  ])('%s %j', (thing, detail, title, severity, status) => {
    const content = renderEvent(`SageMaker ${thing} State Change`, detail);
    expect(content.title).toBe(title);
    expect(verdictOf(content)).toEqual([severity, status]);
  });
});

test('sagemaker: a state that nobody knows is shown as it is', () => {
  const content = renderEvent('SageMaker Training Job State Change', {
    TrainingJobName: 'n',
    TrainingJobStatus: 'Pondering',
  });
  expect(verdictOf(content)).toEqual(['info', '通知']);
  expect(lineOf(content, '状态')).toBe('Pondering');
});

test('sagemaker: times in milliseconds, also as text, give how long it took', () => {
  const detail = { TrainingJobName: 'n', TrainingStartTime: '1583831889050', TrainingEndTime: 1_583_832_189_050 };
  const content = renderEvent('SageMaker Training Job State Change', detail);
  expect(lineOf(content, '用时')).toBe('5 分钟');
  expect(content.link).toBe('https://cn-north-1.console.amazonaws.cn/sagemaker/home?region=cn-north-1#/jobs/n');
});

test('sagemaker: a detail-type newer than the table', () => {
  const content = renderEvent('SageMaker Human Task Expired', { humanLoopName: 'review' });
  expect(content).toMatchObject({ title: 'SageMaker 资源 review', severity: 'warning' });
});
