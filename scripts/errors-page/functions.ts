import type { MessageWords } from '../../src/text/message-words.js';
import { wordsOf } from '../../src/text/words.js';
import { row } from './row.js';

/** Returns the words of a reason in both languages. */
const both = (reasonIn: (words: MessageWords['delivery']) => string) =>
  [reasonIn(wordsOf('zh-CN').delivery), reasonIn(wordsOf('en').delivery)] as const;

/** Errors of the functions, in their logs, in the answer to a ping and beside parked messages. */
export const FUNCTIONS = {
  functionSecretMissing: row(
    'Cannot read the secret … in … as no such secret exists in this region and account: create it, or correct its id (…)',
    ['Secret 不存在，或在别的区域', 'the secret does not exist, or is in another region'],
    ['`npm run secret`（同一区域），或改 `secretId`', '`npm run secret` in the same region, or correct `secretId`'],
  ),
  functionSecretDenied: row(
    "Cannot read the secret … in … as the function's role needs secretsmanager:GetSecretValue on it, and kms:Decrypt if a customer managed key encrypts it (…)",
    ['Secret 的策略或组织策略拒绝', "the secret's policy, or one of the organization, denies it"],
    [
      '放行函数的角色；用自己的 KMS 密钥时设置 `secretKmsKeyArn`',
      "allow the function's role; with a KMS key of yours set `secretKmsKeyArn`",
    ],
  ),
  functionSecretKms: row(
    "Cannot read the secret … in … as the function's role needs kms:Decrypt on the key that encrypts it (…)",
    ['KMS 密钥不允许函数使用', 'the KMS key does not let the function use it'],
    ['设置 `secretKmsKeyArn`，并在密钥策略里放行', 'set `secretKmsKeyArn`, and allow it in the policy of the key'],
  ),
  functionSecretDeleted: row(
    'Cannot read the secret … in … as it cannot be read now: perhaps it is scheduled for deletion (…)',
    ['Secret 已计划删除', 'the secret is about to be deleted'],
    ['`aws secretsmanager restore-secret --secret-id …`', '`aws secretsmanager restore-secret --secret-id …`'],
  ),
  functionSecretId: row(
    'Cannot read the secret … in … as its id is not a name or an ARN (…)',
    ['`ROBOT_SECRET_ID` 写错了', '`ROBOT_SECRET_ID` is wrong'],
    ['改 `secretId` 后重新部署', 'correct `secretId`, and deploy'],
  ),
  functionSecretSilent: row(
    'Cannot read the secret … in … as Secrets Manager did not answer: the read is retried (…)',
    [
      '一时的故障；一直如此时，多半是函数在没有出口的 VPC 里',
      'it passes; if it does not, the function most likely is in a VPC without a way out',
    ],
    [
      '给 VPC 一个 NAT 网关，或移出 VPC：[放进 VPC](deploy.zh-CN.md#放进-vpc)',
      'a NAT gateway, or out of the VPC: [in a VPC](deploy.md#in-a-vpc)',
    ],
  ),
  functionSecretEmpty: row(
    'Cannot use the secret … in … as it must not be empty',
    ['Secret 没有内容', 'there is nothing in it'],
    ['`npm run secret`', '`npm run secret`'],
  ),
  functionNoDefault: row(
    'Cannot use the secret … as it needs a robot named "default": it holds no usable robot (…)',
    ['Secret 里没有一个能用的 key；括号里是原因', 'no key in the secret can be used; the brackets say why'],
    ['`npm run secret`', '`npm run secret`'],
  ),
  functionTokens: row(
    'Cannot use the secret … as it must be a token, or JSON with httpTokens: current value begins like JSON but cannot be parsed',
    ['`tokensSecretId` 那个 Secret 的 JSON 写坏了', 'the JSON in the secret of `tokensSecretId` is broken'],
    ['在控制台修好', 'fix it in the console'],
  ),
  functionSetting: row(
    'Cannot read … as one of …: current value is …',
    ['手工改过函数的环境变量', "a function's variable was changed by hand"],
    ['写回允许的值，或重新部署', 'put back an allowed value, or deploy again'],
  ),
  functionNumber: row(
    'Cannot read … as a whole number: current value is …',
    ['手工改过函数的环境变量', "a function's variable was changed by hand"],
    ['写数字，或重新部署', 'write a number, or deploy again'],
  ),
  functionTimeZone: row(
    'Cannot read TIME_ZONE as an IANA time zone: current value is …',
    ['不是 IANA 时区（如 `CST`、`UTC+8`）', 'it is not an IANA time zone (`CST`, `UTC+8`)'],
    ['`Asia/Shanghai`', '`Asia/Shanghai`'],
  ),
  functionAccounts: row(
    'Cannot read ACCOUNT_NAMES as 12-digit-id=name pairs: current value is …',
    ['格式不对', 'another form'],
    ['`111122223333=生产,444455556666=测试`', '`111122223333=prod,444455556666=test`'],
  ),
  functionBaseUrl: row(
    'Cannot use the WeCom base URL as it must look like https://qyapi.weixin.qq.com: …',
    ['`WECOM_BASE_URL` 不是 https，或带了路径', '`WECOM_BASE_URL` is not https, or has a path'],
    ['只写协议和主机', 'scheme and host, nothing else'],
  ),
  functionRules: row(
    'Cannot use the rules as their file must be one that the build of this version writes',
    ['规则的层是另一个版本做的，或是手写的', 'the layer with the rules is of another version, or hand-made'],
    [
      '重做层并重新部署：`npx wecomrobot routes --layer`；在那之前没有规则，全部发往 `default`',
      'make the layer again: `npx wecomrobot routes --layer`. Until then there are no rules: all goes to `default`',
    ],
  ),
  functionUnknown: row(
    'Cannot read the event as it is neither a known event nor a known payload: current value is …',
    [
      '函数接到了不该接的东西；括号里常有建议',
      'the function is connected to what carries no messages; the brackets often say what to do',
    ],
    [
      '改接法；事件留在存储桶里，`npm run replay -- --queue failed --dry-run` 列出它',
      'connect it otherwise; the event is kept, `npm run replay -- --queue failed --dry-run` shows it',
    ],
  ),
  functionRobot: row(
    both(({ noRobot }) => noRobot('…')),
    ['Secret 里的机器人被删除或改名', 'a robot was removed from the secret, or renamed'],
    [
      '`npm run secret` 加上，再 `npm run replay -- --queue dead --code robot-missing`',
      '`npm run secret`, then `npm run replay -- --queue dead --code robot-missing`',
    ],
  ),
  functionConfined: row(
    both(({ confinedRobotMissing }) => confinedRobotMissing),
    ['令牌限定的机器人不在 Secret 里', 'the secret lacks the robot that the token is limited to'],
    ['把机器人加进 Secret，或改令牌的 `robots`', "add the robot, or change the token's `robots`"],
  ),
  queueTooLarge: row(
    'Cannot queue the message as it must be at most …: current value is …',
    ['SQS 的上限（中国区域 256 KiB）', "SQS's limit (256 KiB in the China regions)"],
    ['图片变小，或少发一些', 'a smaller image, or send less'],
  ),
  queueRefused: row(
    'The queue did not accept the message',
    ['SQS 没有应答，或拒绝', 'SQS did not answer, or refused'],
    [
      '事件保存在 S3，`npm run replay -- --queue failed` 取回；一直如此：看 VPC 和角色的权限',
      'the event is kept in S3: `npm run replay -- --queue failed`. If it goes on: VPC, and the permissions of the role',
    ],
  ),
  queueVersion: row(
    'Cannot read the queue message as its version must be at most …: current value is …',
    ['队列里有更新版本写的消息（回退之后）', 'a newer version has put it there (after a rollback)'],
    [
      '再部署新版本；消息在死信队列里，之后 `npm run replay -- --queue dead`',
      'deploy the newer version again; it is parked: then `npm run replay -- --queue dead`',
    ],
  ),
  queueForeign: row(
    'Cannot read the queue message as it …',
    ['有别的程序往 wecomrobot 的队列里放了消息', "another program has put a message on wecomrobot's queue"],
    ['让它发到主题、事件总线或 HTTPS 入口', 'have it use the topic, the event bus or the HTTPS door'],
  ),
  graphPng: row(
    "Cannot read CloudWatch's answer as a PNG: it has … bytes",
    ['CloudWatch 没有画出图；消息已经发出', 'CloudWatch drew none; the message is sent without'],
    ['不用做什么；不要图：`graph: off`', 'nothing; `graph: off` for none'],
  ),
  graphLarge: row(
    'Cannot send the picture as it must be at most … bytes: current value is …',
    ['图超过企业微信的上限；消息已经发出', "the picture is over WeCom's limit; the message is sent without"],
    ['不用做什么', 'nothing'],
  ),
  remindersUntold: row(
    'Cannot tell … of … reminders as they were not queued',
    ['SQS 没有接收', 'SQS did not take them'],
    ['Lambda 会重试两次；其后看 `LostTicksAlarm`', 'Lambda tries twice more; then `LostTicksAlarm` says so'],
  ),
  summaryUnread: row(
    'Cannot tell the summary as all of it must be read: not read is …',
    ['CloudWatch 限流，或没有某个区域的权限', 'CloudWatch throttles, or a region is denied'],
    [
      'Lambda 会重试两次，最后一次发出读到的部分；总是同一个区域：从 `topicArns` 去掉它',
      'Lambda tries twice more, and tells at last what could be read; if it is always one region, take it out of `topicArns`',
    ],
  ),
  summaryUntold: row(
    'Cannot tell … of … summaries as they were not queued',
    ['SQS 没有接收', 'SQS did not take them'],
    ['Lambda 会重试两次', 'Lambda tries twice more'],
  ),
} as const;
