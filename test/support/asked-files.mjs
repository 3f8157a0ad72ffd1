/** Runs the bundle that `BUNDLE` names, and answers which files it has asked for, each once: in init, and since. */
import fs from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const asked = { inInit: new Set(), since: new Set() };
let now = asked.inInit;

function note(file) {
  // Anything else is a descriptor of a file that is open.
  if (typeof file !== 'string' && !(file instanceof URL) && !Buffer.isBuffer(file)) return;
  const path = file instanceof URL ? fileURLToPath(file) : String(file);
  // Node reads the bundle itself by the same functions.
  if (path !== env.BUNDLE) now.add(path);
}

/** Has every function of a module note the file that it is called with. */
function watch(module) {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value !== 'function' || !/^[a-z]/.test(name)) continue;
    module[name] = (file, ...options) => {
      note(file);
      return value(file, ...options);
    };
  }
}
watch(fs);
watch(fs.promises);

const { handler: run } = await import(pathToFileURL(env.BUNDLE).href);
now = asked.since;

export async function handler(event, context) {
  await run(event, context);
  return { inInit: [...asked.inInit], since: [...asked.since] };
}
