import type { RenderedContent } from '../../../src/domain/content.js';
import type { PayloadContext } from '../../../src/payloads/payload.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { header, NOW, renderContext } from '../../support/read-context.js';
import { readPayload } from '../read-payload.js';

/** An alert as both tools write it. */
export function alert(changed: Readonly<Record<string, unknown>> = {}) {
  return {
    status: 'firing',
    labels: { alertname: 'DiskFull', severity: 'warning', instance: 'web-1' },
    annotations: { summary: 'web-1 磁盘将满', description: '剩余 4%' },
    startsAt: '2026-11-22T03:00:00.123Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.example.com/graph?g0.expr=x',
    fingerprint: 'f1',
    ...changed,
  };
}

/** A call of Alertmanager's with these alerts, what they share worked out as Alertmanager does. */
export function alertmanagerCall(
  alerts: readonly ReturnType<typeof alert>[] = [alert()],
  changed: Readonly<Record<string, unknown>> = {},
) {
  return {
    version: '4',
    groupKey: '{}:{alertname="DiskFull"}',
    truncatedAlerts: 0,
    status: alerts.some(({ status }) => status === 'firing') ? 'firing' : 'resolved',
    receiver: 'wecom',
    groupLabels: { alertname: 'DiskFull' },
    commonLabels: shared(alerts.map(({ labels }) => labels)),
    commonAnnotations: shared(alerts.map(({ annotations }) => annotations)),
    externalURL: 'https://alertmanager.example.com',
    alerts,
    ...changed,
  };
}

function shared(all: readonly Readonly<Record<string, unknown>>[]) {
  const [first = {}] = all;
  return Object.fromEntries(Object.entries(first).filter(([name, text]) => all.every((one) => one[name] === text)));
}

/** What it becomes, read as an HTTP body is. */
export function readAlerts(value: unknown, context: Partial<PayloadContext> = {}): RenderedContent {
  const event = emptyEvent('http', 'http:request-1', NOW);
  const draft = readPayload(value, { event, renderContext, header, ...context });
  if (draft.kind !== 'rendered') throw new Error(`Cannot take the draft as rendered: it is ${draft.kind}`);
  return draft;
}
