import { expect, it } from 'vitest';
import { readSettings } from '../../../deploy/read-settings.js';
import { resourcesOf } from '../../../deploy/template.js';
import { isMet, type Row } from './row.js';
import { startOutages } from './start-outages.js';

const REGION = 'cn-north-1';

/** Resolves to the rows of the outages and calm hours with such titles. */
async function rowsOf(only: string, template: unknown): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const folder = `dist/test/outages-${process.env['VITEST_POOL_ID'] ?? '0'}`;
  await startOutages({ folder, templates: { [REGION]: template }, only, onRow: (row) => rows.push(row) });
  return rows;
}

// `npm run test:outages` runs all of them, with the packaged template.
it('an outage: nothing listens at WeCom’s address, and nothing happens', async () => {
  const Resources = resourcesOf(readSettings({ opsEmail: 'ops@example.com' }, REGION), REGION);
  const rows = await rowsOf('nothing', { Resources });
  expect(rows.map(({ kind }) => kind)).toEqual(['outage', 'outage', 'calm']);
  expect(rows.filter((row) => !isMet(row))).toEqual([]);
});
