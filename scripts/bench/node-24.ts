import { installRuntime, RuntimeNotInstalledError } from '../../test/lambda-runtime/install.js';

/** The Node that Lambda runs the function on, installed the first time; this process's own where that cannot be. */
export async function node24(print: (line: string) => void): Promise<string> {
  try {
    return (await installRuntime(print)).node;
  } catch (error) {
    if (!(error instanceof RuntimeNotInstalledError)) throw error;
    print(`${error.message}\nMeasured on Node ${process.version} instead.`);
    return process.execPath;
  }
}
