import type { StateTable } from '../../toolkit/state-table.js';

/** The meanings of EC2's states. Stopping an instance is mostly intended, but a quiet message about it would go unnoticed. */
export const EC2_STATES: StateTable = {
  assessing: ['info', 'waiting'],
  available: ['recovery', 'available'],
  delayed: ['warning', 'delayed'],
  deregistered: ['info', 'deleted'],
  disabled: ['info', 'disabled'],
  launched: ['info', 'started'],
  optimizing: ['info', 'running'],
  running: ['info', 'up'],
  scheduled: ['info', 'waiting'],
  'shutting-down': ['info', 'stopping'],
  stopping: ['info', 'stopping'],
  terminated: ['warning', 'terminated'],
  termination_notified: ['warning', 'interrupting'],
  unsupported: ['error', 'failed'],
};

/** Detail-types (in lower case) that are the news themselves, whatever state they hold. */
export const EC2_NEWS: StateTable = {
  'capacity block delivered': ['recovery', 'ready'],
  'capacity block expiration warning': ['warning', 'ending'],
  'capacity block reservation delivered': ['recovery', 'ready'],
  'capacity block reservation expiration warning': ['warning', 'ending'],
  'ebs copy snapshot missed completion duration': ['warning', 'delayed'],
  'ebs snapshot block public access disabled': ['warning', 'disabled'],
  'ebs snapshot block public access enabled': ['info', 'enabled'],
  'ec2 fleet error': ['error', 'failed'],
  'ec2 instance rebalance recommendation': ['warning', 'atRisk'],
  'ec2 on-demand capacity reservation unsuspended': ['recovery', 'recovered'],
  'ec2 spot fleet error': ['error', 'failed'],
  'ec2 spot instance interruption warning': ['warning', 'interrupting'],
  'ec2 spot instance rebalance recommended': ['warning', 'atRisk'],
  'ec2 spot instance request fulfillment': ['recovery', 'started'],
};
