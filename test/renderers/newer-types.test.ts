import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textAt } from '../../src/base/json.js';
import { renderedOf } from '../support/render-sample.js';

const EVENTS = join(import.meta.dirname, '../../events');

/** The source of every EventBridge sample of an AWS service. */
const sources = [
  ...new Set(
    readdirSync(EVENTS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => textAt(JSON.parse(readFileSync(join(EVENTS, file), 'utf8')), 'source') ?? '')
      .filter((source) => source.startsWith('aws.')),
  ),
].sort();

/** An event of a detail-type that nobody knows yet. */
function inventedEvent(source: string): unknown {
  return {
    version: '0',
    id: '7431074d-be42-55a7-946b-6202d4186c1f',
    'detail-type': 'Quokka Allotment Reminder',
    source,
    account: '111122223333',
    time: '2026-11-21T18:31:07Z',
    region: 'ap-southeast-1',
    resources: [],
    detail: {
      quokka: 'q-17',
      reason: 'The allotment is nearly used up; requests wait from the deadline on',
      deadline: '2026-11-25T02:00:00Z',
      usage: 9,
      limit: 11,
    },
  };
}

describe('a detail-type that a known service invented yesterday', () => {
  test('there are many services to try', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  test.each(sources)('%s: type, thing, reason, local deadline and numbers are told', async (source) => {
    const { title, fields, details = '' } = await renderedOf(inventedEvent(source));
    const text = [title, ...fields.map(({ label, value }) => `${label}：${value}`), details].join('\n');
    expect(text).toContain('Quokka Allotment');
    expect(text).toContain('q-17');
    expect(text).toContain('The allotment is nearly used up');
    expect(text).toContain('2026-11-25 10:00:00');
    expect(text).toMatch(/：9$/m);
    expect(text).toMatch(/：11$/m);
  });
});
