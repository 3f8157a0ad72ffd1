import { getOwn } from '../../base/json.js';
import { ackMethods } from './ack-endpoint.js';
import { answered, type Endpoint } from './endpoint.js';
import { pushEndpoint } from './push-endpoint.js';
import type { HttpReply } from './respond.js';
import { robotEndpoint } from './robots/robot-endpoint.js';
import { ROBOT_APIS } from './robots/robots.js';
import { uploadMedia, wecomSend } from './wecom-send.js';

const NOT_FOUND: HttpReply = { httpStatus: 404, body: { status: 'not_found' } };

/** Reports that the function runs, without touching a secret. */
const health: Endpoint = () => answered({ httpStatus: 200, body: { status: 'ok' } });

/** Every path, with the endpoint of each method. */
const PATHS: ReadonlyMap<string, Readonly<Record<string, Endpoint>>> = new Map([
  ['/push', { POST: pushEndpoint }],
  ['/cgi-bin/webhook/send', { POST: wecomSend }],
  ['/cgi-bin/webhook/upload_media', { POST: uploadMedia }],
  ['/health', { GET: health, HEAD: health }],
]);

/** Returns the endpoint of a path and method: it answers 404 for an unknown path, 405 with `Allow` for an unknown method. */
export function endpointAt(path: string, method: string): Endpoint {
  const methods = PATHS.get(path) ?? ackMethods(path) ?? robotMethods(path);
  if (!methods) return () => answered(NOT_FOUND);
  return getOwn(methods, method) ?? (() => answered(notAllowed(Object.keys(methods))));
}

/** Returns the methods of another chat tool's robot, or `undefined` if the path is not one of theirs. */
function robotMethods(path: string): Readonly<Record<string, Endpoint>> | undefined {
  const api = ROBOT_APIS.find((candidate) => candidate.matches(path));
  return api && { POST: robotEndpoint(api) };
}

function notAllowed(methods: readonly string[]): HttpReply {
  return { httpStatus: 405, headers: { allow: methods.join(', ') }, body: { status: 'method_not_allowed' } };
}
