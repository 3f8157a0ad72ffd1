import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../src/aws/facts-of.js';
import { alarmFacts, isComposite } from '../../../../src/renderers/services/cloudwatch/alarm-facts.js';
import { normalise } from '../../../../src/renderers/services/cloudwatch/normalise.js';
import { emptyEvent } from '../../../../src/sources/envelope.js';

const ARN = 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:disk';
const TAGS = { team: 'payments', severity: 'P2' };
const listed = (key: string, value: string) =>
  Object.entries(TAGS).map(([name, one]) => ({ [key]: name, [value]: one }));

describe('alarmFacts: the tags of an alarm', () => {
  it.each([
    ['SNS', { AlarmName: 'disk', AlarmArn: ARN, NewStateValue: 'ALARM', AlarmTags: listed('Key', 'Value') }],
    ['EventBridge', { alarmName: 'disk', state: { value: 'ALARM' }, alarmTags: TAGS }],
    ['the direct action', { alarmArn: ARN, alarmData: { alarmName: 'disk', alarmTags: TAGS } }],
    ['the direct action, outside of its data', { alarmArn: ARN, alarmTags: TAGS, alarmData: { alarmName: 'disk' } }],
    ['a list in small letters', { alarmName: 'disk', alarmTags: listed('key', 'value') }],
  ])('alarmFacts: by %s', (_, detail) => {
    expect(alarmFacts(normalise(detail, [ARN])).tags).toEqual(TAGS);
  });

  it('alarmFacts: a Metrics Insights query has the namespace that it names', () => {
    const metrics = [
      { Id: 'q', Expression: 'SELECT MAX(CPUUtilization) FROM SCHEMA("AWS/RDS", DBInstanceIdentifier)' },
    ];
    expect(alarmFacts(normalise({ AlarmName: 'cpu', Trigger: { Metrics: metrics } }, [])).namespaces).toEqual([
      'AWS/RDS',
    ]);
  });

  it('isComposite: an alarm with a rule over others', () => {
    expect(isComposite(normalise({ AlarmName: 'all', AlarmRule: 'ALARM(a) OR ALARM(b)' }, []))).toBe(true);
    expect(isComposite(normalise({ AlarmName: 'one', Trigger: { MetricName: 'a', Namespace: 'b' } }, []))).toBe(false);
  });
});

describe('factsOf', () => {
  const event = { ...emptyEvent('eventbridge', 'eb:1', 0), source: 'aws.guardduty' };
  it('factsOf: resources, finding types and tags from wherever a service puts them', () => {
    const detail = {
      type: 'UnauthorizedAccess:EC2/SSHBruteForce',
      resource: { instanceDetails: { instanceId: 'i-1', tags: [{ key: 'team', value: 'pay' }] } },
    };
    expect(factsOf({ ...event, detail })).toEqual({
      eventSource: 'aws.guardduty',
      resources: ['i-1'],
      findingTypes: ['UnauthorizedAccess:EC2/SSHBruteForce'],
      tags: { team: 'pay' },
    });
  });

  it('factsOf: odd values are left out, and of thousands of resources the first', () => {
    const detail = { resources: Array.from({ length: 5000 }, (_, id) => ({ id: `r-${id}` })), type: 7, resource: null };
    expect(factsOf({ ...event, detail }).resources).toHaveLength(100);
    expect(factsOf({ ...event, detail: { resource: [], findings: 'x' } })).toEqual({ eventSource: 'aws.guardduty' });
  });
});
