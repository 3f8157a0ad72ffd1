import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRoutes } from '../../../scripts/routes-file/read-routes.js';
import { RouteError } from '../../../scripts/routes-file/route-error.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';

const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-routes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const errorOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

let made = 0;
const read = (text: string) => {
  const file = join(folder, `routes-${made++}.yml`);
  writeFileSync(file, text);
  return readRoutes(file);
};

describe('readRoutes', () => {
  it('readRoutes: severities, rotas, holidays, mutes and further keys are read', () => {
    const text = `
holidays: ['2026-10-01..2026-10-07', '2027-01-01']
workdays: '2026-10-10'
rotas:
  支付:
    people: 王芳
    every: week
    start: '2026-11-02'
    handOver: '09:30'
    overrides: [{ '2026-12-21': [李雷, 韩梅梅] }, { from: '2026-12-24 18:00', to: '2026-12-25', who: 赵敏 }]
severity:
  - { match: { tags: { team: data }, severity: critical }, is: error, force: true }
rules:
  - match: { service: rds, dimensions: { DBInstanceIdentifier: 'orders-*' }, not: { account: '444455556666' } }
    rota: 支付
    quiet:
      - { days: weekend, except: critical, call: 韩梅梅 }
      - { from: '22:00', to: '08:00', call: { rota: 支付, people: 赵敏 } }
    mute: { until: '2026-12-01 18:00' }
    continue: true
`;
    const rota = { people: ['王芳'], every: 'week', startDay: 20_759, handOver: 570 };
    const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
    const nobody = { all: false, mobiles: [], userIds: [] };
    expect(read(text)).toEqual({
      accounts: {},
      holidays: [
        { first: day('2026-10-01'), last: day('2026-10-07') },
        { first: day('2027-01-01'), last: day('2027-01-01') },
      ],
      workdays: [{ first: day('2026-10-10'), last: day('2026-10-10') }],
      rotas: {
        支付: {
          ...rota,
          overrides: [
            { from: day('2026-12-24') * 1440 + 1080, to: day('2026-12-25') * 1440, who: ['赵敏'] },
            { from: day('2026-12-21') * 1440 + 570, to: day('2026-12-28') * 1440 + 570, who: ['李雷', '韩梅梅'] },
          ],
        },
      },
      severity: [
        {
          name: 'severity 1',
          match: { tags: { team: ['data'] }, severity: ['critical'] },
          is: 'error',
          force: true,
        },
      ],
      rules: [
        {
          name: 'rule 1',
          match: {
            service: ['rds'],
            dimensions: { DBInstanceIdentifier: ['orders-*'] },
            not: { account: ['444455556666'] },
          },
          rota: ['支付'],
          quiet: [
            { from: 0, to: 1440, days: ['weekend'], except: ['critical'], call: { ...nobody, people: ['韩梅梅'] } },
            { from: 1320, to: 480, call: { ...nobody, people: ['赵敏'], rotas: ['支付'] } },
          ],
          mute: { until: day('2026-12-01') * 1440 + 1080 },
          continue: true,
        },
      ],
    });
  });

  it('readRoutes: a summary is one or several, with days and robots as lists', () => {
    expect(read("summary: { at: '09:30', days: weekday, robots: dba, timeZone: asia/tokyo }").summary).toEqual([
      { at: 570, days: ['weekday'], robots: ['dba'], timeZone: 'Asia/Tokyo' },
    ]);
    expect(read("summary:\n  - at: '09:30'\n  - { at: '18:00', days: [mon, fri] }").summary).toEqual([
      { at: 570 },
      { at: 1080, days: ['mon', 'fri'] },
    ]);
  });

  it('readRoutes: the file shipped has no rules', () => {
    expect(readRoutes('routes.yml')).toEqual(NO_ROUTES);
    expect(read('')).toEqual(NO_ROUTES);
  });

  it('readRoutes: every key is read, a single value stands for a list', () => {
    const text = `
accounts:
  '111122223333': 生产
rules:
  - name: 数据库
    match:
      renderer: [rds, dms]
      severity: critical
      labels: { team: dba }
    robots: dba
    mentions: { people: 王芳, mobiles: ['+86 13800138000'], userIds: zhangsan, all: true }
    rotate: { people: [王芳, 李雷], every: week, start: 2026-11-02, handOver: '09:30' }
    quiet: { from: '22:00', to: '08:00', timeZone: UTC }
    format: markdown
  - drop: true
    match: { alarmName: 'TargetTracking-*' }
`;
    expect(read(text.replace('+86 ', '+86'))).toEqual({
      accounts: { '111122223333': '生产' },
      rules: [
        {
          name: '数据库',
          match: { renderer: ['rds', 'dms'], severity: ['critical'], labels: { team: ['dba'] } },
          robots: ['dba'],
          mentions: { people: ['王芳'], mobiles: ['13800138000'], userIds: ['zhangsan'], all: true },
          rotate: {
            people: ['王芳', '李雷'],
            every: 'week',
            startDay: 20_759,
            handOver: 570,
          },
          quiet: { from: 1320, to: 480, timeZone: 'UTC' },
          format: 'markdown',
        },
        { name: 'rule 2', match: { alarmName: ['TargetTracking-*'] }, drop: true },
      ],
    });
  });

  it.each([
    [
      'an unknown key of a rule',
      'rules:\n  - name: a\n    robot: dba',
      3,
      'rules › rule 1 "a" › robot as it must be one of the keys name, match, robots, mentions, rotate, rota, quiet, format, drop, mute, remind, graph, continue (perhaps robots): current value is "robot"',
    ],
    ['an unknown key of match', 'rules:\n  - match:\n      alarm: x', 3, 'one of the keys source, renderer'],
    [
      'an unknown key of the file',
      'rule: []',
      1,
      'rule as it must be one of the keys rules, accounts, severity, rotas, holidays, workdays, summary (perhaps rules)',
    ],
    [
      'an unknown key of a rule that stands alone',
      'rules:\n  robot: dba',
      2,
      'rules › robot as it must be one of the keys',
    ],
    [
      'a misspelt severity in a list',
      'rules:\n  - match:\n      severity:\n        - error\n        - wraning',
      5,
      'rules › rule 1 › match › severity › entry 2 as it must be one of critical, error, warning, info, recovery (perhaps warning): current value is "wraning"',
    ],
    [
      'a wrong severity',
      'rules:\n  - match:\n      severity: [red]',
      3,
      'match › severity › entry 1 as it must be one of critical, error, warning, info, recovery: current value is "red"',
    ],
    ['a wrong type', 'rules:\n  - robots:\n      a: b', 2, 'a robot name or a list: current value is an object'],
    [
      'a switch that is none',
      'rules:\n  - drop: maybe',
      2,
      'drop as it must be true or false: current value is "maybe"',
    ],
    ['rules that are no list of maps', 'rules: [1]', 1, 'a map of name, match, robots'],
    ['a mobile that is none', 'rules:\n  - mentions:\n      mobiles: [12]', 3, 'a mobile of 6 to 15 digits'],
    ['a time that is none', "rules:\n  - quiet: { from: '25:00', to: '08:00' }", 2, "a time such as '22:00'"],
    [
      'quiet hours without an end',
      "rules:\n  - quiet: { from: '22:00' }",
      2,
      "quiet › to as it must be a time such as '22:00', in quotes: current value is nothing",
    ],
    [
      'a zone that is none',
      "rules:\n  - quiet: { from: '22:00', to: '08:00', timeZone: Mars }",
      2,
      'an IANA time zone',
    ],
    [
      'turns without people',
      'rules:\n  - rotate: { people: [], every: week, start: 2026-11-02 }',
      2,
      'rotate › people as it must be a list of at least one name',
    ],
    [
      'turns that name nobody',
      'rules:\n  - rotate: { every: week, start: 2026-11-02 }',
      2,
      'rotate › people as it must be a name or a list: current value is nothing',
    ],
    [
      'turns without their length',
      'rules:\n  - rotate: { people: [a], start: 2026-11-02 }',
      2,
      'rotate › every as it must be one of day, week: current value is nothing',
    ],
    [
      'a day that no calendar has',
      'rules:\n  - rotate: { people: [a], every: day, start: 2026-02-30 }',
      2,
      'rotate › start as it must be a date such as \'2026-11-02\': current value is "2026-02-30"',
    ],
    [
      'a key in the place of a robot',
      'rules:\n  - robots: [wecom?key=693a91f6-7c2e-4b1d-9f53-0123456789ab]',
      2,
      'a robot name of at most 40 bytes: current value is 46 characters',
    ],
    [
      'an account id without quotes that lost a zero',
      'accounts:\n  11112222333: x',
      2,
      'a 12-digit account id in quotes',
    ],
    ['a robot name that is too long', `rules:\n  - robots: [${'数'.repeat(14)}]`, 2, 'at most 40 bytes'],
    [
      'a match by hours',
      "rules:\n  - match: { hours: '22:00-08:00' }",
      2,
      'hours change who is called (quiet, rota), never which robot is told: current value is "hours"',
    ],
    [
      'another robot in quiet hours',
      "rules:\n  - quiet: { from: '22:00', to: '08:00', robots: night }",
      2,
      'never which robot is told',
    ],
    [
      'a rota that is not there',
      'rotas: { payments: { people: [a], every: day, start: 2026-11-02 } }\nrules:\n  - rota: payment',
      3,
      'rules › rule 1 › rota as it must be one of the rotas payments (perhaps payments): current value is "payment"',
    ],
    [
      'a rota in quiet hours that is not there',
      'rules:\n  - quiet: { days: sat, call: { rota: leads } }',
      2,
      'quiet as it must be the name of a rota under rotas, which is empty: current value is "leads"',
    ],
    [
      'a rota of a reminder that is not there',
      'rules:\n  - remind: [{ after: 1h, call: { rota: leads } }]',
      2,
      'remind as it must be the name of a rota under rotas, which is empty: current value is "leads"',
    ],
    ['a step without a unit', 'rules:\n  - remind: [{ after: 15 }]', 2, 'a length such as 15m, 4h or 1d'],
    ['a step between two ticks', 'rules:\n  - remind: [{ after: 1m }]', 2, 'at least 5m: current value is "1m"'],
    [
      'a summary without its time',
      'summary: { days: weekday }',
      1,
      "summary › at as it must be a time such as '22:00'",
    ],
    ['a summary on a day that no week has', "summary: { at: '9:30', days: workday }", 1, '(perhaps weekday)'],
    [
      'a summary with a key of rules',
      "summary:\n  - { at: '9:30', robot: dba }",
      2,
      'one of the keys at, days, robots, timeZone (perhaps robots): current value is "robot"',
    ],
    [
      'repeats before other steps',
      'rules:\n  - remind: [{ every: 4h }, { after: 1d }]',
      2,
      'every only as the last step',
    ],
    [
      'a step before the one above it',
      'rules:\n  - remind:\n      - { after: 1h, call: boss }\n      - { after: 15m }',
      4,
      'remind › entry 2 › after as it must be longer than that of the step before, 1h: current value is "15m"',
    ],
    [
      'two steps at one time',
      'rules:\n  - remind: [{ after: 60m }, { after: 1h }]',
      2,
      'longer than that of the step before, 60m: current value is "1h"',
    ],
    [
      'repeats that end before the first',
      'rules:\n  - remind: [{ every: 4h, until: 2h }]',
      2,
      'until as it must be at least 4h, its first time: current value is "2h"',
    ],
    [
      'repeats that end by default before the first',
      'rules:\n  - remind: [{ after: 1d }, { every: 4h }]',
      2,
      'until as it must be at least 1d + 4h, its first time (24h unless said): current value is nothing',
    ],
    [
      'an override on a day in the middle of a turn',
      "rotas:\n  x:\n    people: [a]\n    every: week\n    start: '2026-11-02'\n    overrides: { '2026-12-24': b }",
      6,
      "a date on which a turn begins, such as '2026-12-21'",
    ],
    [
      'an override that is neither date nor hours',
      "rotas:\n  x: { people: [a], every: week, start: '2026-11-02', overrides: { christmas: b } }",
      2,
      "a date such as '2026-12-24', or the keys from, to, who",
    ],
    [
      'hours that end before they begin',
      "rotas:\n  x: { people: [a], every: day, start: '2026-11-02', overrides: { from: '2026-12-24 18:00', to: '2026-12-24', who: b } }",
      2,
      'overrides › to as it must be a moment after from',
    ],
    ['a holiday that no calendar has', "holidays: '2026-02-30'", 1, "a date such as '2026-10-01', or a range"],
    ['a range that runs backwards', "holidays: ['2026-10-07..2026-10-01']", 1, 'a range that ends after it begins'],
    ['a mute without its end', 'rules:\n  - mute: {}', 2, "mute › until as it must be a date such as '2026-12-24'"],
    ['quiet hours that are empty', 'rules:\n  - quiet: {}', 2, "quiet › from as it must be a time such as '22:00'"],
    [
      'a severity that grades nothing',
      'severity:\n  - is: recovery',
      2,
      'severity › entry 1 › is as it must be one of critical, error, warning, info: current value is "recovery"',
    ],
    [
      'an entry without severity',
      'severity:\n  - match: { account: "111122223333" }',
      2,
      'is as it must be one of critical',
    ],
    [
      'an unknown key under not',
      'rules:\n  - match: { not: { alarm: x } }',
      2,
      'one of the keys source, renderer, service',
    ],
    [
      'an override on a day that no calendar has, in a list',
      "rotas:\n  x:\n    people: [a]\n    every: day\n    start: '2026-11-02'\n    overrides:\n      - { '2026-02-30': b }",
      7,
      'overrides › entry 1 › 2026-02-30 as it must be a date such as \'2026-12-24\', or the keys from, to, who: current value is "2026-02-30"',
    ],
    [
      'a drop with robots',
      'rules:\n  - name: a\n    drop: true\n    robots: [dba]',
      4,
      'rule 1 "a" › robots as it must be left out of a rule with drop, which shows nothing',
    ],
    [
      'a drop that continues',
      'rules:\n  - drop: true\n    continue: true',
      3,
      'rule 1 › continue as it must be left out of a rule with drop, after which no rule is asked: current value is true',
    ],
    [
      'a key as a robot',
      'rules:\n  - robots: [dba, 693a91f6-7c2e-4b1d-9f53-0123456789ab]',
      2,
      "robots › entry 2 as it must be a robot's name, not its key: current value is 36 characters",
    ],
    [
      'a key as a robot that stands alone',
      'rules:\n  - robots: 693a91f67c2e4b1d9f530123456789ab',
      2,
      "a robot's name, not its key: current value is 32 characters",
    ],
    [
      'a key as the name of a rule',
      'rules:\n  - name: 693a91f6-7c2e-4b1d-9f53-0123456789ab',
      2,
      'name as it must be a name, not a key: current value is 36 characters',
    ],
    ['broken YAML', 'rules: [', 1, 'Flow sequence'],
    ['a key twice', 'rules: []\nrules: []', 2, 'Map keys must be unique'],
    ['prototype keys', 'rules:\n  - __proto__: { drop: true }', 2, 'one of the keys'],
    ['another document', '- a\n- b', 1, 'a map of rules, accounts'],
  ])('readRoutes: %s is an error that names line and rule', (_, text, line, reason) => {
    expect(() => read(text)).toThrow(RouteError);
    expect(() => read(text)).toThrow(`.yml:${line}: `);
    expect(() => read(text)).toThrow(reason);
  });

  it.each([
    ['a step without a unit', 'rules:\n  - remind: [{ after: 15 }]'],
    ['repeats without a unit', 'rules:\n  - remind: [{ every: 15, until: 1h }]'],
    ['a step that is no length', 'rules:\n  - remind: [{ after: soon }]'],
    ['one step in the place of a list', 'rules:\n  - remind: { after: 15m }'],
    ['a time zone that is empty', "rules:\n  - mute: { until: '2026-12-24', timeZone: '' }"],
    ['a robot name that is empty', "rules:\n  - robots: ['']"],
    [
      'a robot name that is long, and a key',
      `rules:\n  - robots: [${'693a91f6-7c2e-4b1d-9f53-0123456789ab'.repeat(2)}]`,
    ],
    ['a mobile that is empty', "rules:\n  - mentions: { mobiles: [''] }"],
    ['a moment that is none', 'rules:\n  - mute: { until: soon }'],
    ['a holiday that is none', 'holidays: [christmas]'],
    ['a holiday without a day', "holidays: ['2026-10..2026-10']"],
    ['hours that are none', "rules:\n  - quiet: { from: '8pm', to: '08:00' }"],
  ])('readRoutes: %s is told once', (_, text) => {
    const lines = String(errorOf(() => read(text))).split('\n');
    expect(lines).toEqual([expect.stringContaining('Cannot use ')]);
  });

  it('readRoutes: two unknown rotas of one rule are both told', () => {
    const text = "rotas: { x: { people: [a], every: day, start: '2026-11-02' } }\nrules:\n  - rota: [y, z]";
    expect(String(errorOf(() => read(text))).match(/current value is .*/g)).toEqual([
      'current value is "y"',
      'current value is "z"',
    ]);
  });

  it('readRoutes: steps that are no list are told what they must be', () => {
    expect(() => read('rules:\n  - remind: { after: 15m }')).toThrow('remind as it must be off, or a list of steps');
  });

  it('readRoutes: 10,000 rules are refused', () => {
    expect(() => read(`rules:\n${'  - drop: true\n'.repeat(10_000)}`)).toThrow(
      'at most 1000 rules: current value is a list of 10000',
    );
  });

  it('readRoutes: aliases that multiply are refused', () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) => `x${n + 1}: &x${n + 1} [${Array(10).fill(`*x${n}`).join(', ')}]`,
    );
    expect(() => read(`x0: &x0 [a]\n${lines.join('\n')}`)).toThrow(RouteError);
  });

  it('readRoutes: every mistake is named, up to twenty', () => {
    const mistakes = (count: number) => {
      const rules = Array.from({ length: count }, () => '  - { format: html, robot: dba, quiet: { from: 1 } }\n');
      return String(errorOf(() => read(`rules:\n${rules.join('')}`)));
    };
    expect(mistakes(1).match(/rule 1 › [a-z› ]+/g)).toEqual([
      'rule 1 › quiet › from as it must be a time such as ',
      'rule 1 › quiet › to as it must be a time such as ',
      'rule 1 › format as it must be one of text',
      'rule 1 › robot as it must be one of the keys name',
    ]);
    expect(mistakes(6).split('\n').slice(19)).toEqual([expect.stringContaining('.yml:6: '), 'and 4 more']);
  });

  it('readRoutes: a file that is not there is named', () => {
    const file = join(folder, 'nowhere.yml');
    expect(() => readRoutes(file)).toThrow(RouteError);
    expect(() => readRoutes(file)).toThrow(`${file}: Cannot read the file as there is no such file (ENOENT)`);
  });

  it('readRoutes: a folder in the place of the file is told as one', () => {
    expect(() => readRoutes(folder)).toThrow(`${folder}: Cannot read the file as it is a folder (EISDIR)`);
  });

  it('readRoutes: what looks like a number is the text that was written', () => {
    const text = 'accounts: { 011122223333: 007 }\nrules: { match: { account: 011122223333, labels: { port: 0x50 } } }';
    expect(read(text)).toEqual({
      accounts: { '011122223333': '007' },
      rules: [{ name: 'rule 1', match: { account: ['011122223333'], labels: { port: ['0x50'] } } }],
    });
  });

  it('readRoutes: what is left empty counts as left out', () => {
    expect(read('rules:\n  - name: a\n    robots:\n    match:\naccounts:')).toEqual({
      ...NO_ROUTES,
      rules: [{ name: 'a', match: {} }],
    });
  });
});
