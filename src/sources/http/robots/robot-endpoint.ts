import { authenticate } from '../authenticate.js';
import { readBody } from '../body.js';
import { chooseRobot } from '../choose-robot.js';
import { answered, answeringErrors, type Endpoint } from '../endpoint.js';
import { payloadContext } from '../payload-context.js';
import { leadingOutcome, replyToOutcomes, UNAUTHORIZED } from '../respond.js';
import type { RobotApi } from './robot-api.js';

/** Returns the endpoint of a robot's API: messages become ours, answers are that robot's own. */
export function robotEndpoint(api: RobotApi): Endpoint {
  const push: Endpoint = async (request, context) => {
    const caller = await authenticate(request, context.tokens, api.credential(request));
    if (!caller) return answered(api.failed(UNAUTHORIZED));
    const body = await readBody(request, context.maxBodyBytes);
    const draft = await chooseRobot(api.read(body, payloadContext(request, context)), request, caller, context);
    return { drafts: [draft], reply: (outcomes) => replyOf(api, outcomes) };
  };
  return answeringErrors(push, api.failed);
}

function replyOf(api: RobotApi, outcomes: Parameters<typeof leadingOutcome>[0]) {
  const worst = leadingOutcome(outcomes)?.status ?? 'delivered';
  return worst === 'delivered' || worst === 'queued' ? api.taken : api.failed(replyToOutcomes('', outcomes));
}
