import { describe, expect, it } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import { readRoutes } from '../../scripts/routes-file/read-routes.js';
import { readSample } from '../../scripts/samples/read-sample.js';
import { readConfig } from '../../src/app/config.js';
import type { Mentions } from '../../src/domain/mentions.js';
import { route } from '../../src/routing/route.js';

const FOLDERS = ['budgets', 'cloudwatch-sns', 'elasticache', 'rds', 'scenarios'];
const MOMENTS = [
  ['a Monday before the hand-over', Date.parse('2026-11-23T09:29:00+08:00')],
  ['the same Monday after it', Date.parse('2026-11-23T09:31:00+08:00')],
  ['at night', Date.parse('2026-11-23T23:00:00+08:00')],
] as const;

const config = { ...readConfig({ MENTION_ON_ALARM: '@all' }), routes: readRoutes('test/routing/sample-routes.yml') };

function whoIs({ all, people, mobiles, userIds }: Mentions): string {
  return [...people, ...mobiles, ...userIds, ...(all ? ['@all'] : [])].join(' ') || '-';
}

/** Whom every sample of these folders is for, a line each. */
async function routedAt(now: number): Promise<string> {
  const samples = (await readSamples())
    .filter(({ name }) => FOLDERS.includes(name))
    .flatMap((folder) => folder.samples);
  const lines = samples.map(async ({ file, event }) => {
    const { drafts } = await readSample(event, config);
    return drafts.map((draft) => {
      const { notifications, rule } = route(draft, config, now);
      const targets = notifications.map(({ robot, format, mentions }) => `${robot} (${format}, ${whoIs(mentions)})`);
      return `${file}: ${rule?.name ?? 'no rule'} → ${targets.join(', ') || 'dropped'}`;
    });
  });
  return `${(await Promise.all(lines)).flat().join('\n')}\n`;
}

describe('route: the samples by a routes.yml', () => {
  it.each(MOMENTS)('route: %s', async (moment, now) => {
    await expect(await routedAt(now)).toMatchFileSnapshot(`../golden/routes/${moment.replaceAll(' ', '-')}.txt`);
  });
});
