import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './code-files.js';

/** Every document that people read, but for the gallery, which links to nothing of ours. */
export const DOCUMENTS: readonly string[] = ['.', 'docs', 'deploy/terraform'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md') && name !== 'gallery.md')
    .map((name) => join(folder, name)),
);

/** Returns the lines of a document, or of a program with documents in it, outside blocks of code. */
export const linesOf = (document: string): readonly string[] =>
  readFileSync(join(ROOT, document), 'utf8')
    .split(/^```/m)
    .filter((_, index) => index % 2 === 0)
    .flatMap((part) => part.split('\n'));

/** Returns a document without its code. */
export const proseOf = (document: string): string =>
  linesOf(document)
    .map((line) => line.replace(/`[^`]*`/g, ''))
    .join('\n');

/** Returns the lines that are headings. */
export const headingsOf = (document: string): readonly string[] =>
  linesOf(document).filter((line) => /^#{1,6} /.test(line));

/** Returns where a document's links lead, as they stand in it. */
export const linksOf = (document: string): readonly string[] =>
  [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
