import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../../src/app/config.js';
import { systemClock } from '../../src/base/clock.js';
import { isObject, objectAt } from '../../src/base/json.js';
import { silentLog } from '../../src/base/log.js';
import type { RenderContext } from '../../src/renderers/renderer.js';
import { createAccountName } from '../../src/routing/account-name.js';
import type { Routes } from '../../src/routing/rule.js';
import { DEFAULT_MAX_BODY_BYTES } from '../../src/sources/http/body-text.js';
import { credentialOf } from '../../src/sources/http/credential.js';
import { readRequest } from '../../src/sources/http/read-request.js';
import { ROBOT_APIS } from '../../src/sources/http/robots/robots.js';
import { createInterpretOnUse } from '../../src/sources/interpret-on-use.js';
import type { Incoming } from '../../src/sources/source.js';
import { readEvent } from '../../src/sources/sources.js';
import { wordsOf } from '../../src/text/words.js';
import { readRoutes } from '../routes-file/read-routes.js';

/** Settings and rules, as the deployed function has them. */
export type SampleConfig = Config & { readonly routes: Routes };

/** The project's own rules. */
export const OWN_ROUTES = fileURLToPath(new URL('../../routes.yml', import.meta.url));

/**
 * Reads the environment's settings and the rules of routes.yml.
 * @throws {ConfigError | RouteError} If one of them is invalid.
 */
export function readSampleConfig(): SampleConfig {
  return { ...readConfig(process.env), routes: readRoutes(OWN_ROUTES) };
}

/** Returns what renderers need, of these settings and rules. */
export function renderContextOf({ language, timeZone, accountNames, routes }: SampleConfig): RenderContext {
  return { words: wordsOf(language), timeZone, accountName: createAccountName(accountNames, routes) };
}

/** Opens the HTTP door for HTTP samples, whatever token they carry: nothing is sent, and they take the real way in. */
const TOKEN = 'preview';

/**
 * Reads an event as the deployed function would. Sends nothing.
 * @param now the time of events that hold none, milliseconds since 1970.
 * @throws {UnrecognisedEventError} If no source accepts it.
 */
export async function readSample(
  event: unknown,
  config: SampleConfig,
  now: number = systemClock.now(),
): Promise<Incoming> {
  const renderContext = renderContextOf(config);
  const token = tokenIn(event);
  return readEvent(token === undefined ? withToken(event) : event, {
    invocation: { requestId: 'preview', remainingMs: () => 30_000 },
    now,
    interpret: createInterpretOnUse({ renderContext, log: silentLog }),
    renderContext,
    tokens: async () => [{ token: token ?? TOKEN }],
    hasRobot: async () => true,
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
  });
}

/** Returns the token that a request presents, whatever it is; `undefined` if it presents none, or is no request. */
function tokenIn(event: unknown): string | undefined {
  const request = readRequest(event);
  const api = request && ROBOT_APIS.find((candidate) => candidate.matches(request.path));
  const credential = request && (api?.credential(request) ?? credentialOf(request));
  return credential && 'token' in credential ? credential.token : undefined;
}

/** Returns a request with our token in its header; any other event unchanged. */
function withToken(event: unknown): unknown {
  if (!isObject(event) || !isObject(event['requestContext'])) return event;
  const authorization = `Bearer ${TOKEN}`;
  const { multiValueHeaders, ...rest } = event;
  const headers = { ...objectAt(rest, 'headers'), authorization };
  if (!isObject(multiValueHeaders)) return { ...rest, headers };
  return { ...rest, headers, multiValueHeaders: { ...multiValueHeaders, authorization: [authorization] } };
}
