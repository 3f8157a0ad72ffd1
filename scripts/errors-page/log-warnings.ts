import { row } from './row.js';

/** Lines of the level WARN in the logs of the functions that ask somebody to act, by their `message`. */
export const LOG_WARNINGS = {
  logNotification: row(
    'notification',
    [
      '每条消息一行；`status` 是 `invalid`、`unavailable`、`unconfirmed` 时为 WARN，`refused` 时为 ERROR',
      'the line of each message: WARN if its `status` is `invalid`, `unavailable` or `unconfirmed`, ERROR if `refused`',
    ],
    [
      '`refused`：按 `code` 处理，见[企业微信的错误码](#企业微信的错误码)；`invalid`：改发送方，`reason` 写着错在哪里；其余会自动重试',
      "`refused`: as its `code` says, see [WeCom's errcodes](#wecoms-errcodes); `invalid`: correct what sends it, `reason` says what; the others are tried again",
    ],
  ),
  logNotAccepted: row(
    'message not accepted by WeCom',
    ['一次发送没有成功；`code`、`reason` 写着原因', 'an attempt failed; `code` and `reason` say why'],
    ['`refused`：同上；其余会自动重试', '`refused`: as above; anything else is tried again'],
  ),
  logSecretProblem: row(
    'problem in the secret',
    [
      'Secret 里有一项不能用，或两个机器人用同一个 key；`problem` 写着是哪一项',
      'an entry of the secret cannot be used, or two robots have one key; `problem` says which',
    ],
    ['`npm run secret`，或在控制台改正', '`npm run secret`, or fix it in the console'],
  ),
  logSecretOld: row(
    'secret not refreshed, previous value stays in use',
    [
      '读不到 Secret，先用旧的；新启动的函数没有旧的可用',
      'the secret cannot be read; the value of before is used, which a new process does not have',
    ],
    [
      '偶尔一次不用管；一直如此：按 `reason`，见[上面](#函数的日志ping-的结果死信的原因)',
      'once: nothing; if it goes on, as `reason` says: [above](#logs-of-the-functions-the-answer-to-a-ping-reasons-of-parked-messages)',
    ],
  ),
  logDescription: row(
    'mistake in a description',
    [
      '告警描述末行 `wecom:` 写错了；消息里也写着',
      "a slip in the last line, `wecom:`, of an alarm's description; the message shows it too",
    ],
    [
      '改告警的描述，写法见[路由](routing.zh-CN.md#不用部署)',
      'correct the description: [routing](routing.md#without-a-deploy)',
    ],
  ),
  logAttributes: row(
    'overrides in message attributes ignored',
    ['SNS 消息属性的值写错了；`reason` 写着是哪个', 'an attribute of an SNS message is wrong; `reason` says which'],
    [
      '改发布方，写法见[路由](routing.zh-CN.md#不用部署)',
      'correct what publishes it: [routing](routing.md#without-a-deploy)',
    ],
  ),
  logPart: row(
    'part of the event not read',
    [
      '一个事件里的几条消息，有一条看不懂；其余已显示',
      'of several messages in one event, one cannot be read; the others are shown',
    ],
    ['按 `reason` 里的建议改发送方', 'correct what sends it, as `reason` advises'],
  ),
  logNotQueued: row(
    'sending to the queue failed',
    ['SQS 没有应答，或拒绝', 'SQS did not answer, or refused'],
    [
      '会重试，最后存进 S3 并发邮件；一直如此：看 VPC 和角色的权限',
      'it is tried again, and at last kept in S3 and mailed; if it goes on: the VPC, and the permissions of the role',
    ],
  ),
  logHeartbeatUnsent: row(
    'heartbeat not queued',
    [
      '`notify` 读不到令牌的 Secret，或 SQS 没有接收',
      '`notify` cannot read the secret with the tokens, or SQS did not take it',
    ],
    [
      '一次不用管；十二分钟没有心跳就会发邮件，按 `reason` 处理',
      'once: nothing; after twelve minutes without one an alarm mails you: as `reason` says',
    ],
  ),
  logHeartbeat: row(
    'heartbeat failed',
    [
      '`deliver` 读不到 Secret、连不上企业微信，或 SQS 不删除消息',
      '`deliver` cannot read the secret or reach WeCom, or SQS does not delete',
    ],
    ['同上', 'the same'],
  ),
  logTags: row(
    'tags not looked up',
    [
      '规则要看的标签没有读到，告警按没有标签处理',
      'tags that rules look at could not be read; the alarm goes as without them',
    ],
    [
      '一直如此：组织策略拒绝 `cloudwatch:ListTagsForResource`，或 VPC 里缺少终端节点 `monitoring`',
      "if it goes on: an organization's policy denies `cloudwatch:ListTagsForResource`, or the VPC lacks the endpoint `monitoring`",
    ],
  ),
  logAcks: row(
    'tags not read, whoever has an alarm is not known',
    ['读不到标签 `wecom:ack`，再次提醒照常叫人', 'the tag `wecom:ack` could not be read; the reminder calls people'],
    ['同上', 'the same'],
  ),
  logTagNotSet: row(
    'tag not set, nobody has the alarm',
    [
      '点了“我来处理”，但标签没有设上；页面也这样说',
      'somebody tapped *I have it*, and the tag could not be set; the page says so',
    ],
    [
      '再点一次，或 `npm run ack`；一直如此：组织策略拒绝 `cloudwatch:TagResource`',
      "tap again, or `npm run ack`; if it goes on: an organization's policy denies `cloudwatch:TagResource`",
    ],
  ),
  logPage: row(
    'page of an alarm not shown',
    [
      '点开认领链接时，读不到 CloudWatch 或令牌的 Secret',
      'somebody opened the link to take an alarm, and CloudWatch or the secret could not be read',
    ],
    ['再点一次，或 `npm run ack`', 'open it again, or `npm run ack`'],
  ),
  logDurations: row(
    'durations not looked up',
    [
      '读不到告警的历史，恢复消息里没有持续时间',
      'the history of an alarm could not be read; the recovery tells no duration',
    ],
    [
      '一直如此：组织策略或 VPC（终端节点 `monitoring`）；不需要时 `durations: off`',
      "if it goes on: an organization's policy, or the VPC (endpoint `monitoring`); or `durations: off`",
    ],
  ),
  logFilters: row(
    'metric filters not looked up',
    [
      '读不到指标筛选器，消息里没有日志的链接',
      'the metric filter could not be read; the message has no link to the logs',
    ],
    [
      '一直如此：组织策略或 VPC（终端节点 `logs`）；不需要时 `logLinks: off`',
      "if it goes on: an organization's policy, or the VPC (endpoint `logs`); or `logLinks: off`",
    ],
  ),
  logGraph: row(
    'graph not drawn',
    ['没有画出图；消息已经发出', 'no picture was drawn; the message is sent without'],
    ['一直如此：按 `reason`；不要图：`graph: off`', 'if it goes on, as `reason` says; or `graph: off`'],
  ),
} as const;
