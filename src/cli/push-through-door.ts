import { randomUUID } from 'node:crypto';
import { textAt } from '../base/json.js';
import { withoutEnd } from '../base/without-end.js';
import { InvalidInputError } from '../domain/errors.js';
import { splitMentions } from '../domain/split-mentions.js';
import { speechOf } from '../text/speeches.js';
import { type Language, wordsOf } from '../text/words.js';
import { networkReason } from '../wecom/post/network-reason.js';
import type { PushArguments } from './arguments.js';
import { readDoorAnswer } from './read-door-answer.js';
import { type CommandResult, EXIT_CODES, type World } from './world.js';

/** Limit unless one is given, milliseconds: the door answers within 25 s, API Gateway within 30. */
const TIMEOUT_MS = 35_000;
const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Pushes through a deployed HTTPS door, with the token from the environment. */
export async function pushThroughDoor(
  url: string,
  given: PushArguments,
  message: string,
  world: World,
  language: Language,
): Promise<CommandResult> {
  const address = doorAt(url);
  const body = JSON.stringify({
    push_message: message,
    is_at_all: given.atAll,
    at_mobiles: given.at.flatMap(splitMentions).join(','),
    ...(given.robot !== undefined && { robot: given.robot }),
    ...(given.markdown && { format: 'markdown' }),
  });
  if (given.dryRun) {
    world.print(body);
    return { line: speechOf(language).print.dryRun, exitCode: EXIT_CODES.delivered };
  }
  const token = world.env['WECOM_TOKEN']?.trim();
  if (!token)
    throw new InvalidInputError(
      'WECOM_TOKEN',
      'Cannot push as there is no token: set WECOM_TOKEN to a token of the door',
      { violation: { kind: 'noToken' } },
    );
  return post({ address, token, body, timeoutMs: given.timeoutMs ?? TIMEOUT_MS }, world, language);
}

/** Returns the address of the door's `/push`, which the URL may name or leave out after host and stage. */
function doorAt(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isSafe = address?.protocol === 'https:' || (address && LOCAL_HOSTS.includes(address.hostname));
  if (!address || !isSafe || !/^https?:$/.test(address.protocol) || address.search || address.username) {
    const rule = 'it must look like https://robot.example.com/push, with nothing after it';
    throw new InvalidInputError('--url', `Cannot use --url as ${rule}`, { violation: { kind: 'doorUrl' } });
  }
  const path = withoutEnd(address.pathname, '/');
  return `${address.origin}${path.endsWith('/push') ? path : `${path}/push`}`;
}

interface DoorRequest {
  readonly address: string;
  readonly token: string;
  readonly body: string;
  readonly timeoutMs: number;
}

async function post(
  { address, token, body, timeoutMs }: DoorRequest,
  { fetch, clock }: World,
  language: Language,
): Promise<CommandResult> {
  const timeout = new AbortController();
  const cancel = clock.after(timeoutMs, () => timeout.abort());
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        // If anything on the way repeats the request, the message is still shown once.
        'idempotency-key': randomUUID(),
      },
      body,
      redirect: 'error',
      signal: timeout.signal,
    });
    return readDoorAnswer(answer.status, await answer.text(), language);
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    // To fetch, a refused connection and one that broke later look alike. The error's message may hold the address, its
    // code does not.
    const { print, unknownError } = speechOf(language);
    const why = textAt(error, 'cause', 'code') ?? (error instanceof Error ? error.name : unknownError);
    return { line: print.exception(networkReason(why, wordsOf(language))), exitCode: EXIT_CODES.unconfirmed };
  } finally {
    cancel();
  }
}
