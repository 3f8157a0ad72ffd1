import { slackMessage, slackText } from '../../../payloads/chats/slack.js';
import { readAs } from './read-as.js';
import { type RobotApi, tokenIn } from './robot-api.js';

const PATH = /^\/services\/(?:[^/]+\/){0,2}([^/]+)$/;

/** Slack's word for each HTTP status of ours. Any other is an invalid message. */
const WORDS: Readonly<Record<number, string>> = {
  401: 'invalid_token',
  403: 'action_prohibited',
  502: 'rollup_error',
  503: 'service_unavailable',
  504: 'service_unavailable',
};
/** Slack knows no 401. */
const FORBIDDEN = 403;

/**
 * `POST /services/<token>`, or with Slack's two ids before it: `/services/T0/B0/<token>`.
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const slackApi: RobotApi = {
  name: 'slack',
  matches: (path) => PATH.test(path),
  credential: ({ path }) => tokenIn(path, PATH),
  read: readAs([slackMessage, slackText], 'text'),
  taken: { httpStatus: 200, body: 'ok' },
  failed: (reply) => ({
    ...reply,
    httpStatus: reply.httpStatus === 401 ? FORBIDDEN : reply.httpStatus,
    body: WORDS[reply.httpStatus] ?? 'invalid_payload',
  }),
};
