import { programs } from './error-texts.js';

/** A line that is written, by its level and its text, or the variable that holds it. */
const WRITTEN = /\.write\(\s*'(?:warn|error)',\s*(?:'([^']+)'|(\w+))/g;
/** The line of something that is loaded or looked up: it is handed to what writes it. */
const HANDED = [/createOnUse\([^']*'([^']+)'/g, /\bmessage: '([a-z]+ [^']+)'/g];

/** Returns the lines of the levels WARN and ERROR in the programs of the functions. */
export function logLines(): readonly string[] {
  return [...new Set(programs('src').flatMap(logLinesIn))];
}

/** Returns those of one program; for a line in a variable, the variable's name. */
export function logLinesIn(program: string): readonly string[] {
  return [WRITTEN, ...HANDED].flatMap((pattern) =>
    [...program.matchAll(pattern)].flatMap(([, text, variable]) => text ?? variable ?? []),
  );
}
