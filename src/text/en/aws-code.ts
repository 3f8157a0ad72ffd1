import type { awsCode as zhCN } from '../zh-CN/aws-code.js';

/** Codes, states and events of single AWS services, in words. */
export const awsCode: typeof zhCN = {
  advisorColumn: {
    'Access Key ID': 'Access Key ID',
    'Bucket Name': 'Bucket Name',
    'Case ID': 'Case ID',
    'Current Usage': 'Current Usage',
    Deadline: 'Deadline',
    'Estimated Monthly Savings': 'Estimated Monthly Savings',
    'Fraud Type': 'Fraud Type',
    'IAM User': 'IAM User',
    'IP Range': 'IP Range',
    'Instance ID': 'Instance ID',
    'Instance Name': 'Instance Name',
    'Instance Type': 'Instance Type',
    'Limit Amount': 'Limit Amount',
    'Limit Name': 'Limit Name',
    'Load Balancer Name': 'Load Balancer Name',
    Location: 'Location',
    Port: 'Port',
    Ports: 'Ports',
    Protocol: 'Protocol',
    'Security Group ID': 'Security Group ID',
    'Security Group Name': 'Security Group Name',
    Service: 'Service',
    'Time Updated': 'Time Updated',
    'User Name (IAM or Root)': 'User Name (IAM or Root)',
    'Volume ID': 'Volume ID',
  },

  invocationCondition: {
    EventAgeExceeded: 'waited too long, event expired',
    MaximumEventAgeInSeconds: 'waited too long, event expired',
    MaximumRetryAttempts: 'retries exhausted',
    RetriesExhausted: 'retries exhausted',
    RetryAttemptsExhausted: 'retries exhausted',
  },

  deletion: {
    'Delete Marker Created': 'delete marker only, can be restored',
    'Permanently Deleted': 'permanent',
  },

  deploymentState: {
    Failed: 'failed',
    InProgress: 'in progress',
    Pending: 'pending',
    Ready: 'ready',
    Skipped: 'skipped',
    Succeeded: 'succeeded',
  },

  elastiCache: {
    AddCacheNodeComplete: 'Add Cache Node Complete',
    CacheClusterParametersChanged: 'Cache Cluster Parameters Changed',
    CacheClusterProvisioningComplete: 'Cache Cluster Provisioning Complete',
    CacheClusterProvisioningFailed: 'Cache Cluster Provisioning Failed',
    CacheClusterScalingComplete: 'Cache Cluster Scaling Complete',
    CacheClusterScalingFailed: 'Cache Cluster Scaling Failed',
    CacheNodeReplaceComplete: 'Cache Node Replace Complete',
    CacheNodeReplaceStarted: 'Cache Node Replace Started',
    CacheNodesRebooted: 'Cache Nodes Rebooted',
    DeleteCacheClusterComplete: 'Delete Cache Cluster Complete',
    FailoverComplete: 'Failover Complete',
    NodeReplacementCanceled: 'Node Replacement Canceled',
    NodeReplacementRescheduled: 'Node Replacement Rescheduled',
    NodeReplacementScheduled: 'Node Replacement Scheduled',
    RemoveCacheNodeComplete: 'Remove Cache Node Complete',
    SnapshotComplete: 'Snapshot Complete',
    SnapshotFailed: 'Snapshot Failed',
  },

  exitCode: {
    126: 'command cannot be run',
    127: 'command not found',
    134: 'aborted',
    137: 'killed, often out of memory',
    139: 'segmentation fault',
    143: 'asked to stop',
  },

  interruption: {
    hibernate: 'hibernate',
    stop: 'stop',
    terminate: 'terminate',
  },

  openSearch: {
    autoTune: 'Auto-Tune',
    burstBalance: 'Low EBS burst balance',
    diskSpace: 'Low disk space',
    diskThrottle: 'Disk throughput throttled',
    jvmPressure: 'High JVM memory pressure',
    kmsKey: 'KMS key inaccessible',
    redIndices: 'Red indices being restored',
    shardCount: 'High shard count',
    softwareUpdate: 'Service software update',
    updateValidation: 'Domain update validation',
  },

  placement: {
    AGENT: 'the ECS agent is not connected',
    ATTRIBUTE: 'no container instance has an attribute that the task needs',
    'EMPTY CAPACITY PROVIDER': 'the capacity provider has no container instances',
    LOCATION: 'no container instance is where the task has to be',
    MISSING: 'the container instance does not exist',
    'NO ACTIVE INSTANCES': 'the capacity provider has no active container instances',
    'RESOURCE:CPU': 'not enough CPU',
    'RESOURCE:ENI': 'no network interface left',
    'RESOURCE:FARGATE': 'not enough Fargate capacity',
    'RESOURCE:GPU': 'not enough GPUs',
    'RESOURCE:MEMORY': 'not enough memory',
    'RESOURCE:PORTS': 'a port that the task needs is in use',
  },

  privateCa: {
    'Audit Report Generation': 'audit report',
    'CRL Generation': 'revocation list',
    'Certificate Issuance': 'certificate issuance',
    'Certificate Revocation': 'certificate revocation',
    Creation: 'creation',
  },

  scalingCause: {
    alarm: 'an alarm triggered a scaling policy',
    difference: 'desired and actual capacity differ',
    ec2: 'an instance failed its EC2 status check',
    elb: "an instance failed the load balancer's health check",
    replacement: 'replacing an unhealthy instance',
    schedule: 'a scheduled action changed the capacity',
    stopped: 'an instance was terminated or stopped',
    user: 'a user changed the capacity',
  },

  scaling: {
    detach: 'instance detach',
    launch: 'instance launch',
    refresh: 'instance refresh',
    terminate: 'instance termination',
    test: 'test notification',
  },
};
