import { describe, expect, it } from 'vitest';
import { readRoutes } from '../../scripts/routes-file/read-routes.js';
import { NOBODY } from '../../src/domain/mentions.js';
import { isRoutes } from '../../src/routing/is-routes.js';
import { NO_ROUTES, type Routes, type Rule } from '../../src/routing/rule.js';

const RULE: Required<Rule> = {
  name: '全部',
  match: {
    source: ['sns'],
    renderer: ['rds'],
    severity: ['critical'],
    state: ['ALARM'],
    account: ['111122223333'],
    region: ['cn-north-1'],
    alarmName: ['*'],
    topic: ['*'],
    labels: { team: ['dba'] },
    service: ['rds'],
    namespace: ['AWS/*'],
    dimensions: { DBInstanceIdentifier: ['*'] },
    title: ['*'],
    findingType: ['*'],
    resource: ['*'],
    tags: { team: ['dba'] },
    text: ['deadlock'],
    not: { account: ['444455556666'] },
  },
  robots: ['dba'],
  mentions: NOBODY,
  rotate: {
    people: ['王芳'],
    every: 'week',
    startDay: 20_759,
    handOver: 570,
    timeZone: 'Europe/Berlin',
    overrides: [{ from: 1, to: 2, who: ['李雷'] }],
  },
  rota: ['dba'],
  quiet: [
    {
      from: 1320,
      to: 480,
      timeZone: 'UTC',
      days: ['weekend'],
      except: ['critical'],
      call: { ...NOBODY, rotas: ['dba'] },
    },
  ],
  format: 'markdown',
  drop: true,
  mute: { until: 1, timeZone: 'UTC' },
  graph: 'on',
  remind: [
    { afterMs: 900_000, call: { ...NOBODY, rotas: ['dba'] } },
    { everyMs: 3_600_000, untilMs: 86_400_000, call: NOBODY },
  ],
  continue: true,
};
const ROUTES: Required<Routes> = {
  rules: [RULE],
  accounts: { '111122223333': '生产' },
  severity: [{ name: 'severity 1', match: RULE.match, is: 'error', force: true }],
  rotas: { dba: RULE.rotate },
  holidays: [{ first: 1, last: 2 }],
  workdays: [{ first: 3, last: 3 }],
  summary: [{ at: 570, days: ['weekday'], robots: ['default'], timeZone: 'UTC' }],
};
const withRule = (changed: object): unknown => ({ ...NO_ROUTES, rules: [{ ...RULE, ...changed }] });

describe('isRoutes', () => {
  it.each(['routes.yml', 'test/load/routes.yml', 'test/routing/sample-routes.yml'])(
    'isRoutes: takes what the build writes for %s',
    (file) => {
      expect(isRoutes(JSON.parse(JSON.stringify(readRoutes(file))))).toBe(true);
    },
  );

  it('isRoutes: takes a rule with every key, and every list', () => {
    expect(isRoutes(withRule({}))).toBe(true);
    expect(isRoutes(ROUTES)).toBe(true);
  });

  it('isRoutes: takes quiet hours as an earlier version compiled them', () => {
    expect(isRoutes(withRule({ quiet: { from: 1320, to: 480 } }))).toBe(true);
  });

  it.each([
    ['a key of a newer version', { announce: [] }],
    ['a check of a newer version', { match: { weather: ['rain'] } }],
    ['a check of a newer version under not', { match: { not: { weather: ['rain'] } } }],
    ['a day that no week has', { quiet: [{ from: 0, to: 1, days: ['someday'] }] }],
    ['no checks at all', { match: undefined }],
    ['a pattern that is no text', { match: { alarmName: [1] } }],
    ['a single value for a list', { robots: 'dba' }],
    ['times as routes.yml has them', { quiet: { from: '22:00', to: '08:00' } }],
    ['quiet hours without an end', { quiet: { from: 1320 } }],
    ['a time zone that does not exist', { quiet: { from: 0, to: 1, timeZone: 'Mars' } }],
    ['a rota without its people', { rotate: { every: 'day', startDay: 0, handOver: 0 } }],
    ['mentions as routes.yml has them', { mentions: { people: ['王芳'] } }],
    ['a format that WeCom does not know', { format: 'html' }],
    ['a key of the prototype', JSON.parse('{"__proto__":{},"constructor":1}')],
  ])('isRoutes: refuses a rule with %s', (_, changed) => {
    expect(isRoutes(withRule(changed))).toBe(false);
  });

  it.each([
    undefined,
    null,
    [],
    {},
    { rules: [] },
    { ...NO_ROUTES, rules: {} },
    { ...NO_ROUTES, version: 2 },
    { ...NO_ROUTES, severity: [{ name: 'x', match: {}, is: 'red' }] },
  ])('isRoutes: refuses %j', (value) => {
    expect(isRoutes(value)).toBe(false);
  });
});
