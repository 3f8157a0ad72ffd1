import { describe, expect, it } from 'vitest';
import { markDelayed } from '../../../src/app/consumer/mark-delayed.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import { writtenNotification } from '../../support/queue-item.js';

const MINUTE = 60_000;
const everybody = { ...NOBODY, all: true };

describe('markDelayed', () => {
  it.each([
    ['five minutes are on time', 5 * MINUTE, undefined, everybody],
    ['after five minutes it says so', 5 * MINUTE + 1, 5 * MINUTE + 1, everybody],
    ['an hour late it still mentions', 60 * MINUTE, 60 * MINUTE, everybody],
    ['after an hour it mentions nobody', 60 * MINUTE + 1, 60 * MINUTE + 1, NOBODY],
    ['a clock that is behind is no delay', -MINUTE, undefined, everybody],
  ])('markDelayed: %s', (_, now, delayMs, mentions) => {
    const marked = markDelayed(writtenNotification('a', { mentions: everybody }), now, {
      silentAfterMinutes: 60,
    });
    expect(marked).toMatchObject({ mentions });
    expect(marked.delayMs).toBe(delayMs);
  });
});
