import { NO_ROUTES, type Routes } from './rule.js';

/**
 * The rules of routes.yml. The build replaces this module with the compiled file, so that no YAML parser is shipped.
 * Run from source, there are no rules.
 */
export const COMPILED_ROUTES: Routes = NO_ROUTES;
