import { authenticate } from './authenticate.js';
import { readBody } from './body.js';
import { chooseRobot } from './choose-robot.js';
import { answered, type Endpoint } from './endpoint.js';
import { payloadContext } from './payload-context.js';
import { readDrafts } from './read-drafts.js';
import { notShown, replyToOutcomes, UNAUTHORIZED } from './respond.js';

/** `POST /push[?robot=dba]`: a message in any form. The body is read only after the caller is authenticated. */
export const pushEndpoint: Endpoint = async (request, context) => {
  const caller = await authenticate(request, context.tokens);
  if (!caller) return answered(UNAUTHORIZED);
  const body = await readBody(request, context.maxBodyBytes);
  const { drafts, skipped } = await readDrafts(body, payloadContext(request, context), context);
  const [id = ''] = [...drafts, ...skipped].map((one) => one.id);
  return {
    drafts: await Promise.all(drafts.map((draft) => chooseRobot(draft, request, caller, context))),
    skipped,
    reply: (outcomes) => (drafts.length === 0 ? notShown(id) : replyToOutcomes(id, outcomes)),
  };
};
