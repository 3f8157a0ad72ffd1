import { dingtalkApi } from './dingtalk.js';
import { feishuApi } from './feishu.js';
import type { RobotApi } from './robot-api.js';
import { slackApi } from './slack.js';

/** The robots of other chat tools whose place ours can take. */
export const ROBOT_APIS: readonly RobotApi[] = [dingtalkApi, feishuApi, slackApi];
