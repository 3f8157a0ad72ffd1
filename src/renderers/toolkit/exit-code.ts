import { getOwn } from '../../base/json.js';
import type { Words } from '../../text/words.js';

/** Returns a process's exit code, with its meaning if it is one that everybody looks up: `137（被强制终止，常因内存不足）`. */
export function exitCodeLine(code: number | undefined, { aside, awsCode }: Words): string | undefined {
  if (code === undefined) return undefined;
  const meaning = getOwn<string>(awsCode.exitCode, String(code));
  return meaning === undefined ? String(code) : `${code}${aside(meaning)}`;
}
