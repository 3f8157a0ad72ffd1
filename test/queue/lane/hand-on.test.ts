import { describe, expect, it } from 'vitest';
import { createRecentIds } from '../../../src/base/recent-ids.js';
import { handOn } from '../../../src/queue/lane/hand-on.js';
import { NO_ATTEMPTS } from '../../../src/queue/message/attempts.js';
import type { ReceivedMessage } from '../../../src/queue/message/item.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';
import { itemOf } from '../../support/queue-item.js';

const idsOf = (items: readonly ReceivedMessage[]) => items.map(({ messageId }) => messageId).join('+');

describe('handOn', () => {
  it('handOn: if SQS takes only some, the group is held until its next attempt is due', async () => {
    const clock = createFakeClock(1000);
    const did: string[] = [];
    let calls = 0;
    const parts = {
      queue: {
        changeVisibility: async (items: readonly ReceivedMessage[], seconds: number) => {
          did.push(`${clock.now()} hide ${idsOf(items)} ${seconds} s`);
          return [];
        },
        delete: async (items: readonly ReceivedMessage[]) => void did.push(`${clock.now()} delete ${idsOf(items)}`),
        send: async () => {
          calls += 1;
          return calls > 1 ? [0] : [];
        },
        waiting: async () => 0,
        deadLetter: async () => {},
      },
      groupId: 'default',
      sentOn: 0,
      maxBytes: 256 * 1024,
      minIntervalMs: 3400,
      holdersOf: (items: readonly ReceivedMessage[]) => items,
      moved: createRecentIds(clock.now),
      clock,
      log: recordLog(clock.now),
    };
    const suspect = itemOf('a', { attempts: { ...NO_ATTEMPTS, failedAlone: 1 } });
    const left = handOn(parts, [suspect, itemOf('b'), itemOf('c')], 900);
    await clock.advance(10_000);
    expect(idsOf((await left) ?? [])).toBe('b+c');
    expect(did).toEqual(['1000 delete a', '4300 hide b+c 0 s']);
  });
});
