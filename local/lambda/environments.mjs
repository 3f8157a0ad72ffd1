/**
 * Many execution environments in one process, because a process for each would take most of the demo's time. Runs inside
 * `child.mjs` as if it were a bundle; its events are `{ secretId, event }`. Each secret gets the bundle of
 * `BUNDLE_FILE` as a module of its own, with its own caches and connections, as an environment of its own would have.
 */
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

const bundles = new Map();

/** The bundle reads its settings while it is imported: what is set before holds for that import. */
function importBundle(secretId) {
  env.ROBOT_SECRET_ID = secretId;
  return import(`${pathToFileURL(env.BUNDLE_FILE).href}?secret=${encodeURIComponent(secretId)}`);
}

export async function handler({ secretId, event }, context) {
  if (!bundles.has(secretId)) bundles.set(secretId, await importBundle(secretId));
  return bundles.get(secretId).handler(event, context);
}
