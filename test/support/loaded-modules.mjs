/** Runs the bundle that `BUNDLE` names, and answers which of Node's own modules it has loaded. */
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

const { href } = pathToFileURL(env.BUNDLE);
const before = new Set(process.moduleLoadList);
const { handler: run } = await import(href);

export async function handler(event, context) {
  await run(event, context);
  return process.moduleLoadList.filter((name) => !before.has(name));
}
