import type { awsCode as zhCN } from '../zh-CN/aws-code.js';

/** Codes, states and events of single AWS services, in words. */
export const awsCode: typeof zhCN = {
  advisorColumn: {},

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

  elastiCache: {},

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
