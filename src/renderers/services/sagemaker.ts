import type { ConsolePage } from '../../aws/console-link.js';
import type { ResourceKind } from '../../text/words.js';
import type { FieldRow } from '../toolkit/event-fields.js';
import { type EventRow, tableRenderer } from '../toolkit/event-table.js';
import type { Verdict } from '../toolkit/verdict.js';

/** States of what is there to stay, unlike a job's. */
const SERVING: Readonly<Record<string, Verdict>> = {
  active: ['recovery', 'available'],
  inservice: ['recovery', 'available'],
  in_service: ['recovery', 'available'],
  outofservice: ['error', 'unavailable'],
  out_of_service: ['error', 'unavailable'],
};

/** SageMaker names a thing's fields after the thing: `TrainingJobName`, `TrainingJobStatus`. */
function row(kind: ResourceKind, key: string, page?: ConsolePage, fields: readonly FieldRow[] = []): EventRow {
  return {
    kind,
    name: [`${key}Name`, `${key}Id`, `${key}Arn`],
    state: [`${key}Status`, `${key}State`, 'Status', 'status'],
    verdict: SERVING,
    fields,
    ...(page && { page }),
  };
}

/** Training, inference, pipelines. @see https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html */
export const sagemaker = tableRenderer({
  name: 'sagemaker',
  service: 'SageMaker',
  sources: ['aws.sagemaker'],
  types: /^SageMaker /,
  rows: {
    'SageMaker Training Job State Change': row('trainingJob', 'TrainingJob', 'sagemaker-training', [
      ['progress', 'SecondaryStatus'],
      ['instanceType', 'ResourceConfig.InstanceType'],
      ['instanceCount', 'ResourceConfig.InstanceCount', 'count'],
      ['duration', ['TrainingStartTime', 'TrainingEndTime'], 'span'],
    ]),
    'SageMaker HyperParameter Tuning Job State Change': row(
      'tuningJob',
      'HyperParameterTuningJob',
      'sagemaker-tuning',
      [
        ['succeededJobs', 'TrainingJobStatusCounters.Completed', 'count'],
        ['failedJobs', 'TrainingJobStatusCounters.NonRetryableError', 'count'],
      ],
    ),
    'SageMaker Transform Job State Change': row('transformJob', 'TransformJob', 'sagemaker-transform', [
      ['model', 'ModelName'],
      ['instanceType', 'TransformResources.InstanceType'],
      ['instanceCount', 'TransformResources.InstanceCount', 'count'],
      ['duration', ['TransformStartTime', 'TransformEndTime'], 'span'],
    ]),
    'SageMaker Processing Job State Change': row('processingJob', 'ProcessingJob', 'sagemaker-processing', [
      ['instanceType', 'ProcessingResources.ClusterConfig.InstanceType'],
      ['instanceCount', 'ProcessingResources.ClusterConfig.InstanceCount', 'count'],
      ['duration', ['ProcessingStartTime', 'ProcessingEndTime'], 'span'],
    ]),
    'SageMaker Endpoint State Change': row('endpoint', 'Endpoint', 'sagemaker-endpoint', [
      ['config', 'EndpointConfigName'],
    ]),
    'SageMaker Endpoint Deployment State Change': row('endpoint', 'Endpoint', 'sagemaker-endpoint', [
      ['config', 'EndpointConfigName'],
    ]),
    'SageMaker Notebook Instance State Change': row('notebook', 'NotebookInstance', 'sagemaker-notebook', [
      ['instanceType', 'InstanceType'],
    ]),
    'SageMaker Feature Group State Change': row('featureGroup', 'FeatureGroup'),
    'SageMaker Image State Change': row('image', 'Image'),
    'SageMaker Image Version State Change': row('image', 'ImageVersion'),
    'SageMaker Model State Change': row('model', 'Model'),
    'SageMaker Model Card State Change': row('model', 'ModelCard'),
    'SageMaker Model Package State Change': {
      ...row('modelPackage', 'ModelPackage', undefined, [
        ['version', 'ModelPackageVersion'],
        ['approval', 'ModelApprovalStatus'],
      ]),
      name: ['ModelPackageGroupName', 'ModelPackageName', 'ModelPackageArn'],
    },
    'SageMaker Monitoring Schedule State Change': row('monitor', 'MonitoringSchedule'),
    'SageMaker HyperPod Cluster State Change': row('cluster', 'Cluster'),
    'SageMaker HyperPod Cluster Node Health Event': {
      ...row('cluster', 'Cluster'),
      state: ['HealthSummary.HealthStatus', 'HealthStatus'],
      fields: [['node', ['InstanceId', 'HealthSummary.InstanceId']]],
      details: ['HealthSummary.HealthStatusReason', 'HealthStatusReason'],
    },
    'SageMaker Ground Truth Labeling Job State Change': row('labelingJob', 'LabelingJob'),
    'SageMaker Model Building Pipeline Execution Status Change': {
      kind: 'pipeline',
      name: ['pipelineArn', 'pipelineExecutionArn'],
      state: 'currentPipelineExecutionStatus',
      fields: [
        ['execution', 'pipelineExecutionDisplayName'],
        ['duration', ['executionStartTime', 'executionEndTime'], 'span'],
      ],
    },
    'SageMaker Model Building Pipeline Execution Step Status Change': {
      kind: 'pipelineStep',
      name: 'stepName',
      state: 'currentStepStatus',
      fields: [
        ['pipeline', 'pipelineArn'],
        ['type', 'stepType'],
        ['duration', ['stepStartTime', 'stepEndTime'], 'span'],
      ],
    },
  },
  other: {
    kind: 'resource',
    name: [
      'humanLoopName',
      'labelingJobName',
      'labelingJobArn',
      'ClusterName',
      'AlgorithmName',
      'EndpointConfigName',
      'NotebookInstanceLifecycleConfigName',
      'Name',
      'name',
    ],
  },
});
