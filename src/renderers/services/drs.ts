import { textAt } from '../../base/json.js';
import type { Renderer } from '../renderer.js';
import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const SERVER: EventRow = {
  kind: 'sourceServer',
  name: [],
  verdict: {
    stalled: ['warning', 'stalled'],
    not_stalled: ['recovery', 'recovered'],
    ready_for_test: ['info', 'ready'],
    failback_completed: ['recovery', 'completed'],
    failback_error: ['error', 'failed'],
    failback_in_progress: ['info', 'running'],
  },
};
const REPLICATION: EventRow = { ...SERVER, kind: 'replication' };
const LAUNCH: EventRow = {
  ...SERVER,
  kind: 'serverLaunch',
  fields: [
    ['job', 'job-id'],
    ['drill', 'drill'],
  ],
};

const table = tableRenderer({
  name: 'drs',
  service: 'DRS',
  sources: ['aws.drs'],
  types: /^DRS /,
  rows: {
    'DRS Source Server Data Replication Stalled Change': REPLICATION,
    'DRS Source Server Launch Result': LAUNCH,
    'DRS PIT Snapshot Taken': { ...SERVER, verdict: ['info', 'completed'], fields: [['checkpoint', 'DrsSnapshotID']] },
    'DRS Recovery Instance Failback State Change': { ...SERVER, kind: 'failback' },
    'DRS Source Network Protection Status Change': { ...SERVER, kind: 'sourceNetwork' },
    'DRS Source Network Recovery Result': { ...SERVER, kind: 'sourceNetwork' },
  },
  other: SERVER,
});

/** Elastic Disaster Recovery: replication, drills, recoveries. @see https://docs.aws.amazon.com/drs/latest/userguide/monitoring-event-bridge-sample.html */
export const drs: Renderer = {
  ...table,
  render(event, context) {
    const drill = textAt(event.detail, 'is-drill')?.toUpperCase() === 'TRUE' ? context.words.answer.yes : undefined;
    return table.render({ ...event, detail: { ...event.detail, drill } }, context);
  },
};

/** Application Migration Service: replication, tests, cutovers. @see https://docs.aws.amazon.com/mgn/latest/ug/eventbridge-events.html */
export const mgn = tableRenderer({
  name: 'mgn',
  service: 'MGN',
  sources: ['aws.mgn'],
  types: /^MGN /,
  rows: {
    'MGN Source Server Data Replication Stalled Change': REPLICATION,
    'MGN Source Server Launch Result': LAUNCH,
    'MGN Source Server Lifecycle State Change': SERVER,
  },
  other: SERVER,
});
