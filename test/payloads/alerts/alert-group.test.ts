import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payloadOf } from '../../../src/payloads/payloads.js';
import { NOW } from '../../support/read-context.js';
import { lineOf } from '../../support/render-event.js';
import { alert, alertmanagerCall, readAlerts } from './alerts.js';

const resolved = { status: 'resolved', endsAt: '2026-11-22T03:22:30Z' };

describe('alertmanager: the id of a call', () => {
  const id = (value: unknown) => readAlerts(value).id;
  const same = id(alertmanagerCall());

  it.each<[string, unknown]>([
    ['a repeat', alertmanagerCall()],
    ['another receiver or page', alertmanagerCall([alert()], { receiver: 'b', externalURL: 'https://b' })],
    ['another annotation', alertmanagerCall([alert({ annotations: { summary: 'b' } })])],
  ])('is the same for %s', (_, value) => {
    expect(id(value)).toBe(same);
  });

  it.each<[string, unknown]>([
    ['another group', alertmanagerCall([alert()], { groupKey: '{}:{alertname="B"}' })],
    ['another alert', alertmanagerCall([alert({ fingerprint: 'f2' })])],
    ['one more alert', alertmanagerCall([alert(), alert({ fingerprint: 'f2' })])],
    ['its end', alertmanagerCall([alert(resolved)])],
    ['its next occurrence', alertmanagerCall([alert({ startsAt: '2026-11-22T04:00:00Z' })])],
  ])('is another for %s', (_, value) => {
    expect(id(value)).not.toBe(same);
  });

  it('does not depend on the order of the alerts', () => {
    const alerts = [alert(), alert({ fingerprint: 'f2' })];
    expect(id(alertmanagerCall(alerts))).toBe(id(alertmanagerCall([...alerts].reverse())));
  });

  it("is the caller's own where it chose one", () => {
    expect(readAlerts(alertmanagerCall(), { callerId: 'http:mine' }).id).toBe('http:mine');
  });
});

describe('alertmanager: what tells it, and what it bears', () => {
  it.each([
    [{ version: '4', groupKey: 'x', alerts: [] }, 'alertmanager'],
    [{ version: '3', groupKey: 'x', alerts: [] }, undefined],
    [{ version: '4', alerts: [] }, undefined],
    [{ version: '4', groupKey: 'x', alerts: {} }, undefined],
    [{ version: '4', groupKey: {}, alerts: [] }, undefined],
  ])('%j is %s', (value, name) => {
    expect(payloadOf(value)?.name).toBe(name);
  });

  it('without alerts it is a recovery of an alert without a name', () => {
    expect(readAlerts({ version: '4', groupKey: 'x', alerts: [] })).toMatchObject({
      severity: 'recovery',
      title: '告警',
      occurredAt: NOW,
    });
  });

  it('whatever stands in its fields, it becomes a message', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
    const group = fc.record(
      {
        groupLabels: odd,
        commonLabels: odd,
        commonAnnotations: odd,
        truncatedAlerts: odd,
        status: odd,
        externalURL: odd,
      },
      { requiredKeys: [] },
    );
    const one = fc.record(
      { status: odd, labels: odd, annotations: odd, startsAt: odd, endsAt: odd, generatorURL: odd, fingerprint: odd },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(group, fc.array(fc.oneof(one, odd)), (fields, alerts) => {
        const content = readAlerts({ ...fields, version: '4', groupKey: 'x', alerts });
        expect(content.title).not.toBe('');
        expect(content.fields.every(({ label, value }) => label && value)).toBe(true);
      }),
    );
  });

  it('labels called like prototypes are labels', () => {
    const labels: unknown = JSON.parse('{"__proto__":"x","constructor":"y","alertname":"a"}');
    const content = readAlerts(alertmanagerCall([alert({ labels })]));
    expect(lineOf(content, '标签')).toBe('__proto__=x、constructor=y');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});
