import { readPayload } from '../../payloads/payloads.js';
import { authenticate } from './authenticate.js';
import { decodeRequestBody, parseBody } from './body.js';
import { chooseRobot } from './choose-robot.js';
import { answered, type Endpoint } from './endpoint.js';
import { payloadContext } from './payload-context.js';
import { replyToOutcomes, UNAUTHORIZED } from './respond.js';

/** `POST /push[?robot=dba]`: a message in any form of `payloads/`. The body is read only after the caller is authenticated. */
export const pushEndpoint: Endpoint = async (request, context) => {
  const caller = await authenticate(request, context.tokens);
  if (!caller) return answered(UNAUTHORIZED);
  const text = decodeRequestBody(request.body, context.maxBodyBytes);
  const body = parseBody(text, request.headers.get('content-type') ?? '');
  const draft = chooseRobot(readPayload(body, payloadContext(request, context)), request, caller);
  return { drafts: [draft], reply: (outcomes) => replyToOutcomes(draft.id, outcomes) };
};
