import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeMessage } from '../../local/wecom/rules.js';
import { readConfig } from '../../src/app/config.js';
import { wireNotify } from '../../src/app/wire-notify.js';
import { at } from '../../src/base/json.js';
import { silentLog } from '../../src/base/log.js';
import type { QueueEntry } from '../../src/queue/message/entry.js';
import { readQueueBody } from '../../src/queue/message/queue-body.js';
import { NO_ROUTES } from '../../src/routing/rule.js';
import { KINDS } from '../sources/http/samples.js';
import { envelope, snsEvent } from '../sources/samples.js';
import { consumerBench } from '../support/consumer-bench.js';
import { createFakeClock } from '../support/fake-clock.js';
import { TOKEN } from '../support/read-context.js';

/** `notify`, whose queue is a list. */
function notifier() {
  const clock = createFakeClock();
  const entries: QueueEntry[] = [];
  const app = wireNotify(
    { ...readConfig({}), routes: NO_ROUTES },
    {
      keys: {
        tokensAtHand: () => [{ token: TOKEN }],
        httpTokens: async () => [{ token: TOKEN }],
        hasRobot: async () => true,
      },
      writer: {
        send: async (taken) => {
          entries.push(...taken);
          return [];
        },
      },
      clock,
      mask: (text) => text,
      log: silentLog,
    },
  );
  const invocation = { requestId: 'request-1', remainingMs: () => 30_000 };
  return { entries, notify: (event: unknown) => app(event, invocation) };
}

/** A text that someone may send, often one that is hard to carry. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', ' ', '\n', '\u0000', '\ud800', '\ufffe', '\u2028', '<@all>', '\u3000正文', '\u001b[31m'),
  fc.tuple(fc.integer({ min: 0, max: 2500 }), fc.string()).map(([spaces, text]) => `${' '.repeat(spaces)}${text}`),
  fc
    .tuple(fc.integer({ min: 0, max: 6000 }), fc.constantFrom('长', 'a\n', '😀', '* '))
    .map(([n, unit]) => unit.repeat(n)),
);
const values = fc.oneof(
  texts,
  fc.jsonValue(),
  fc.constantFrom(null, 0, 1, true, [], {}, ['13800138000'], ['@all', null]),
);
const pushBodies = fc.dictionary(
  fc.constantFrom(
    'push_message',
    'pushMessage',
    'is_at_all',
    'at_mobiles',
    'robot',
    'format',
    'title',
    'severity',
    'id',
  ),
  values,
);
const mentions = { mentioned_list: values, mentioned_mobile_list: values };
const wecomBodies = fc.oneof(
  fc
    .record({ content: fc.oneof({ weight: 4, arbitrary: texts }, values), ...mentions }, { requiredKeys: ['content'] })
    .map((text) => ({ msgtype: 'text', text })),
  fc
    .tuple(fc.constantFrom('markdown', 'markdown_v2'), texts)
    .map(([msgtype, content]) => ({ msgtype, [msgtype]: { content } })),
  fc
    .array(
      fc.record(
        { title: texts, url: fc.webUrl(), description: values, picurl: values },
        { requiredKeys: ['title', 'url'] },
      ),
    )
    .map((articles) => ({ msgtype: 'news', news: { articles } })),
);
const details = fc.dictionary(fc.constantFrom('status', 'message', 'name', 'error', 'items', 'state'), values);
const bodies = fc.oneof({ weight: 3, arbitrary: wecomBodies }, pushBodies, details, fc.jsonValue(), texts);

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
const posted = (body: unknown, path: string, query = '') => KINDS['http-api']({ path, query, body: asText(body) });

/** Each road by which a body may come. */
const ROADS: Readonly<Record<string, (body: unknown) => unknown>> = {
  'a request to /push': (body) => posted(body, '/push'),
  "a request to WeCom's own path": (body) => posted(body, '/cgi-bin/webhook/send', `key=${TOKEN}`),
  SNS: (body) => snsEvent(asText(body)),
  EventBridge: (detail) => envelope({ detail }),
  'a plain invocation': (body) => body,
};

/** The errors by which Lambda keeps an event for its failure destination. */
const REFUSALS = ['UnrecognisedEventError', 'InvalidInputError', 'NotDeliveredError'];

const NEVER = { maxTextBytes: 2048, hasMedia: () => false };

describe('what is accepted can be read from the queue, and WeCom takes what it becomes', () => {
  it.each(Object.entries(ROADS))('by %s', async (_, wrap) => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { entries, notify } = notifier();
        const answer = await notify(wrap(body)).catch((error: unknown) => error);
        if (answer instanceof Error) expect(REFUSALS).toContain(answer.name);
        if (Number(at(answer, 'statusCode') ?? 200) >= 400) expect(entries).toEqual([]);
        accepted += entries.length;
        const bench = consumerBench();
        for (const [index, entry] of entries.entries()) {
          expect(readQueueBody(entry.body).queuedAt).toBeGreaterThan(0);
          const message = { messageId: `m${index}`, receiptHandle: 'r', receiveCount: 1, ...entry };
          expect(await bench.drain([message])).toEqual([]);
        }
        expect(bench.parked).toEqual([]);
        const refused = bench.posted.map(({ message }) => judgeMessage(JSON.stringify(message), NEVER));
        expect(refused.filter((verdict) => !verdict.accepted)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(3);
  });
});
