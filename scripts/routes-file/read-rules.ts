import type { Routes } from '../../src/routing/rule.js';
import { compileRoutes } from './compile-routes.js';
import { RouteError } from './route-error.js';

/**
 * Checks rules that are given as an object, in the form of a parsed routes.yml.
 * @throws {RouteError} If they are wrong. Names the rule and the allowed values of each mistake.
 */
export function readRules(given: unknown): Routes {
  const compiled = compileRoutes(given);
  if ('routes' in compiled) return compiled.routes;
  throw new RouteError(compiled.mistakes.map(({ message }) => message).join('\n'));
}
