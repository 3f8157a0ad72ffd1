import { expect, test } from 'vitest';
import { codePaths, readText } from './code-files.js';

/** The name that Lambda asks each of its entries for. */
const ENTRY_NAME = 'handler';
const EXPORT = /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm;

/** The files that export each name. Those of two languages that say the same count as one. */
function filesByName(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const path of codePaths('src')) {
    const place = path.replace(/^src\/text\/(zh-CN|en)\//, 'src/text/<language>/');
    for (const [, name = ''] of readText(path).matchAll(EXPORT)) {
      if (name === ENTRY_NAME) continue;
      files.set(name, (files.get(name) ?? new Set()).add(place));
    }
  }
  return files;
}

test('src/: no two files export the same name, so that a name means one thing', () => {
  const all = [...filesByName()];
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([]);
});
