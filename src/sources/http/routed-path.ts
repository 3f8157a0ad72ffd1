import { type JsonObject, textAt } from '../../base/json.js';

/** `{proxy+}` */
const PARAMETER = /\{([^{}+]+)\+?\}/g;

interface PathParts {
  /** The route's pattern: `/push`, `/{proxy+}`. Absent if the API has none. */
  readonly route?: string | undefined;
  /** The values of its `{…}`. */
  readonly parameters?: JsonObject;
  /** The path as it is in the event: it may begin with the stage, or with a custom domain's base path. */
  readonly path: string;
  readonly stage?: string | undefined;
}

/**
 * Returns the path that the function's own routes use: `/push` for `/prod/push`. It is taken from the route if possible, since
 * that contains neither the stage nor the base path.
 */
export function routedPath({ route, parameters = {}, path, stage }: PathParts): string {
  const routed = route === undefined ? undefined : fillIn(route, parameters);
  const full = routed ?? withoutStage(path, stage);
  return full.length > 1 && full.endsWith('/') ? full.slice(0, -1) : full;
}

function fillIn(route: string, parameters: JsonObject): string | undefined {
  if (!route.startsWith('/')) return undefined;
  const names = [...route.matchAll(PARAMETER)].map(([, name]) => name ?? '');
  if (names.some((name) => textAt(parameters, name) === undefined)) return undefined;
  return route.replace(PARAMETER, (_, name: string) => textAt(parameters, name) ?? '');
}

function withoutStage(path: string, stage: string | undefined): string {
  return stage !== undefined && path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path;
}
