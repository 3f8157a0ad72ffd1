import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { emptyEvent } from '../../src/sources/envelope.js';
import { logSubscription } from '../../src/sources/log-subscription.js';
import { renderEvent } from '../support/render-event.js';
import { contentsOf } from '../support/render-sample.js';

const outer = emptyEvent('invoke', 'invoke:request-1', 1000);
const packed = (text: string) => ({ awslogs: { data: gzipSync(text).toString('base64') } });
const batch = (...messages: readonly string[]) => ({
  messageType: 'DATA_MESSAGE',
  owner: '111122223333',
  logGroup: '/aws/lambda/pay',
  logStream: 's',
  subscriptionFilters: ['errors'],
  logEvents: messages.map((message, index) => ({ id: `id-${index}`, timestamp: 1795317608000, message })),
});
const contentOf = (...messages: readonly string[]) =>
  renderEvent('CloudWatch Logs Subscription', batch(...messages), { source: 'aws.logs' });
const shown = (...messages: readonly string[]) => contentOf(...messages).details;

describe('logSubscription', () => {
  it('a batch is one event: its group’s account, its first line’s time and id', () => {
    const [event] = logSubscription.open(packed(JSON.stringify(batch('a', 'b'))), outer);
    expect(event).toMatchObject({ id: 'logs:errors:id-0', account: '111122223333', occurredAt: 1795317608000 });
  });

  it.each([
    ['no base64 of gzip', { awslogs: { data: 'bm90IGd6aXA=' } }, 'Z_DATA_ERROR'],
    ['no JSON', packed('plain'), 'no JSON'],
    ['more than is ever sent', packed(' '.repeat(9 * 1024 * 1024)), 'ERR_BUFFER_TOO_LARGE'],
  ])('%s: a message says so, none is lost', async (_, event, reason) => {
    expect(await contentsOf(event)).toMatchObject([
      { severity: 'warning', rows: [{ text: expect.stringContaining(reason) }] },
    ]);
  });

  it('CloudWatch’s own test of the subscription is not shown', async () => {
    const test = { ...batch('CWL CONTROL MESSAGE'), messageType: 'CONTROL_MESSAGE' };
    expect(await contentsOf(packed(JSON.stringify(test)))).toMatchObject([{ skipped: expect.any(String) }]);
  });
});

describe('cloudwatch-logs: lines', () => {
  it.each([
    ['2026-11-22T03:20:08.000Z\t8c0a4c52-3d0b-4c0f-9b1e-2f6d1a7e5b90\tERROR\tboom\n', 'ERROR boom'],
    ['{"level":"error","msg":"boom","token":"hidden"}', 'error boom'],
    ['ERROR Invoke Error {"errorType":"E","errorMessage":"boom"}', 'ERROR Invoke Error boom'],
    ['{"order":7,"password":"hidden"}', 'order=7'],
    ['ERROR {"order": 7, "cut', 'ERROR order : 7, cut'],
    ['if (a) { b }', 'if (a) { b }'],
  ])('%s', (line, told) => {
    expect(shown(line)).toBe(told);
  });

  it.each([
    ['error', ['{"level":"info","msg":"ok"}', '{"level":"error","msg":"boom"}']],
    ['error', ['{"level":50,"msg":"boom"}']],
    ['error', ['ERROR payment failed']],
    ['info', ['user li.na opened page 7']],
  ])('the worst line counts: %s for %j', (severity, lines) => {
    expect(renderEvent('CloudWatch Logs Subscription', batch(...lines), { source: 'aws.logs' }).severity).toBe(
      severity,
    );
  });

  it('five are shown, each cut, and how many more there are', () => {
    const { details, rows } = contentOf(...Array.from({ length: 7 }, () => 'x'.repeat(1000)));
    const lines = details?.split('\n') ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[0]).toHaveLength(201);
    expect(rows).toEqual([{ text: '另有 2 行' }]);
  });
});
