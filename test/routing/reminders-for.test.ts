import { describe, expect, test } from 'vitest';
import { LineCounter } from 'yaml';
import { compileRoutes } from '../../scripts/routes-file/compile-routes.js';
import { parseYaml } from '../../scripts/routes-file/parse-yaml.js';
import { NOBODY } from '../../src/domain/mentions.js';
import { remindersFor } from '../../src/routing/reminders-for.js';
import { alarmOf, ON_CALL, routingBy } from './drafts.js';

const HOUR = 3_600_000;
/** A Wednesday. */
const NOON = Date.UTC(2026, 10, 25, 12);
const NIGHT = Date.UTC(2026, 10, 25, 23);
const people = (...names: readonly string[]) => ({ ...NOBODY, people: names });
const COMPILED = compileRoutes(
  parseYaml(
    `
rotas:
  leads: { people: [韩梅梅], every: week, start: '2026-11-02' }
rules:
  - match: { alarmName: 'pay-*' }
    robots: [pay, duty]
    mentions: { people: [王芳] }
    quiet: { from: '22:00', to: '08:00', except: critical }
    remind:
      - { after: 15m }
      - { after: 30m, call: [李雷] }
      - { after: 1h, call: { rota: leads } }
      - { every: 4h, until: 12h }
  - match: { alarmName: 'log-*' }
    remind: off
`,
    new LineCounter(),
  ).toJS(),
);
if (!('routes' in COMPILED)) throw new Error(JSON.stringify(COMPILED.mistakes));
const routing = { ...routingBy([]), routes: COMPILED.routes };

describe('remindersFor', () => {
  test('without a rule the worst is told again after an hour, and calls whom its alarm called', () => {
    const [only, ...others] = remindersFor(alarmOf(), routingBy([]), NOON);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ robots: ['default'], severity: 'critical', steps: [{ afterMs: HOUR }] });
    expect(only?.callAt(0)).toEqual(ON_CALL);
    expect(remindersFor(alarmOf({}, { severity: 'error' }), routingBy([]), NOON)[0]?.steps).toEqual([]);
  });

  test('a rule’s steps are its own, each calls besides those before it', () => {
    const [pay] = remindersFor(alarmOf(), routing, NOON);
    expect(pay).toMatchObject({ rule: 'rule 1', robots: ['pay', 'duty'] });
    expect(pay?.steps).toEqual([
      { afterMs: HOUR / 4 },
      { afterMs: HOUR / 2, call: people('李雷') },
      { afterMs: HOUR, call: { ...NOBODY, rotas: ['leads'] } },
      { everyMs: 4 * HOUR, untilMs: 12 * HOUR },
    ]);
    expect([0, 1, 2, 3].map((step) => pay?.callAt(step).people)).toEqual([
      ['王芳'],
      ['王芳', '李雷'],
      ['王芳', '李雷', '韩梅梅'],
      ['王芳', '李雷', '韩梅梅'],
    ]);
  });

  test('quiet hours count, with their exceptions', () => {
    const [critical] = remindersFor(alarmOf(), routing, NIGHT);
    expect(critical?.callAt(2).people).toEqual(['王芳', '李雷', '韩梅梅']);
    const [error] = remindersFor(alarmOf({}, { severity: 'error' }), routing, NIGHT);
    expect(error?.callAt(2)).toEqual(NOBODY);
  });

  test('`remind: off` is no step at all', () => {
    expect(remindersFor(alarmOf({ alarmName: 'log-errors' }), routing, NOON)[0]?.steps).toEqual([]);
  });

  test('what a rule drops or mutes has no reminders, and rules that continue have each their own', () => {
    expect(remindersFor(alarmOf(), routingBy([{ drop: true }]), NOON)).toEqual([]);
    expect(remindersFor(alarmOf(), routingBy([{ mute: { until: 99_999_999 } }]), NOON)).toEqual([]);
    const both = remindersFor(
      alarmOf(),
      routingBy([{ robots: ['a'], continue: true, remind: [] }, { robots: ['b'] }]),
      NOON,
    );
    expect(both.map(({ robots, steps }) => [robots, steps.length])).toEqual([
      [['a'], 0],
      [['b'], 1],
    ]);
  });
});
