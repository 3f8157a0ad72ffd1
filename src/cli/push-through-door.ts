import { randomUUID } from 'node:crypto';
import { parseObject, textAt } from '../base/json.js';
import { InvalidInputError } from '../domain/errors.js';
import { zhCN } from '../text/zh-CN/zh-CN.js';
import type { PushArguments } from './arguments.js';
import { type CommandResult, EXIT_CODES, type World } from './world.js';

/** The door answers within 25 s, API Gateway within 30. */
const TIMEOUT_MS = 35_000;
const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Pushes through a deployed HTTPS door, with the token from the environment. */
export async function pushThroughDoor(
  url: string,
  given: PushArguments,
  message: string,
  world: World,
): Promise<CommandResult> {
  const address = doorAt(url);
  const body = JSON.stringify({
    push_message: message,
    is_at_all: given.atAll,
    at_mobiles: given.at.join(','),
    ...(given.robot !== undefined && { robot: given.robot }),
    ...(given.markdown && { format: 'markdown' }),
  });
  if (given.dryRun) {
    world.print(body);
    return { line: zhCN.print.dryRun, exitCode: EXIT_CODES.delivered };
  }
  const token = world.env['WECOM_TOKEN']?.trim();
  if (!token)
    throw new InvalidInputError(
      'WECOM_TOKEN',
      'Cannot push as there is no token: set WECOM_TOKEN to a token of the door',
    );
  return post(address, token, body, world);
}

/** Returns the address of the door's `/push`, which the URL may name or leave out after host and stage. */
function doorAt(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isSafe = address?.protocol === 'https:' || (address && LOCAL_HOSTS.includes(address.hostname));
  if (!address || !isSafe || !/^https?:$/.test(address.protocol) || address.search || address.username) {
    const rule = 'it must look like https://robot.example.com/push, with nothing after it';
    throw new InvalidInputError('--url', `Cannot use --url as ${rule}`);
  }
  const path = address.pathname.replace(/\/+$/, '');
  return `${address.origin}${path.endsWith('/push') ? path : `${path}/push`}`;
}

async function post(address: string, token: string, body: string, { fetch, clock }: World): Promise<CommandResult> {
  const timeout = new AbortController();
  const cancel = clock.after(TIMEOUT_MS, () => timeout.abort());
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
    return endingOf(answer.status, await answer.text());
  } catch (error) {
    // To fetch, a refused connection and one that broke later look alike. The error's message may hold the address, its
    // code does not.
    const why = textAt(error, 'cause', 'code') ?? (error instanceof Error ? error.name : 'unknown error');
    return { line: zhCN.print.exception(zhCN.delivery.network(why)), exitCode: EXIT_CODES.unconfirmed };
  } finally {
    cancel();
  }
}

/** Returns the result: the door's own `status`, or just the HTTP status if the answer is not the door's. */
function endingOf(httpStatus: number, text: string): CommandResult {
  const answer = parseObject(text);
  const status = textAt(answer, 'status');
  const reason = textAt(answer, 'reason') ?? `HTTP ${httpStatus}`;
  switch (status) {
    case 'delivered':
      return { line: zhCN.print.delivered, exitCode: EXIT_CODES.delivered };
    case 'dropped':
      return { line: zhCN.print.dropped, exitCode: EXIT_CODES.delivered };
    case 'queued':
      return { line: zhCN.print.queued, exitCode: EXIT_CODES.queued };
    case 'invalid':
      return { line: zhCN.print.invalid(textAt(answer, 'field') ?? '', reason), exitCode: EXIT_CODES.invalid };
    case 'unavailable':
    case 'unconfirmed':
      return { line: zhCN.print.exception(reason), exitCode: EXIT_CODES[status] };
    case 'refused':
      return { line: zhCN.print.refused(reason), exitCode: EXIT_CODES.refused };
    default:
      return passing(httpStatus)
        ? { line: zhCN.print.exception(zhCN.delivery.serverBusy(httpStatus)), exitCode: EXIT_CODES.unavailable }
        : { line: zhCN.print.refused(zhCN.delivery.rejected(httpStatus)), exitCode: EXIT_CODES.refused };
  }
}

function passing(httpStatus: number): boolean {
  return httpStatus >= 500 || httpStatus === 429 || httpStatus === 408;
}
