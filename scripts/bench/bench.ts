import type { Environment } from './environment.js';
import { startEnvironment } from './environment.js';
import type { LineName, Outside } from './outside.js';
import type { Programs } from './programs.js';

/** The requirements of a measurement. */
export interface Bench {
  /** Path of the Node binary under test. */
  readonly node: string;
  readonly outside: Outside;
  readonly programs: Programs;
  /** A folder for what a measurement builds. */
  readonly folder: string;
}

/** A program that can be started. */
export type ProgramName = Exclude<keyof Programs, 'metafiles' | 'folder' | 'functions' | 'naiveFunctions' | 'floor'>;

/** Starts a program on a line to the outside, and resolves when its init is over. */
export function start({ node, outside, programs }: Bench, name: ProgramName, line: LineName): Promise<Environment> {
  const env = { ...outside.environments[line], BUNDLE: programs.bundle };
  return startEnvironment({ node, bundle: programs[name], env: name === 'naive' ? { ...env, ...NOT_WARMED } : env });
}

/** Without this variable of Lambda, the function prepares nothing in advance. */
const NOT_WARMED = { AWS_LAMBDA_INITIALIZATION_TYPE: '' };

/** Runs a program's handler once, in a process of its own. Resolves to its answer. */
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
