import { parseObject } from '../base/json.js';
import type { Log } from '../base/log.js';
import { isRoutes } from './is-routes.js';
import { NO_ROUTES, type Routes } from './rule.js';

/** Name of the file with the compiled rules, which the build writes next to the bundle. */
export const ROUTES_FILE = 'routes.json';

/**
 * The same file in a Lambda layer. Its rules replace those next to the bundle.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html
 */
export const LAYER_ROUTES_FILE = `/opt/wecomrobot/${ROUTES_FILE}`;

/**
 * Loads the rules from the first of these files that exists. Without any there are no rules. Never throws: if the file
 * is unusable there are no rules either, and an error line says why.
 * @param read returns a file's text, or `undefined` if there is no such file.
 */
export function loadRoutes(files: readonly string[], read: (file: string) => string | undefined, log: Log): Routes {
  for (const file of files) {
    try {
      const text = read(file);
      if (text !== undefined) return parseRoutes(text);
    } catch (error) {
      log.write('error', 'rules not used', { file, reason: String(error) });
      return NO_ROUTES;
    }
  }
  return NO_ROUTES;
}

function parseRoutes(text: string): Routes {
  const routes = parseObject(text);
  if (isRoutes(routes)) return routes;
  throw new TypeError('Cannot use the rules as their file must be one that the build of this version writes');
}
