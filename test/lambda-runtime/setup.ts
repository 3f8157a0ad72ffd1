import type { TestProject } from 'vitest/node';
import { installRuntime, type Runtime, RuntimeNotInstalledError } from './install.js';
import { packageFunction, type UnpackedFunction } from './package-function.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly runtime: Runtime;
    readonly unpacked: Omit<UnpackedFunction, 'remove'>;
  }
}

/** Before all tests: AWS's client and the packaged function. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const runtime = await installRuntime((line) => console.log(line)).catch((error: unknown) => {
    if (!(error instanceof RuntimeNotInstalledError)) throw error;
    console.error(error.message);
    process.exit(1); // A stack trace would hide what to do.
  });
  const { remove, ...unpacked } = await packageFunction();
  provide('runtime', runtime);
  provide('unpacked', unpacked);
  return remove;
}
