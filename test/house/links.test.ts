import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './code-files.js';
import { DOCUMENTS, headingsOf, linksOf } from './documents.js';

/** Returns the anchors of a document's headings, as GitHub makes them. */
function anchorsOf(document: string): ReadonlySet<string> {
  const headings = headingsOf(document).map((line) => line.slice(line.indexOf(' ') + 1));
  const plain = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return new Set(plain);
}

test.each(DOCUMENTS)('%s: every link within the project leads to a file, and to a heading in it', (document) => {
  const broken = linksOf(document)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const path = file === '' ? join(ROOT, document) : resolve(ROOT, dirname(document), file);
      if (!existsSync(path)) return true;
      return (
        anchor !== undefined && path.endsWith('.md') && !anchorsOf(relative(ROOT, path)).has(decodeURIComponent(anchor))
      );
    });
  expect(broken).toEqual([]);
});
