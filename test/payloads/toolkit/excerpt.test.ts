import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactExcerptOf, excerptOf, judgedExcerptOf, valueAt } from '../../../src/payloads/toolkit/excerpt.js';

const BODY = {
  project: { name: 'checkout', id: 42 },
  ref: 'refs/heads/main',
  sha: '5c1a9f0e3b7d4c28a6f19e0d7b3c5a8841f2d6e9',
  people: [{ name: 'Li Wen' }, { name: 'Zhao Min' }, {}],
  inside: '{"state":"failed"}',
  none: null,
  word: 'N/A',
  url: 'https://ci.example.com/7?token=abcdefghijklmnop',
};

describe('excerptOf', () => {
  it('a list is joined by the given separator, in a template and at a path; the text of one leaf is left as it is', () => {
    const body = { owners: ['Li, Wen', 'Wang'], items: [{ id: 'a' }, { id: 'b' }] };
    expect(excerptOf(body, 'owners', '、')).toBe('Li, Wen、Wang');
    expect(excerptOf(body, '{items.*.id} of {owners}', '、')).toBe('a、b of Li, Wen、Wang');
    expect(excerptOf(body, 'owners')).toBe('Li, Wen, Wang');
  });

  it.each([
    ['project.name', 'checkout'],
    ['project.id', '42'],
    [['none', 'word', 'project.name'], 'checkout'],
    ['{project.name} #{project.id}', 'checkout #42'],
    ['{project.name} #{none} {ref}', 'checkout main'],
    ['{none|project.name}', 'checkout'],
    ['by {none}', undefined],
    ['people.*.name', 'Li Wen, Zhao Min'],
    ['people.1.name', 'Zhao Min'],
    ['inside.state', 'failed'],
    ['ref', 'main'],
    ['sha', '5c1a9f0e'],
    ['project', undefined],
    ['none.deeper', undefined],
  ])('%j is %j', (wanted, text) => {
    expect(excerptOf(BODY, wanted)).toBe(text);
  });

  it('masks tokens, which a group would read', () => {
    expect(excerptOf(BODY, 'url')).not.toContain('abcdefghijklmnop');
    expect(excerptOf(BODY, '{project.name} {url}')).not.toContain('abcdefghijklmnop');
  });

  it('never throws, and never gives what is not a text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('a', 'a.b', 'a.*.b', '{a} {a.b|c}', '{', '}', ''), (body, wanted) => {
        expect(['string', 'undefined']).toContain(typeof excerptOf({ a: body }, wanted));
      }),
    );
  });
});

describe('judgedExcerptOf', () => {
  it('reads all of a list, each text once, of which a text that is shown has the first five', () => {
    const list = {
      all: [...Array.from({ length: 30 }, (_, index) => ({ state: `s${index % 6}` })), { state: 'failed' }],
    };
    expect(excerptOf(list, 'all.*.state')).toBe('s0, s1, s2, s3, s4');
    expect(judgedExcerptOf(list, 'all.*.state')).toBe('s0, s1, s2, s3, s4, s5, failed');
    expect(judgedExcerptOf({ state: list.all.map(({ state }) => state) }, ['none', 'state'])).toContain('failed');
    expect(judgedExcerptOf(list, 'list {all.*.state}')).toContain('failed');
  });

  it.each(['project.name', '{project.name} #{none} {ref}', 'by {none}', 'ref', 'url', 'inside.state', 'word'])(
    '%s is as it is shown if it is no list',
    (wanted) => {
      expect(judgedExcerptOf(BODY, wanted)).toBe(excerptOf(BODY, wanted));
    },
  );
});

describe('exactExcerptOf', () => {
  it('is as the tool wrote it, and nothing if a part is missing', () => {
    expect(exactExcerptOf(BODY, 'ref')).toBe('refs/heads/main');
    expect(exactExcerptOf(BODY, 'https://x.example.com/{project.id}/{sha}')).toBe(
      `https://x.example.com/42/${BODY.sha}`,
    );
    expect(exactExcerptOf(BODY, ['https://x.example.com/{none}', 'https://y.example.com'])).toBeUndefined();
    expect(exactExcerptOf(BODY, ['https://x.example.com/{none}', 'url'])).toBe(BODY.url);
  });
});

describe('valueAt', () => {
  it('reads own keys only', () => {
    expect(valueAt(BODY, 'constructor.name')).toBeUndefined();
    expect(valueAt(BODY, 'people.map')).toBeUndefined();
  });

  it('finds a name with dots in it', () => {
    const fields = { 'k8s.pod.name': 'pay-0', container: { id: '3ad7' }, 'container.name': 'pay' };
    expect(valueAt({ fields }, 'fields.k8s.pod.name')).toBe('pay-0');
    expect(valueAt({ fields }, 'fields.container.id')).toBe('3ad7');
    expect(valueAt({ fields }, 'fields.container.name')).toBe('pay');
    expect(valueAt({ fields }, 'fields.k8s.pod')).toBeUndefined();
  });

  it('reads a thousand elements, so that conditions look at all of a list', () => {
    const all = Array.from({ length: 1200 }, (_, id) => ({ id }));
    expect(valueAt({ all }, 'all.*.id')).toHaveLength(1000);
  });
});
