import { describe, expect, it } from 'vitest';
import { createKnownSecrets } from '../../src/base/known-secrets.js';
import { SECRET_REREAD_MS } from '../../src/secrets/cached-secret.js';
import { createDoorSecret } from '../../src/secrets/door.js';
import { parseTokensSecret } from '../../src/secrets/tokens-secret.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';

const TOKEN = 'correct-horse-battery';

function setUp(robots: readonly string[] | undefined) {
  const clock = createFakeClock();
  const known = createKnownSecrets();
  const now = { robots, reads: 0 };
  const door = createDoorSecret({
    readSecret: async () => {
      now.reads += 1;
      return JSON.stringify({ httpTokens: [TOKEN], robots: now.robots });
    },
    parse: (text) => parseTokensSecret(text, 'wecomrobot/tokens'),
    known,
    clock,
    log: recordLog(clock.now),
  });
  return { door, known, clock, now };
}

describe('createDoorSecret', () => {
  it('createDoorSecret: its tokens are known as secrets once it is read', async () => {
    const { door, known } = setUp(undefined);
    await door.warm();
    expect(await door.httpTokens()).toEqual([{ token: TOKEN }]);
    expect(known.mask(`is ${TOKEN}`)).toBe('is ***');
  });

  it('hasRobot: without a list every name may be one', async () => {
    expect(await setUp(undefined).door.hasRobot('anybody')).toBe(true);
  });

  it('hasRobot: with a list those of it, default, and one that has just been added', async () => {
    const { door, clock, now } = setUp(['dba']);
    expect([await door.hasRobot('dba'), await door.hasRobot('default'), await door.hasRobot('ops')]).toEqual([
      true,
      true,
      false,
    ]);
    now.robots = ['dba', 'ops'];
    await clock.advance(SECRET_REREAD_MS);
    expect(await door.hasRobot('ops')).toBe(true);
    expect(now.reads).toBe(3);
  });
});
