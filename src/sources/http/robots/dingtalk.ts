import { dingtalk } from '../../../payloads/chats/dingtalk.js';
import { credentialOf } from '../credential.js';
import { type RobotApi, reasonIn } from './robot-api.js';

/** DingTalk's errcode for each HTTP status of ours. Any other is a faulty parameter. */
const ERRCODES: Readonly<Record<number, number>> = { 401: 300_005, 403: 300_005, 502: -1, 503: -1, 504: -1 };
const INVALID_PARAMETER = 40_035;

/**
 * `POST /robot/send?access_token=<token>`.
 * @see https://open.dingtalk.com/document/orgapp/custom-robot-access
 */
export const dingtalkApi: RobotApi = {
  name: 'dingtalk',
  matches: (path) => path === '/robot/send',
  credential: credentialOf,
  // At this path, a text without `at` is DingTalk's as well, although WeCom writes it alike.
  read: (body, context) => dingtalk.read(body, context),
  taken: { httpStatus: 200, body: { errcode: 0, errmsg: 'ok' } },
  failed: (reply) => ({
    ...reply,
    body: {
      errcode: ERRCODES[reply.httpStatus] ?? INVALID_PARAMETER,
      errmsg: reasonIn(reply, 'token is not exist'),
    },
  }),
};
