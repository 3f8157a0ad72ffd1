import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../../src/app/config.js';
import { systemClock } from '../../src/base/clock.js';
import { isObject, type JsonObject, objectAt, textAt } from '../../src/base/json.js';
import { silentLog } from '../../src/base/log.js';
import { createAccountName } from '../../src/routing/account-name.js';
import type { Routes } from '../../src/routing/rule.js';
import { DEFAULT_MAX_BODY_BYTES } from '../../src/sources/http/body.js';
import { createInterpret } from '../../src/sources/interpret.js';
import type { Incoming } from '../../src/sources/source.js';
import { readEvent } from '../../src/sources/sources.js';
import { wordsOf } from '../../src/text/words.js';
import { readRoutes } from '../routes-file/read-routes.js';

/** Settings and rules, as the deployed function has them. */
export type SampleConfig = Config & { readonly routes: Routes };

/**
 * Reads the environment's settings and the rules of routes.yml.
 * @throws {ConfigError | RouteError} If one of them is invalid.
 */
export function readSampleConfig(): SampleConfig {
  return {
    ...readConfig(process.env),
    routes: readRoutes(fileURLToPath(new URL('../../routes.yml', import.meta.url))),
  };
}

/** Opens the HTTP door for HTTP samples, whatever token they carry: nothing is sent, and they take the real way in. */
const TOKEN = 'preview';

/**
 * Reads an event as the deployed function would. Sends nothing.
 * @throws {UnrecognisedEventError} If no source accepts it.
 */
export async function readSample(event: unknown, config: SampleConfig): Promise<Incoming> {
  const renderContext = {
    words: wordsOf(config.language),
    timeZone: config.timeZone,
    accountName: createAccountName(config.accountNames, config.routes),
  };
  return readEvent(withToken(event), {
    invocation: { requestId: 'preview', remainingMs: () => 30_000 },
    now: systemClock.now(),
    interpret: createInterpret({ renderContext, log: silentLog }),
    renderContext,
    tokens: async () => [{ token: TOKEN }],
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
  });
}

/** Returns an HTTP event with our token instead of its own; any other event unchanged. */
function withToken(event: unknown): unknown {
  if (!isObject(event) || !isObject(event['requestContext'])) return event;
  const authorization = `Bearer ${TOKEN}`;
  const others = entriesBut('authorization', event, 'headers');
  const { multiValueHeaders, ...rest } = { ...event, ...withoutKey(event) };
  if (!isObject(multiValueHeaders)) return { ...rest, headers: { ...Object.fromEntries(others), authorization } };
  const many = entriesBut('authorization', event, 'multiValueHeaders');
  return {
    ...rest,
    headers: { ...Object.fromEntries(others), authorization },
    multiValueHeaders: { ...Object.fromEntries(many), authorization: [authorization] },
  };
}

/** Returns the query without the `?key=` that WeCom's clients send, which would take precedence over the header. */
function withoutKey(event: JsonObject): JsonObject {
  const query = new URLSearchParams(textAt(event, 'rawQueryString'));
  query.delete('key');
  const maps = ['queryStringParameters', 'multiValueQueryStringParameters'].filter((name) => isObject(event[name]));
  return {
    ...('rawQueryString' in event && { rawQueryString: query.toString() }),
    ...Object.fromEntries(maps.map((name) => [name, Object.fromEntries(entriesBut('key', event, name))])),
  };
}

function entriesBut(left: string, event: JsonObject, map: string): readonly (readonly [string, unknown])[] {
  return Object.entries(objectAt(event, map)).filter(([name]) => name.toLowerCase() !== left);
}
