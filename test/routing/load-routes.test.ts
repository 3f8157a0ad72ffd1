import { describe, expect, it } from 'vitest';
import type { Log } from '../../src/base/log.js';
import { loadRoutes } from '../../src/routing/load-routes.js';
import { NO_ROUTES } from '../../src/routing/rule.js';

const FILES = ['/layer/routes.json', '/function/routes.json'];
const rulesNamed = (name: string): string => JSON.stringify({ ...NO_ROUTES, rules: [{ name, match: {} }] });

/** Loads from a disk that holds these files, and says which were read and which lines were logged. */
function load(disk: Readonly<Record<string, string | Error>>) {
  const asked: string[] = [];
  const lines: unknown[] = [];
  const log: Log = { write: (...line) => lines.push(line) };
  const read = (file: string): string | undefined => {
    asked.push(file);
    const found = disk[file];
    if (found instanceof Error) throw found;
    return found;
  };
  return { routes: loadRoutes(FILES, read, log), asked, lines };
}

describe('loadRoutes', () => {
  it('loadRoutes: the file beside the bundle is read if there is no layer', () => {
    const { routes, lines } = load({ '/function/routes.json': rulesNamed('packaged') });
    expect(routes.rules).toEqual([{ name: 'packaged', match: {} }]);
    expect(lines).toEqual([]);
  });

  it("loadRoutes: a layer's rules replace the packaged ones, which are not read", () => {
    const disk = { '/layer/routes.json': rulesNamed('layer'), '/function/routes.json': rulesNamed('packaged') };
    const { routes, asked } = load(disk);
    expect(routes.rules).toEqual([{ name: 'layer', match: {} }]);
    expect(asked).toEqual(['/layer/routes.json']);
  });

  it('loadRoutes: with neither file there are no rules, and no complaint', () => {
    expect(load({})).toEqual({ routes: NO_ROUTES, asked: FILES, lines: [] });
  });

  it.each([
    ['cannot be read', Object.assign(new Error('EACCES: permission denied')), 'Error: EACCES: permission denied'],
    ['is no JSON', 'rules: []', 'TypeError: Cannot use the rules'],
    ['is empty', '', 'TypeError: Cannot use the rules'],
    ['is JSON of another kind', '[]', 'TypeError: Cannot use the rules'],
    ['holds a rule that this version cannot follow', '{"rules":[{"name":"a"}],"accounts":{}}', 'TypeError: Cannot use'],
  ])('loadRoutes: a file that %s means no rules, one error line, and no other file', (_, found, reason) => {
    const disk = { '/layer/routes.json': found, '/function/routes.json': rulesNamed('packaged') };
    expect(load(disk)).toEqual({
      routes: NO_ROUTES,
      asked: ['/layer/routes.json'],
      lines: [['error', 'rules not used', { file: '/layer/routes.json', reason: expect.stringContaining(reason) }]],
    });
  });
});
