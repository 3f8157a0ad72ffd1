import { feishuCard, feishuText } from '../../../payloads/chats/feishu.js';
import { readAs } from './read-as.js';
import { type RobotApi, reasonIn, tokenIn } from './robot-api.js';

const PATH = /^\/open-apis\/bot\/(?:v2\/)?hook\/([^/]+)$/;

/** Feishu's code for each HTTP status of ours. Any other is a bad request. */
const CODES: Readonly<Record<number, number>> = { 401: 19_001, 403: 19_001, 502: 11_232, 503: 11_232, 504: 11_232 };
const BAD_REQUEST = 9499;

/**
 * `POST /open-apis/bot/v2/hook/<token>`.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const feishuApi: RobotApi = {
  name: 'feishu',
  matches: (path) => PATH.test(path),
  credential: ({ path }) => tokenIn(path, PATH),
  read: readAs([feishuCard, feishuText], 'msg_type'),
  taken: { httpStatus: 200, body: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' } },
  failed: (reply) => ({
    ...reply,
    body: {
      code: CODES[reply.httpStatus] ?? BAD_REQUEST,
      data: {},
      msg: reasonIn(reply, 'param invalid: incoming webhook access token invalid'),
    },
  }),
};
