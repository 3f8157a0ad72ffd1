import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKnownSecrets } from '../../src/base/known-secrets.js';

const TOKEN = 'correct-horse-battery';

const known = (...secrets: readonly string[]) => {
  const made = createKnownSecrets();
  made.learn(secrets);
  return made.mask;
};

describe('createKnownSecrets', () => {
  it.each([
    ['as it is', `a ${TOKEN}, twice: ${TOKEN}`, 'a ***, twice: ***'],
    ['in capitals', `IT MUST BE ${TOKEN.toUpperCase()}`, 'IT MUST BE ***'],
    ['beside a letter that is longer in small', `İ${TOKEN}İ`, 'İ***İ'],
    ['not there', 'correct-horse', 'correct-horse'],
  ])('mask: a secret %s', (_, text, shown) => {
    expect(known(TOKEN)(text)).toBe(shown);
  });

  it('mask: percent-encoded, and escaped once and twice', () => {
    const secret = 'pa"ss\\wörd/+=1';
    const json = JSON.stringify({ reason: `is ${secret}` });
    const forms = [encodeURIComponent(secret), json, JSON.stringify({ body: json })];
    for (const form of forms) expect(known(secret)(form)).toContain('***');
    expect(known(secret)(json)).toBe('{"reason":"is ***"}');
  });

  it('mask: in Basic credentials of any user, of which at most a few characters are left', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 12, maxLength: 64, unit: 'grapheme-ascii' }), (user, token) => {
        const basic = Buffer.from(`${user}:${token}`).toString('base64');
        const shown = known(token)(basic);
        expect(shown).toContain('***');
        expect(shown.length).toBeLessThanOrEqual(basic.length - Math.floor((token.length * 4) / 3) + 6);
      }),
    );
  });

  it('mask: the longer of two secrets first, and what was learned before', () => {
    const made = createKnownSecrets();
    made.learn([TOKEN]);
    made.learn([`${TOKEN}-staple`, 'other-token']);
    expect(made.mask(`${TOKEN}-staple ${TOKEN} other-token`)).toBe('*** *** ***');
  });

  it('mask: what is shorter than 8 characters may be part of any word, and stays', () => {
    expect(known('dba', 'default')('the robot default')).toBe('the robot default');
  });
});
