import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../local/samples/samples.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { trimForQueue } from '../../../src/queue/message/trim-for-queue.js';
import { wordsOf } from '../../../src/text/words.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { readSample } from '../../support/render-sample.js';
import { rendered, written } from '../../wecom/notifications.js';

const words = wordsOf('zh-CN');
const bytesOf = (notification: Notification) => Buffer.byteLength(writeQueueBody({ notification, queuedAt: 0 }));

describe('trimForQueue', () => {
  it('trimForQueue: of no sample anything that is shown is left out', async () => {
    for (const { samples } of await readSamples()) {
      for (const { event } of samples) {
        for (const { overrides: _, ...content } of (await readSample(event, 'zh-CN')).drafts) {
          const notification: Notification = { ...content, robot: 'default', mentions: NOBODY, format: 'markdown' };
          expect(compose(trimForQueue(notification), words)).toEqual(compose(notification, words));
        }
      }
    }
  });

  it('trimForQueue: however large a rendered event is, it fits the smallest queue and is still one whole message', () => {
    const long = '数据库\u0001"'.repeat(100_000);
    const fields = Array.from({ length: 300 }, (_, n) => ({ label: `${n}${long}`, value: long }));
    const rows = fields.map(() => ({ text: long }));
    const link = `https://x/${long}`;
    const huge = rendered({ title: long, status: long, where: long, fields, rows, details: long, link });
    expect(bytesOf(trimForQueue(huge))).toBeLessThan(248 * 1024);
    expect(compose(trimForQueue(huge), words)).toHaveLength(1);
  });

  it('trimForQueue: the identity of a thing stays whole, or is left out if it is longer than any', () => {
    expect(trimForQueue(rendered({ thing: 'a'.repeat(300) }))).toMatchObject({ thing: 'a'.repeat(300) });
    expect(trimForQueue(rendered({ thing: 'a'.repeat(1001) }))).not.toHaveProperty('thing');
  });

  it('trimForQueue: what a row of many shows stays, cut to what a row has room for', () => {
    const facts = { brief: '93.2 > 90%', category: 'RDS 磁盘', listLink: 'https://console.amazonaws.cn/list' };
    expect(trimForQueue(rendered(facts))).toMatchObject(facts);
    const long = 'x'.repeat(5000);
    const trimmed = trimForQueue(rendered({ brief: long, category: long, listLink: `https://x/${long}` }));
    expect(trimmed).toMatchObject({ brief: 'x'.repeat(80), category: 'x'.repeat(40) });
    expect(trimmed).not.toHaveProperty('listLink');
  });

  it('trimForQueue: a cut leaves no half of a character', () => {
    const title = `${'x'.repeat(999)}😀${'y'.repeat(1000)}`;
    expect(trimForQueue(rendered({ title })).title).toBe('x'.repeat(999));
  });

  it('trimForQueue: a caller’s words stay as they are, labels do not', () => {
    const notification = written('字'.repeat(600), { origin: { source: 'http', labels: { team: 'dba' } } });
    expect(trimForQueue(notification)).toEqual({ ...notification, origin: { source: 'http' } });
  });
});
