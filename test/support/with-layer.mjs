/**
 * Runs the bundle that `BUNDLE` names as if the folder that `LAYER` names had been unpacked to `/opt`, as Lambda does with layers.
 * `PATIENCE`, if set, makes every timer so many times as long: for short limits on a machine that is busy.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

const there = (file) =>
  typeof file === 'string' && file.startsWith('/opt/') ? join(env.LAYER, file.slice('/opt/'.length)) : file;

for (const name of ['existsSync', 'readFileSync']) {
  const original = fs[name];
  fs[name] = (file, ...options) => original(there(file), ...options);
}

const { setTimeout } = globalThis;
const patience = Number(env.PATIENCE ?? 1);
globalThis.setTimeout = (callback, ms, ...rest) => setTimeout(callback, ms * patience, ...rest);

export const { handler } = await import(pathToFileURL(env.BUNDLE).href);
