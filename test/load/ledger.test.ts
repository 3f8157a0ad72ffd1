import { describe, expect, it } from 'vitest';
import { balance, delaysOf, fastestMinute, type Ledger, tokensIn } from './ledger.js';

const sent = (...tokens: string[]) => tokens.map((token) => ({ robot: 'default', token, at: 1000 }));
const shown = (text: string, over: object = {}) => ({
  robot: 'default',
  text,
  at: 5000,
  isUnanswered: false,
  calls: false,
  ...over,
});
const of = (ledger: Partial<Ledger>) => balance({ sent: [], shown: [], died: [], parked: [], ...ledger });

describe('balance', () => {
  it('balance: what neither a group shows nor the dead-letter queue holds is lost', () => {
    const parked = [{ robot: 'default', text: 'a #0002' }];
    expect(of({ sent: sent('#0001', '#0002', '#0003'), shown: [shown('#0001')], parked })).toMatchObject({
      sent: 3,
      shown: 1,
      parked: 1,
      lost: ['default #0003'],
    });
  });

  it('balance: a message of another group does not count', () => {
    const elsewhere = shown('#0001', { robot: 'dba' });
    expect(of({ sent: sent('#0001'), shown: [elsewhere] }).lost).toEqual(['default #0001']);
  });

  it('balance: a token twice in one message is shown once', () => {
    const merged = shown('#0001 and more, 2 in all\n#0001\n#0002');
    expect(of({ sent: sent('#0001', '#0002'), shown: [merged] })).toMatchObject({
      shown: 2,
      twiceUnexplained: [],
      messages: 1,
      drainMs: 4000,
    });
  });

  it('balance: twice for no reason, without an answer, and because the consumer died, are told apart', () => {
    const twice = ['#0001', '#0002', '#0003'].flatMap((token) => [
      shown(token, { isUnanswered: token === '#0002' }),
      shown(token),
    ]);
    const died = [{ robot: 'default', text: '#0003' }];
    expect(of({ sent: sent('#0001', '#0002', '#0003'), shown: twice, died })).toMatchObject({
      twiceUnexplained: ['default #0001'],
      twiceUnanswered: 1,
      twiceDied: 1,
    });
  });

  it('balance: one reason explains one repeat, not two', () => {
    const three = [shown('#0001', { isUnanswered: true }), shown('#0001'), shown('#0001')];
    expect(of({ sent: sent('#0001'), shown: three }).twiceUnexplained).toEqual(['default #0001']);
  });
});

it('balance: most shown and most calls are those of one message', () => {
  const ledger = {
    sent: sent('#0001', '#0002'),
    shown: [shown('#0001', { calls: true }), shown('#0002'), shown('#0001')],
  };
  expect(of(ledger)).toMatchObject({ twice: 1, mostShown: 2, mostCalls: 1 });
});

it('delaysOf: of each message until it was first shown', () => {
  const ledger = {
    sent: sent('#0001', '#0002', '#0003'),
    shown: [shown('#0002'), shown('#0001', { at: 9000 }), shown('#0002')],
  };
  expect(delaysOf(ledger)).toEqual([8000, 4000]);
});

it('tokensIn: each once', () => {
  expect(tokensIn('#0001 #0002 #0001 #12')).toEqual(['#0001', '#0002']);
});

it('fastestMinute: a call exactly a minute later belongs to the next', () => {
  expect(fastestMinute([0, 1000, 59_999, 60_000, 60_500])).toBe(4);
});
