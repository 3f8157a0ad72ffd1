import { textAt } from '../../src/base/json.js';
import { type CodeFile, lineOf, spanOf } from './code-files.js';

/** A comment; line comments that follow each other are one. */
export interface Comment {
  readonly path: string;
  readonly line: number;
  /** The words, without stars and slashes, on one line. */
  readonly text: string;
  /** It begins with two stars. */
  readonly isDocstring: boolean;
}

const COMMENT = /\/\*(\*?)([\s\S]*?)\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g;

/** Returns the comments of a file. */
export function commentsOf(file: CodeFile): readonly Comment[] {
  return [...withoutLiterals(file).matchAll(COMMENT)].map(({ 0: whole, 1: star, index }) => ({
    path: file.path,
    line: lineOf(file.text, index),
    text: whole
      .replace(/^\/\*+|\*+\/$|^[ \t]*(?:\*|\/\/)/gm, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    isDocstring: star === '*',
  }));
}

/** Blanks what may look like a comment and is none: strings, templates and regular expressions. */
function withoutLiterals({ text, nodes }: CodeFile): string {
  const parts: string[] = [];
  let at = 0;
  const literals = nodes.filter((node) => /^(Literal|TemplateElement)$/.test(textAt(node, 'type') ?? ''));
  for (const [start, end] of literals.map(spanOf).toSorted(([a], [b]) => a - b)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}
