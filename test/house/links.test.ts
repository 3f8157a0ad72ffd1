import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './code-files.js';

/** Every document that people read, but for the gallery, which links to nothing of ours. */
const DOCUMENTS = ['.', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md') && name !== 'gallery.md')
    .map((name) => join(folder, name)),
);

/** Returns the lines of a document outside its blocks of code. */
const linesOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split(/^```/m)
    .filter((_, index) => index % 2 === 0)
    .flatMap((part) => part.split('\n'));

/** Returns a document without its code. */
const proseOf = (path: string): string =>
  linesOf(path)
    .map((line) => line.replace(/`[^`]*`/g, ''))
    .join('\n');

/** Returns the anchors of a document's headings, as GitHub makes them. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = linesOf(path)
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) => line.slice(line.indexOf(' ') + 1));
  const plain = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return new Set(plain);
}

test.each(DOCUMENTS)('%s: every link within the project leads to a file, and to a heading in it', (document) => {
  const links = [...proseOf(join(ROOT, document)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const path = file === '' ? join(ROOT, document) : resolve(ROOT, dirname(document), file);
      if (!existsSync(path)) return true;
      return anchor !== undefined && path.endsWith('.md') && !anchorsOf(path).has(decodeURIComponent(anchor));
    });
  expect(broken).toEqual([]);
});
