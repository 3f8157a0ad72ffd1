import { join } from 'node:path';

/** The functions of a build: the two that are deployed, and the one that posts without a queue. */
export type BuiltName = 'notify' | 'deliver' | 'direct';

/** Returns the path of a function's file in the folder of a build. */
export function functionFile(folder: string, name: BuiltName): string {
  return join(folder, `${name}.mjs`);
}
