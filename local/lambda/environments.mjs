/**
 * Many execution environments in one process, because one process for each would take most of the demo's time. Runs
 * inside `child.mjs` as if it were a bundle. Its events are `{ secretId, event }`. Each secret gets the bundle of
 * `BUNDLE_FILE` as a module of its own, with its own caches and connections, as a separate environment would have.
 */
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

const bundles = new Map();

/** Imports the bundle, which reads its settings during the import: they have to be set before. */
function importBundle(secretId) {
  env.ROBOT_SECRET_ID = secretId;
  return import(`${pathToFileURL(env.BUNDLE_FILE).href}?secret=${encodeURIComponent(secretId)}`);
}

export async function handler({ secretId, event }, context) {
  if (!bundles.has(secretId)) bundles.set(secretId, await importBundle(secretId));
  return bundles.get(secretId).handler(event, context);
}
