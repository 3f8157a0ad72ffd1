import { row } from './row.js';

/** Errors of ping, replay and ack, and of every script's arguments. */
export const OPERATING = {
  scriptArguments: row(
    'Cannot run the script as its arguments are wrong: …',
    ['选项写错，或 PowerShell 吞掉了 `--`', 'a misspelt option, or PowerShell has swallowed `--`'],
    ["`npm run ping -- --help`；PowerShell 写 `'--'`", "`npm run ping -- --help`; in PowerShell `'--'`"],
  ),
  pingNotThere: row(
    'Cannot ping … as it is not in this account and region: deploy it, or set --stage and --region (…)',
    ['没有部署，或看错了区域、stage', 'it is not deployed, or stage or region are others'],
    ['`--stage`、`--region`、`--profile`；或先部署', '`--stage`, `--region`, `--profile`; or deploy it'],
  ),
  pingDenied: row(
    'Cannot ping … as lambda:InvokeFunction is missing: have it added to your role or user (AccessDeniedException…)',
    ['没有权限', 'the permission is missing'],
    ['请管理员加上', 'have an administrator add it'],
  ),
  pingNotDelivered: row(
    'Not delivered: …',
    ['函数返回了别的结果', 'the function returned another result'],
    ['后面的 JSON 里写着原因', 'the JSON behind it says why'],
  ),
  pingRefused: row(
    'Cannot finish the event as every notification must be delivered: current value is #1 …: …',
    [
      '企业微信拒绝，或没有送到；后面是错误码和原因',
      'WeCom refused, or could not be reached; errcode and reason follow',
    ],
    ['按原因处理；错误码见本页末尾', 'as the reason says; errcodes are at the end of this page'],
  ),
  pingUnconfirmed: row(
    'Warning: nobody hears if wecomrobot itself fails: … must confirm the e-mail of AWS Notifications',
    ['SNS 的确认邮件还没有人点', 'nobody has answered the e-mail of SNS'],
    ['在那个邮箱里点 *Confirm subscription*（看看垃圾邮件）', 'click *Confirm subscription* in it (look into spam)'],
  ),
  pingNobody: row(
    'Warning: nobody hears if wecomrobot itself fails: … has no subscription',
    ['那个主题没有订阅，或已被删除', 'the topic has no subscription, or it was deleted'],
    ['给它加一个邮箱或短信订阅', 'subscribe an e-mail address or SMS to it'],
  ),
  pingUnsure: row(
    'Warning: cannot tell if somebody hears when wecomrobot itself fails: …',
    ['消息已送达；只是没能查看订阅', 'the message came; only the subscription could not be looked at'],
    [
      '加上 `cloudformation:DescribeStacks`、`sns:ListSubscriptionsByTopic`，或在 SNS 控制台查看',
      'have `cloudformation:DescribeStacks` and `sns:ListSubscriptionsByTopic` added, or look in the console of SNS',
    ],
  ),
  stackNotThere: row(
    'Cannot read the stack … as it is not in this account and region: deploy it, or set --stage and --region (…)',
    ['没有部署，或看错了区域、stage', 'it is not deployed, or stage or region are others'],
    ['`--stage`、`--region`、`--profile`；或先部署', '`--stage`, `--region`, `--profile`; or deploy it'],
  ),
  stackOld: row(
    'Cannot use … as it has no output …: deploy it with this version',
    ['部署的是旧版本', 'an older version is deployed'],
    ['`npm run deploy`，或用那个版本的命令', "`npm run deploy`, or that version's commands"],
  ),
  replayQueue: row(
    'Cannot replay as --queue must be dead or failed: current value is …',
    ['没有写要处理哪一处', 'it does not say which place'],
    [
      '`dead`：企业微信拒绝的消息；`failed`：没能读懂或入队的事件',
      '`dead`: messages that WeCom refused; `failed`: events that could not be read or queued',
    ],
  ),
  replayItself: row(
    'Cannot replay as --queue-url must not be where messages go: …',
    ['给的是主队列', 'that is the main queue'],
    ['写死信队列的地址，或省略', 'the URL of a dead-letter queue, or none'],
  ),
  replayCode: row(
    'Cannot replay as the events of the failed queue have no code: current value is …',
    ['`--code` 只用于 `dead`', '`--code` is for `dead` alone'],
    ['去掉 `--code`', 'leave `--code` out'],
  ),
  replayBucket: row(
    'Cannot replay as what WeCom refused is in no bucket: current value is …',
    ['`--bucket` 只用于 `failed`', '`--bucket` is for `failed` alone'],
    ['去掉 `--bucket`', 'leave `--bucket` out'],
  ),
  replayAgain: row(
    'refused again: …',
    ['原因还在，消息又回来了', 'what was wrong still is, and the message came back'],
    ['先解决括号里的原因，再重放', 'fix what the brackets say first'],
  ),
  replayRecord: row(
    "not replayed: …: Cannot replay as it is not Lambda's record of an invocation",
    ['存储桶里有别的文件', 'there is another file in the bucket'],
    ['它留在原处；在控制台看看是什么', 'it stays; look at it in the console'],
  ),
  replayNoEvent: row(
    'not replayed: …: Cannot replay as the record does not hold its event',
    ['Lambda 的记录里没有事件', "Lambda's record lacks the event"],
    ['无法重放；留在原处', 'it cannot be replayed, and stays'],
  ),
  ackArguments: row(
    'Cannot run the script as it takes one alarm, in quotes if its name has spaces: current number is …',
    ['名字有空格，或没有写', 'the name has spaces, or is missing'],
    ["`npm run ack -- 'name of the alarm'`", "`npm run ack -- 'name of the alarm'`"],
  ),
  ackBy: row(
    'Cannot read --by as it must hold letters or digits',
    ['标签里放不下这个名字', 'a tag cannot hold that name'],
    ['写名字，如 `--by 李雷`', 'a name: `--by 李雷`'],
  ),
  ackFor: row(
    'Cannot read --for as it must be a time such as 30m, 4h or 1d: current value is …',
    ['时长没有单位', 'the time has no unit'],
    ['`--for 4h`', '`--for 4h`'],
  ),
  ackNotThere: row(
    'Cannot find the alarm … in this account and region: check its name, or set --region',
    ['名字不对，或在别的区域', 'the name is another, or the region'],
    ['从消息里复制名字；有空格的加引号', 'copy the name from the message; quotes if it has spaces'],
  ),
  ackOk: row(
    'Cannot take … as it must be in ALARM: current state is OK',
    ['告警已经恢复', 'the alarm is over'],
    ['不用做什么', 'nothing'],
  ),
} as const;
