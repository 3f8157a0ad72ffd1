import { expect, test } from 'vitest';
import { mutesFor } from '../../src/routing/mutes-for.js';
import { routingBy } from './drafts.js';

const minute = (time: string): number => Date.parse(`${time}Z`) / 60_000;
const NOON = Date.parse('2026-11-29T12:00:00+08:00');

test('mutesFor: the rules for a robot whose mute is not over, and those for whatever robot', () => {
  const { routes } = routingBy([
    { name: '迁移', mute: { until: minute('2026-11-29T12:01') } },
    { name: 'over', mute: { until: minute('2026-11-29T12:00') } },
    { name: '数据库', robots: ['dba'], mute: { until: minute('2026-11-29T06:00'), timeZone: 'UTC' } },
    { name: 'none' },
  ]);
  expect(mutesFor(routes, 'dba', NOON, 'Asia/Shanghai')).toEqual([
    { name: '迁移', until: NOON + 60_000 },
    { name: '数据库', until: Date.UTC(2026, 10, 29, 6) },
  ]);
  expect(mutesFor(routes, 'ops', NOON, 'Asia/Shanghai').map(({ name }) => name)).toEqual(['迁移']);
});
