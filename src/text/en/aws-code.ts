import type { awsCode as zhCN } from '../zh-CN/aws-code.js';

/** Codes, states and events of single AWS services, in words. */
export const awsCode: typeof zhCN = {
  invocationCondition: {
    EventAgeExceeded: 'waited too long, event expired',
    MaximumEventAgeInSeconds: 'waited too long, event expired',
    MaximumRetryAttempts: 'retries exhausted',
    RetriesExhausted: 'retries exhausted',
    RetryAttemptsExhausted: 'retries exhausted',
  },

  deploymentState: {
    Failed: 'failed',
    InProgress: 'in progress',
    Pending: 'pending',
    Ready: 'ready',
    Skipped: 'skipped',
    Succeeded: 'succeeded',
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

  scaling: {
    detach: 'instance detach',
    launch: 'instance launch',
    refresh: 'instance refresh',
    terminate: 'instance termination',
    test: 'test notification',
  },
};
