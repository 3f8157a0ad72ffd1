import type { TestProject } from 'vitest/node';
import { findPrograms, type Programs } from './find-programs.js';
import { installClients, namedClients } from './install.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly programs: Programs;
  }
}

/** Before all tests: installs the clients, unpacks the programs, and says which run here and which do not. */
export async function setup({ provide }: TestProject): Promise<void> {
  const print = (line: string) => console.log(line);
  await installClients();
  const programs = await findPrograms(print);
  const running = [...(await namedClients()), ...programs.found.map(({ name, version }) => `${name} ${version}`)];
  print(`${running.length} programs: ${running.join(', ')}`);
  for (const { name, reason } of programs.missing) print(`NOT RUN: ${name}: ${reason}`);
  provide('programs', programs);
}
