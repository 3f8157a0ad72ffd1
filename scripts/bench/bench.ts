import type { Environment } from './environment.js';
import { startEnvironment } from './environment.js';
import type { LineName, Outside } from './outside.js';
import type { Programs } from './programs.js';

/** What measuring needs. */
export interface Bench {
  /** Path of the Node binary that is measured. */
  readonly node: string;
  readonly outside: Outside;
  readonly programs: Programs;
}

/** What of the programs is started. */
export type ProgramName = Exclude<keyof Programs, 'metafile'>;

/** Starts a program with its init over, on a line to the outside. */
export function start({ node, outside, programs }: Bench, name: ProgramName, line: LineName): Promise<Environment> {
  const env = { ...outside.environments[line], BUNDLE: programs.bundle };
  return startEnvironment({ node, bundle: programs[name], env: name === 'naive' ? { ...env, ...NOT_WARMED } : env });
}

/** Without Lambda's own variable the function does nothing ahead. */
const NOT_WARMED = { AWS_LAMBDA_INITIALIZATION_TYPE: '' };

/** Runs a program's handler once, in a process of its own. */
export async function answerOf<Answer>(
  bench: Bench,
  name: ProgramName,
  event: unknown,
  line: LineName = 'direct',
): Promise<Answer> {
  const environment = await start(bench, name, line);
  const answer = (await environment.invoke(event)) as Answer;
  await environment.end();
  return answer;
}
