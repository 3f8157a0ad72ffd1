import { quote } from '../../base/quote.js';
import { InvalidInputError } from '../../domain/errors.js';
import type { Draft } from '../../domain/notification.js';
import { readOverrides } from '../../payloads/written/overrides.js';
import type { Caller } from './authenticate.js';
import type { HttpContext } from './endpoint.js';
import type { HttpRequest } from './request.js';

/**
 * Resolves to the draft with the robot it goes to: the one that its body names, else `?robot=`. A token limited to certain robots
 * may name only one of those; if nothing names a robot, the first of them is used.
 * @throws {InvalidInputError} If the token may not push to the named robot (403), or the secret has no such robot (400).
 */
export async function chooseRobot(
  draft: Draft,
  { query }: HttpRequest,
  { robots }: Caller,
  { hasRobot }: Pick<HttpContext, 'hasRobot'>,
): Promise<Draft> {
  const named = draft.overrides.robot ?? readOverrides({ robot: query.get('robot') }).robot;
  const robot = named ?? robots?.[0];
  if (robots !== undefined && (robot === undefined || !robots.includes(robot))) {
    throw notThis('this token may not push to it', robot, 403);
  }
  if (robot === undefined) return draft;
  if (!(await hasRobot(robot))) throw notThis('the secret must hold its name', robot, 400);
  const origin = robots === undefined ? draft.origin : { ...draft.origin, isConfined: true };
  return { ...draft, origin, overrides: { ...draft.overrides, robot } };
}

function notThis(rule: string, robot: string | undefined, httpStatus: number): InvalidInputError {
  const given = robot === undefined ? 'missing' : quote(robot);
  return new InvalidInputError('robot', `Cannot use robot as ${rule}: current value is ${given}`, { httpStatus });
}
