import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Happening } from '../../../local/group/entry.js';
import { createStaying, STAYING_ALARM } from '../../../local/group/staying.js';
import { readRoutes } from '../../../scripts/routes-file/read-routes.js';

it('createStaying: raises the alarm once, and once has it recover', () => {
  const sent: string[] = [];
  const told: Happening[] = [];
  const stay = createStaying({
    send: async ({ label, event }) => {
      if (JSON.stringify(event).includes(STAYING_ALARM)) sent.push(label);
    },
    now: () => 1_764_480_000_000,
    tell: (happening) => told.push(happening),
  });
  for (const on of [false, true, true, false, false]) stay(on);
  expect(sent).toEqual(['ALARM', 'OK']);
  expect(told).toEqual([
    { kind: 'staying', since: 1_764_480_000_000 },
    { kind: 'staying', since: 0 },
  ]);
});

it('STAYING_ALARM: its sample rule is about it alone, and calls more people at each step', () => {
  const file = fileURLToPath(new URL('../../../local/samples/staying-alarm.yml', import.meta.url));
  const { rules } = readRoutes(file);
  expect(rules.map(({ match }) => match)).toEqual([{ alarmName: [STAYING_ALARM] }]);
  expect(rules[0]?.remind).toMatchObject([
    { afterMs: 300_000 },
    { afterMs: 600_000, call: { people: ['李强'] } },
    { afterMs: 900_000, call: { all: true } },
    { everyMs: 1_800_000 },
  ]);
});
