/** Runs the bundle that `BUNDLE` names, and answers which files it has asked for. */
import files from 'node:fs/promises';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

const asked = [];
const { readFile } = files;
files.readFile = (path, ...options) => {
  // Node reads the bundle itself by the same function.
  if (!String(path).includes(env.BUNDLE)) asked.push(String(path));
  return readFile(path, ...options);
};

const { handler: run } = await import(pathToFileURL(env.BUNDLE).href);

export async function handler(event, context) {
  await run(event, context);
  return asked;
}
