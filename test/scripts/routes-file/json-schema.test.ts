import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { routesJsonSchema } from '../../../scripts/routes-file/json-schema.js';
import { readRoutes } from '../../../scripts/routes-file/read-routes.js';

const SCHEMA_FILE = 'docs/routes.schema.json';

it('routesJsonSchema: docs/routes.schema.json is up to date (npx vitest run test/scripts/routes-file -u writes it)', async () => {
  await expect(`${JSON.stringify(routesJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(`../../../${SCHEMA_FILE}`);
});

const schema = z.fromJSONSchema(routesJsonSchema());

it.each(['routes.yml', 'test/load/routes.yml', 'test/routing/sample-routes.yml'])(
  'routesJsonSchema: takes %s, as the build does',
  (file) => {
    expect(() => readRoutes(file)).not.toThrow();
    expect(schema.safeParse(parse(readFileSync(file, 'utf8'))).error).toBeUndefined();
  },
);

it.each([
  ['an unknown key', 'rules: [{ robot: dba }]'],
  ['a wrong severity', 'rules: [{ match: { severity: red } }]'],
  ['a time that is none', "rules: [{ quiet: { from: '25:00', to: '08:00' } }]"],
  ['a day that no week has', 'rules: [{ quiet: { days: funday } }]'],
  ['an unknown key under not', 'rules: [{ match: { not: { alarm: x } } }]'],
  ['a severity that grades nothing', 'severity: [{ is: recovery }]'],
  ['an account id that is none', "accounts: { '12': x }"],
])('routesJsonSchema: refuses %s', (_, text) => {
  expect(schema.safeParse(parse(text)).success).toBe(false);
});

it('routesJsonSchema: quiet hours have both ends, or days', () => {
  // zod reads no `anyOf` beside properties, editors do.
  const anyOf = [{ required: ['from', 'to'] }, { required: ['days'] }];
  expect(routesJsonSchema()).toMatchObject({ definitions: { quiet: { anyOf } } });
});

it('routesJsonSchema: a routes.yml names its schema where a clone has it', () => {
  const [first] = readFileSync('routes.yml', 'utf8').split('\n');
  expect(first).toBe(`# yaml-language-server: $schema=${SCHEMA_FILE}`);
});
