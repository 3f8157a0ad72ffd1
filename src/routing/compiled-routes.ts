import { NO_ROUTES, type Routes } from './rule.js';

/**
 * The rules of routes.yml. The build puts the compiled file in this module's place, so that no YAML parser is shipped; run from
 * source there are none.
 */
export const COMPILED_ROUTES: Routes = NO_ROUTES;
