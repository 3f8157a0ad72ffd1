import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A script that has ended: its exit code, and what it said on standard output and standard error. */
interface EndedScript {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
  /** Both, the error last, without the white space around. */
  readonly said: string;
}

/**
 * Runs a script of ours as npm does (without the second process that tsx's command would add), with credentials that nobody has
 * and without the developer's own AWS settings.
 * @param input what is piped in.
 */
export function runScript(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<EndedScript> {
  const clean = {
    PATH: process.env['PATH'],
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'ap-southeast-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...clean, ...env } };
    const child = execFile(process.execPath, ['--import', 'tsx', file, ...args], options, (error, out, err) => {
      resolve({ code: error ? error.code : 0, out, err, said: `${out}${err}`.trim() });
    });
    child.stdin?.on('error', () => undefined).end(input); // A script that does not read it may have ended.
  });
}
