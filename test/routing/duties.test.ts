import { describe, expect, test } from 'vitest';
import { NOBODY } from '../../src/domain/mentions.js';
import { dutiesOf } from '../../src/routing/duties.js';
import type { Rotate, Rule } from '../../src/routing/rule.js';
import { routingBy } from './drafts.js';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const weekly: Rotate = { people: ['王芳', '李雷'], every: 'week', startDay: day('2026-11-02'), handOver: 570 };
const daily: Rotate = { people: ['赵敏', '张三'], every: 'day', startDay: day('2026-11-02'), handOver: 1080 };
const dutiesAt = (time: string, robot: string, rules: readonly Partial<Rule>[], rotas: Record<string, Rotate>) =>
  dutiesOf(routingBy(rules, { rotas }).routes, robot, Date.parse(`${time}+08:00`), 'Asia/Shanghai').map(
    ({ later, ...duty }) => ({ ...duty, later: later.map(({ at, who }) => [new Date(at).toISOString(), who]) }),
  );

describe('dutiesOf', () => {
  const rotas = { pay: weekly, data: daily, unused: daily };

  test('a robot has the rotas that its rules name, those of quiet hours and reminders too, and a rule’s own', () => {
    const rules: readonly Partial<Rule>[] = [
      { robots: ['pay'], rota: ['pay'], remind: [{ afterMs: 1, call: { ...NOBODY, rotas: ['data'] } }] },
      { rota: ['data'] },
      {
        name: '数据库',
        robots: ['dba'],
        rotate: weekly,
        quiet: { from: 0, to: 1, call: { ...NOBODY, rotas: ['pay'] } },
      },
      { robots: ['dba'], drop: true, rota: ['unused'] },
    ];
    const names = (robot: string) => dutiesAt('2026-12-01T09:30', robot, rules, rotas).map(({ name }) => name);
    expect(names('pay')).toEqual(['pay', 'data']);
    expect(names('default')).toEqual(['data']);
    expect(names('dba')).toEqual(['pay', '数据库']);
    expect(names('nobody')).toEqual([]);
  });

  test('who is on call at the hand-over is the next, and changes within a day are named', () => {
    expect(dutiesAt('2026-11-30T09:30', 'default', [{ rota: ['pay'] }], rotas)).toEqual([
      { name: 'pay', who: ['王芳'], later: [] },
    ]);
    expect(dutiesAt('2026-11-30T09:29', 'default', [{ rota: ['pay', 'data'] }], rotas)).toEqual([
      { name: 'pay', who: ['李雷'], later: [['2026-11-30T01:30:00.000Z', ['王芳']]] },
      { name: 'data', who: ['张三'], later: [['2026-11-30T10:00:00.000Z', ['赵敏']]] },
    ]);
  });

  test('an override begins and ends within the day', () => {
    const minute = (date: string, hour: number) => day(date) * 1440 + hour * 60;
    const overrides = [{ from: minute('2026-12-01', 12), to: minute('2026-12-01', 14), who: ['周杰'] }];
    expect(dutiesAt('2026-12-01T09:30', 'default', [{ rota: ['pay'] }], { pay: { ...weekly, overrides } })).toEqual([
      {
        ...{ name: 'pay', who: ['王芳'] },
        later: [
          ['2026-12-01T04:00:00.000Z', ['周杰']],
          ['2026-12-01T06:00:00.000Z', ['王芳']],
        ],
      },
    ]);
  });
});
