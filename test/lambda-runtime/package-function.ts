import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageOffline } from '../../deploy/package-offline.js';
import { textAt } from '../../src/base/json.js';
import { readZip } from '../support/read-zip.js';

/** The deployed function on this machine. */
export interface UnpackedFunction {
  readonly taskRoot: string;
  readonly handlers: Readonly<Record<'notify' | 'deliver', string>>;
  remove(): Promise<void>;
}

/** Packages and unpacks the zip, as Lambda does. */
export async function packageFunction(): Promise<UnpackedFunction> {
  const { zipFile, template, remove } = await packageOffline({ region: 'ap-southeast-1' });
  const taskRoot = await mkdtemp(join(tmpdir(), 'wecomrobot-task-'));
  for (const [name, content] of readZip(await readFile(zipFile))) {
    await mkdir(dirname(join(taskRoot, name)), { recursive: true });
    await writeFile(join(taskRoot, name), content);
  }
  await remove();
  const handlerOf = (name: string): string =>
    textAt(template, 'Resources', `${name}LambdaFunction`, 'Properties', 'Handler') ?? '';
  return {
    taskRoot,
    handlers: { notify: handlerOf('Notify'), deliver: handlerOf('Deliver') },
    remove: () => rm(taskRoot, { recursive: true }),
  };
}
