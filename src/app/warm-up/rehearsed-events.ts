import { rehearsedMessage } from './rehearsed-alarm.js';

/**
 * Returns one event of each kind that is no alarm, by the way it is read: by a service's table, as a change of state that nobody listed, as
 * alerts, as a tool's by name, as a text. Each loads and compiles what the first real one of its kind needs.
 */
export const rehearsedEvents = (): readonly unknown[] => [
  eventBridge('aws.ec2', 'EC2 Instance State-change Notification', {
    'instance-id': 'i-00000000000000000',
    state: 'stopped',
  }),
  eventBridge('aws.guardduty', 'GuardDuty Finding', {
    id: 'rehearsal',
    severity: 8,
    type: 'Recon:EC2/Portscan',
    title: 'Nobody reads this.',
    description: 'Nobody reads this.',
    resource: { resourceType: 'Instance', instanceDetails: { instanceId: 'i-00000000000000000' } },
    service: { count: 1, eventFirstSeen: '2026-01-01T00:00:00.000Z', eventLastSeen: '2026-01-01T00:00:00.000Z' },
  }),
  eventBridge('aws.rehearsal', 'Rehearsal State Change', {
    name: 'rehearsal',
    previousState: 'RUNNING',
    state: 'FAILED',
    reason: 'Nobody reads this: it failed at 2026-01-01T00:00:00Z with 3 of 4.',
    startTime: 1767225600000,
    sizeInBytes: 123456,
    links: [{ url: 'https://example.com/rehearsal' }],
    steps: [
      { name: 'first', status: 'SUCCEEDED' },
      { name: 'second', status: 'FAILED', exitCode: 1 },
    ],
  }),
  {
    version: '4',
    groupKey: 'rehearsal',
    status: 'firing',
    receiver: 'rehearsal',
    externalURL: 'https://example.com',
    groupLabels: { alertname: 'Rehearsal' },
    commonLabels: { alertname: 'Rehearsal', severity: 'critical' },
    commonAnnotations: { summary: 'Nobody reads this.' },
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'Rehearsal', severity: 'critical', instance: 'rehearsal:9100' },
        annotations: { summary: 'Nobody reads this.' },
        startsAt: '2026-01-01T00:00:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'https://example.com/graph',
        fingerprint: 'rehearsal',
      },
    ],
  },
  { object_kind: 'pipeline', object_attributes: { id: 1, status: 'failed' }, project: { name: 'rehearsal' } },
  rehearsedMessage('Nobody reads this.\nIt failed.'),
];

function eventBridge(source: string, detailType: string, detail: object) {
  return {
    version: '0',
    id: 'rehearsal',
    source,
    'detail-type': detailType,
    account: '111122223333',
    region: 'us-east-1',
    time: '2026-01-01T00:00:00Z',
    resources: ['arn:aws:ec2:us-east-1:111122223333:instance/i-00000000000000000'],
    detail,
  };
}
