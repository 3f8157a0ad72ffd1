import { expect, test } from 'vitest';
import { readConfig } from '../../../src/app/config.js';
import { rehearse } from '../../../src/app/warm-up/rehearsal.js';
import { rehearsedAlarm } from '../../../src/app/warm-up/rehearsed-alarm.js';
import { rehearsedBatch } from '../../../src/app/warm-up/rehearsed-batch.js';
import { wireDeliver } from '../../../src/app/wire-deliver.js';
import { wireDirect } from '../../../src/app/wire-direct.js';
import { wireNotify } from '../../../src/app/wire-notify.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';

const setupOf = (env: Readonly<Record<string, string>>) => ({ ...readConfig(env), routes: NO_ROUTES });
const ENGLISH = { MESSAGE_LANGUAGE: 'en', TIME_ZONE: 'Europe/Berlin', MESSAGE_FORMAT: 'markdown' };
const service = 'wecomrobot';

test.each([
  ['in Chinese', {}],
  ['in English, markdown and another time zone', ENGLISH],
])('rehearse: an alarm goes all the way, once, %s', async (_, env) => {
  const setup = setupOf(env);
  const [alarm, batch] = [rehearsedAlarm(), rehearsedBatch()];
  expect(await rehearse({ wire: (edges) => wireNotify(setup, edges), event: alarm, service })).toBe(1);
  expect(await rehearse({ wire: (edges) => wireDeliver(setup, edges), event: batch, service })).toBe(1);
  expect(await rehearse({ wire: (edges) => wireDirect(setup, edges), event: alarm, service })).toBe(1);
});

test('rehearse: what is queued goes through the given queue', async () => {
  const taken: string[] = [];
  const writer = {
    send: async (entries: readonly { readonly body: string }[]) => {
      taken.push(...entries.map(({ body }) => body));
      return [];
    },
  };
  await rehearse({ wire: (edges) => wireNotify(setupOf({}), edges), event: rehearsedAlarm(), writer, service });
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain('rehearsal');
});
