import { InvalidInputError } from '../errors.js';
import type { Draft } from '../notification.js';
import { callerId } from '../payloads/caller-id.js';
import { readPayload } from '../payloads/payloads.js';
import { quote } from '../quote.js';
import { emptyEvent } from '../sources/carrier.js';
import { authenticate, type Caller } from './authenticate.js';
import { decodeBody, parseBody } from './body.js';
import { answered, type Endpoint } from './exchange.js';
import type { HttpRequest } from './request.js';
import { replyToOutcomes, UNAUTHORIZED } from './respond.js';

/** Headers by which callers mark a repeat, strongest first. */
const ID_HEADERS = ['Idempotency-Key', 'X-GitHub-Delivery', 'x-amz-sns-message-id'] as const;

/** `POST /push`: a message in any shape of `payloads/`. The body is looked at only once its sender is known. */
export const push: Endpoint = async (request, context) => {
  const caller = await authenticate(request, context.tokens);
  if (!caller) return answered(UNAUTHORIZED);
  const text = decodeBody(request.body, context.maxBodyBytes);
  const body = parseBody(text, request.headers.get('content-type') ?? '');
  const event = emptyEvent('http', `http:${context.invocation.requestId}`, context.now);
  const payloadContext = { event, callerId: idIn(request), renderContext: context.renderContext };
  const draft = limitTo(caller, readPayload(body, payloadContext));
  return { drafts: [draft], reply: (outcomes) => replyToOutcomes(draft.id, outcomes) };
};

function idIn({ headers }: HttpRequest): string | undefined {
  for (const name of ID_HEADERS) {
    const id = callerId('http', headers.get(name.toLowerCase()), name);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A token limited to robots names one of them, and stands for its first where the message names none. */
function limitTo({ robots }: Caller, draft: Draft): Draft {
  if (robots === undefined) return draft;
  const robot = draft.wishes.robot ?? robots[0];
  if (robot !== undefined && robots.includes(robot)) return { ...draft, wishes: { ...draft.wishes, robot } };
  const rule = 'this token may not push to it';
  const message = `Cannot use robot as ${rule}: current value is ${robot === undefined ? 'missing' : quote(robot)}`;
  throw new InvalidInputError('robot', message, { httpStatus: 403 });
}
