import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = ['src', 'deploy', 'scripts', 'local'];
const PROGRAM = /(?<!\.d)\.(?:ts|cts|mjs|cjs)$/;

/** The text of an error in a program, with `…` for what is put into it. */
export interface ErrorText {
  /** From the root of the project, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Returns the names of the programs in a folder, from the root of the project. */
function namesIn(folder: string): readonly string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`).filter((file) => PROGRAM.test(file));
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Returns the programs of a folder. */
export function programs(folder: string): readonly string[] {
  return namesIn(folder).map(read);
}

/** Returns every text in the programs that begins like one of our errors, or has such a beginning after a colon. */
export function errorTexts(): readonly ErrorText[] {
  return FOLDERS.flatMap(namesIn)
    .filter((file) => !file.startsWith('scripts/errors-page/'))
    .flatMap((file) => textsIn(read(file)).map((text) => ({ file, text })));
}

/** Returns the error texts of one program. Comments are not read. */
export function textsIn(program: string): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < program.length; at += 1) {
    const two = program.slice(at, at + 2);
    const quote = program[at];
    if (two === '//' && program[at - 1] !== ':') at = endOf(program, '\n', at);
    else if (two === '/*') at = endOf(program, '*/', at + 2);
    else if (quote === "'" || quote === '"' || quote === '`') {
      const { text, end } = textAt(program, at, quote);
      if (/(?:^|: )Cannot /.test(text)) texts.push(text);
      at = end;
    }
  }
  return texts;
}

function endOf(program: string, mark: string, from: number): number {
  const end = program.indexOf(mark, from);
  return end < 0 ? program.length : end + mark.length - 1;
}

/** Reads a text that begins at an index. What a template puts in becomes `…`, and is not read itself. */
function textAt(program: string, begin: number, quote: string): { readonly text: string; readonly end: number } {
  let text = '';
  for (let at = begin + 1; at < program.length; at += 1) {
    const char = program[at] ?? '';
    if (char === quote || (char === '\n' && quote !== '`')) return { text, end: at };
    if (char === '\\') {
      at += 1;
      text += program[at] ?? '';
    } else if (quote === '`' && program.startsWith('${', at)) {
      text += '…';
      at = endOfInsert(program, at + 2);
    } else text += char;
  }
  return { text, end: program.length };
}

/** Returns the index of the brace that ends what is put into a template. */
function endOfInsert(program: string, from: number): number {
  let depth = 1;
  for (let at = from; at < program.length; at += 1) {
    const char = program[at] ?? '';
    if (char === "'" || char === '"' || char === '`') at = textAt(program, at, char).end;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return program.length;
}
