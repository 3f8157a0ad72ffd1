import { installRuntime, RuntimeNotInstalledError } from '../../test/lambda-runtime/install.js';

/**
 * Resolves to the Node that Lambda runs the function on, installed on first use, or to this process's own if that
 * fails.
 */
export async function node24(print: (line: string) => void): Promise<string> {
  try {
    return (await installRuntime(print)).node;
  } catch (error) {
    if (!(error instanceof RuntimeNotInstalledError)) throw error;
    print(`${error.message}\nMeasured on Node ${process.version} instead.`);
    return process.execPath;
  }
}
