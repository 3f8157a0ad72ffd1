import type { Draft } from '../../../domain/notification.js';
import type { PayloadContext } from '../../../payloads/payload.js';
import type { Credential } from '../credential.js';
import type { HttpRequest } from '../request.js';
import type { HttpReply } from '../respond.js';

/** The API of another chat tool's group robot. A sender that can only post to that tool needs nothing but our host. */
export interface RobotApi {
  readonly name: string;
  /** Returns true if a path is one of the robot's. */
  matches(path: string): boolean;
  /** Returns the token in the robot's own place, or `undefined` if there is none. Its signature and time are not checked. */
  credential(request: HttpRequest): Credential | undefined;
  /** @throws {InvalidInputError} If the body is no message of this robot's. */
  read(body: unknown, context: PayloadContext): Draft;
  /** The tool's own answer to a message that it took. */
  readonly taken: HttpReply;
  /** Returns the tool's own answer in the place of ours. The HTTP status stays: many senders check nothing else. */
  failed(reply: HttpReply): HttpReply;
}

/** Returns the reason in an answer of ours, for people who read a sender's log. */
export function reasonIn({ body }: HttpReply, otherwise: string): string {
  return typeof body !== 'string' && typeof body['reason'] === 'string' ? body['reason'] : otherwise;
}

/** Returns the token in a path, which is the first group of its pattern. */
export function tokenIn(path: string, pattern: RegExp): Credential | undefined {
  const token = pattern.exec(path)?.[1];
  return token === undefined ? undefined : { token };
}
