import { quote } from '../../base/quote.js';
import { InvalidInputError } from '../../domain/errors.js';
import type { Draft } from '../../domain/notification.js';
import { readOverrides } from '../../payloads/overrides.js';
import type { Caller } from './authenticate.js';
import type { HttpRequest } from './request.js';

/**
 * Returns the draft with the robot it goes to: the one that its body names, else `?robot=`. A token limited to certain robots may
 * name only one of those; if nothing names a robot, the first of them is used.
 * @throws {InvalidInputError} If the token may not push to the named robot (403).
 */
export function chooseRobot(draft: Draft, { query }: HttpRequest, { robots }: Caller): Draft {
  const named = draft.overrides.robot ?? readOverrides({ robot: query.get('robot') }).robot;
  const robot = named ?? robots?.[0];
  if (robots === undefined || (robot !== undefined && robots.includes(robot))) {
    return robot === undefined ? draft : { ...draft, overrides: { ...draft.overrides, robot } };
  }
  const rule = 'this token may not push to it';
  const message = `Cannot use robot as ${rule}: current value is ${robot === undefined ? 'missing' : quote(robot)}`;
  throw new InvalidInputError('robot', message, { httpStatus: 403 });
}
