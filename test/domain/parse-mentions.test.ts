import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../src/domain/errors.js';
import { readMobile } from '../../src/domain/mobile.js';
import { parseIsAtAll, parseMentions } from '../../src/domain/parse-mentions.js';

const numbersOnly = { allowPeople: false };
const withPeople = { allowPeople: true };

describe('parseMentions: the four combinations', () => {
  test.each([
    [0, '', { all: false, mobiles: [] }],
    [1, '', { all: true, mobiles: [] }],
    [0, '13800138000, 13900139000', { all: false, mobiles: ['13800138000', '13900139000'] }],
    [1, '13800138000', { all: true, mobiles: ['13800138000'] }],
  ])('isAtAll %j with atMobiles %j', (isAtAll, atMobiles, expected) => {
    expect(parseMentions(isAtAll, atMobiles, numbersOnly)).toEqual({ ...expected, userIds: [], people: [] });
  });
});

describe('parseIsAtAll: what means yes, what means no', () => {
  test.each([1, '1', true, 'true', 'True', ' 1 '])('%j is yes', (value) => {
    expect(parseIsAtAll(value)).toBe(true);
  });
  test.each([0, '0', false, 'false', 'False', '', ' ', null, undefined])('%j is no', (value) => {
    expect(parseIsAtAll(value)).toBe(false);
  });
  test.each([2, -1, 'yes', [], {}, Number.NaN, ['1']])('%j is invalid', (value) => {
    expect(() => parseIsAtAll(value)).toThrow(InvalidInputError);
  });
  test('the error names the field as the caller spells it, and the value', () => {
    expect(() => parseIsAtAll('ja', 'isAtAll')).toThrow(
      'Cannot read isAtAll as 1, 0, true or false: current value is "ja"',
    );
  });
});

describe('parseMentions: mobiles', () => {
  test.each([
    ['a list of texts', ['13800138000', '13900139000']],
    ['a list of numbers', [13800138000, 13900139000]],
    ['one text per list entry, several mobiles in it', ['13800138000,13900139000']],
    ['comma', '13800138000,13900139000'],
    ['Chinese comma', '13800138000，13900139000'],
    ['enumeration comma', '13800138000、13900139000'],
    ['semicolon', '13800138000;13900139000'],
    ['Chinese semicolon', '13800138000；13900139000'],
    ['space', '13800138000 13900139000'],
    ['ideographic space', '13800138000\u300013900139000'],
    ['new line', '13800138000\r\n13900139000\n'],
    ['+86 and 0086', '+8613800138000,008613900139000'],
    ['full-width digits', '１３８００１３８０００，13900139000'],
    ['groups', '138 0013 8000, 139-0013-9000'],
    ['groups, one after the other', '138 0013 8000 139 0013 9000'],
    ['groups after +86, 0086 and 86', '+86 138 0013 8000 0086 139-0013-9000, 86 13900139000'],
    ['a group and the rest', '138 00138000; 13900 139000'],
    ['brackets', '(+86)138 0013 8000、（+86） 13900139000'],
    ['dashes of other keyboards', '138–0013–8000，139－0013－9000'],
    ['invisible marks of a contact that was copied', '\u202d138 0013 8000\u202c,\u202d+86 139 0013 9000\u202c'],
    ['spaces that do not break', '138\u00a00013\u00a08000,139\u20090013\u20099000'],
    ['lines of groups', '138 0013 8000\n139 0013 9000'],
    ['a list of groups', ['+86 138-0013-8000', '139 0013 9000']],
    ['repeats', '13800138000,+8613800138000,13900139000,13800138000'],
    ['empty entries', ',,13800138000,, 13900139000,'],
  ])('%s', (_, atMobiles) => {
    expect(parseMentions(0, atMobiles, numbersOnly).mobiles).toEqual(['13800138000', '13900139000']);
  });

  test.each([null, undefined, '', '  ', [], [''], ','])('%j is nobody', (atMobiles) => {
    expect(parseMentions(0, atMobiles, numbersOnly)).toEqual({ all: false, mobiles: [], userIds: [], people: [] });
  });

  test('a single number is a mobile', () => {
    expect(parseMentions(0, 13800138000, numbersOnly).mobiles).toEqual(['13800138000']);
  });

  test.each(['+85212345678', '+852 1234 5678', '+852 12345678', '(+852) 1234-5678'])(
    'a number of another country keeps its prefix: %s',
    (atMobiles) => {
      expect(parseMentions(0, atMobiles, numbersOnly).mobiles).toEqual(['+85212345678']);
    },
  );

  test.each(['@all', '@ALL', '＠all', '@所有人'])('%s among the mobiles mentions everybody', (everybody) => {
    expect(parseMentions(0, `13800138000,${everybody}`, numbersOnly)).toMatchObject({
      all: true,
      mobiles: ['13800138000'],
    });
  });

  test.each([
    ['12345'],
    ['1234567890123456'],
    ['1380 13800138000'],
    ['13800138000 1380'],
    ['9123 4567 9876 5432'],
    ['138 0013 800x'],
    ['-'],
    ['+86'],
    ['+ 86'],
    ['王芳'],
    ['13800138000x'],
    ['<@all>'],
    [1.5],
    [Number.NaN],
    [true],
    [{ mobile: '13800138000' }],
    [['13800138000', null]],
    [['13800138000', ['13900139000']]],
  ])('%j is invalid', (atMobiles) => {
    expect(() => parseMentions(0, atMobiles, numbersOnly)).toThrow(InvalidInputError);
  });

  test('the error names the field and the length of what may be a token', () => {
    const fields = { isAtAll: 'isAtAll', atMobiles: 'atMobiles' };
    const long = `1${'x'.repeat(500)}`;
    expect(() => parseMentions(0, long, { allowPeople: false, fields })).toThrow(
      `Cannot mention an entry of atMobiles as it must be a mobile of 6 to 15 digits: current value is 501 characters`,
    );
  });
});

describe('parseMentions: people', () => {
  test('a name is one of the people where names are allowed', () => {
    expect(parseMentions(0, '王芳、@李雷 138 0013 8000 oncall', withPeople)).toEqual({
      all: false,
      mobiles: ['13800138000'],
      userIds: [],
      people: ['王芳', '李雷', 'oncall'],
    });
  });
  test.each(['12345', '🙂', '--'])('%j is neither a mobile nor a name', (entry) => {
    expect(() => parseMentions(0, entry, withPeople)).toThrow('a mobile of 6 to 15 digits or a name');
  });
});

describe('parseMentions: properties', () => {
  const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
  const separator = fc.constantFrom(',', '，', '、', ';', '；', ' ', '\n', ', ');

  test('every separator gives the same mobiles, in order and without repeats', () => {
    fc.assert(
      fc.property(fc.array(mobile), separator, (mobiles, between) => {
        const expected = [...new Set(mobiles)];
        expect(parseMentions(0, mobiles.join(between), numbersOnly).mobiles).toEqual(expected);
        expect(parseMentions(0, mobiles, numbersOnly).mobiles).toEqual(expected);
      }),
    );
  });

  test('the groups in which mobiles are written change nothing', () => {
    const gap = fc.constantFrom('', ' ', '-', '\u00a0', '–');
    const prefix = fc.constantFrom('', '+86 ', '+86', '(+86)', '0086 ');
    const written = fc.array(fc.tuple(mobile, prefix, gap, gap), { minLength: 1 });
    fc.assert(
      fc.property(written, separator, (all, between) => {
        const text = all
          .map(([one, before, first, second]) => [
            before,
            one.slice(0, 3),
            first,
            one.slice(3, 7),
            second,
            one.slice(7),
          ])
          .map((pieces) => pieces.join(''))
          .join(between);
        const expected = [...new Set(all.map(([one]) => one))];
        expect(parseMentions(0, text, numbersOnly).mobiles).toEqual(expected);
      }),
    );
  });

  test('a hundred thousand groups are refused at once', () => {
    expect(() => parseMentions(0, '1 '.repeat(100_000), numbersOnly)).toThrow('current value is 16 characters');
  });

  test('anything is either read or an InvalidInputError, and what is read is a mobile', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.boolean(), (isAtAll, atMobiles, allowPeople) => {
        try {
          const { mobiles } = parseMentions(isAtAll, atMobiles, { allowPeople });
          for (const one of mobiles) expect(one).toMatch(/^\+?\d{6,15}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
        }
      }),
    );
  });
});

test.each([
  ['13800138000', '13800138000'],
  ['+8613800138000', '13800138000'],
  ['008613800138000', '13800138000'],
  ['+85291234567', '+85291234567'],
  ['１３８００１３８０００', '13800138000'],
  ['+86', undefined],
  ['12345', undefined],
  ['1234567890123456', undefined],
  ['138-0013-8000', '13800138000'],
  ['+86 138 0013 8000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['861380013800', '861380013800'],
  ['+1 (415) 555-0100', '+14155550100'],
  ['13800138000 13900139000', undefined],
  ['138+00138000', undefined],
  ['王芳', undefined],
  ['', undefined],
])('readMobile: %s is %s', (text, mobile) => {
  expect(readMobile(text)).toBe(mobile);
});
