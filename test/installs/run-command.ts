import { execFile } from 'node:child_process';

/** A command that has ended. */
export interface Ended {
  /** Its exit code, or the reason why it has none. */
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

/** A program with its first arguments. */
export type Program = readonly [file: string, ...args: readonly string[]];

/** Longest that a command may take: only a hang lasts so long. Milliseconds. */
const MAX_MS = 10 * 60_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** Runs a command in a folder. Never rejects. */
export function runCommand(
  [file, ...first]: Program,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const startedAt = performance.now();
  const options = { cwd, env: { ...process.env, ...env }, timeout: MAX_MS, maxBuffer: MAX_BYTES };
  return new Promise((resolve) => {
    const child = execFile(file, [...first, ...args], options, (error, out, err) => {
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ code: error ? (error.code ?? error.signal) : 0, out, err, seconds });
    });
    child.stdin?.end();
  });
}
