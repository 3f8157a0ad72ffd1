import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RouteError } from '../../../scripts/routes-file/compile-routes.js';
import { readRoutes } from '../../../scripts/routes-file/read-routes.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';

const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-routes-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const read = (text: string) => {
  const file = join(folder, `routes-${made++}.yml`);
  writeFileSync(file, text);
  return readRoutes(file);
};

describe('readRoutes', () => {
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
          rotate: { people: ['王芳', '李雷'], every: 'week', startDay: 20_759, handOver: 570 },
          quiet: { from: 1320, to: 480, timeZone: 'UTC' },
          format: 'markdown',
        },
        { name: 'rule 2', match: { alarmName: ['TargetTracking-*'] }, drop: true },
      ],
    });
  });

  it.each([
    ['an unknown key of a rule', 'rules:\n  - name: a\n    robot: dba', 3, 'rules › rule 1 › robot'],
    ['an unknown key of match', 'rules:\n  - match:\n      alarm: x', 3, 'one of the keys source, renderer'],
    [
      'a wrong severity',
      'rules:\n  - match:\n      severity: [red]',
      3,
      'one of critical, error, warning, info, recovery: current value is "red"',
    ],
    ['a wrong type', 'rules:\n  - robots:\n      a: b', 2, 'a robot name'],
    ['rules that are no list of maps', 'rules: [1]', 1, 'a map of name, match, robots'],
    ['a mobile that is none', 'rules:\n  - mentions:\n      mobiles: [12]', 3, 'a mobile of 6 to 15 digits'],
    ['a time that is none', "rules:\n  - quiet: { from: '25:00', to: '08:00' }", 2, "a time such as '22:00'"],
    ['quiet hours without an end', "rules:\n  - quiet: { from: '22:00' }", 2, 'from and to'],
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
      'people, every (day or week) and start',
    ],
    [
      'an account id without quotes that lost a zero',
      'accounts:\n  11112222333: x',
      2,
      'a 12-digit account id in quotes',
    ],
    ['a robot name that is too long', `rules:\n  - robots: [${'数'.repeat(14)}]`, 2, 'at most 40 bytes'],
    ['broken YAML', 'rules: [', 1, 'Flow sequence'],
    ['a key twice', 'rules: []\nrules: []', 2, 'Map keys must be unique'],
    ['prototype keys', 'rules:\n  - __proto__: { drop: true }', 2, 'one of the keys'],
    ['another document', '- a\n- b', 1, 'a map of rules, accounts'],
  ])('readRoutes: %s is an error that names line and rule', (_, text, line, reason) => {
    expect(() => read(text)).toThrow(RouteError);
    expect(() => read(text)).toThrow(`.yml:${line}: `);
    expect(() => read(text)).toThrow(reason);
  });

  it('readRoutes: 10,000 rules are refused', () => {
    expect(() => read(`rules:\n${'  - drop: true\n'.repeat(10_000)}`)).toThrow(
      'at most 1000 rules: current value is 10000',
    );
  });

  it('readRoutes: aliases that multiply are refused', () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) => `x${n + 1}: &x${n + 1} [${Array(10).fill(`*x${n}`).join(', ')}]`,
    );
    expect(() => read(`x0: &x0 [a]\n${lines.join('\n')}`)).toThrow();
  });
});
