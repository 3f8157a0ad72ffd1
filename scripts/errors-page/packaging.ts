import { row } from './row.js';

/** Errors of packaging and deploying: settings, and what they need of each other. */
export const PACKAGING = {
  settingName: row(
    'Cannot use the setting … as its name must be one of …; did you mean …?',
    ['设置名拼错了', 'the name of a setting is misspelt'],
    ['用它给出的最接近的名字', 'use the nearest name, which is given'],
  ),
  settingValue: row(
    'Cannot use the setting … as it must be one of …: current value is …',
    ['值不在允许之列', 'the value is not allowed'],
    [
      '从列出的值里选；旁边的注释说明了含义',
      'take one of those listed; the comment beside the setting says what each means',
    ],
  ),
  settingRule: row(
    'Cannot use the setting … as it must be …: current value is …',
    ['值的形式不对', 'the value has another form'],
    [
      '按提示改；旁边的注释有例子。像 key 或令牌的值只显示长度',
      'as it says; the comment beside the setting has an example. What looks like a secret is shown by its length',
    ],
  ),
  settingsMap: row(
    'Cannot use the settings as they must be a map: current value is …',
    ['`custom.settings` 下不是“名字: 值”', '`custom.settings` holds no `name: value`'],
    ['每行一个设置，缩进四格', 'a line each, indented by four spaces'],
  ),
  settingList: row(
    'Cannot use the setting … as it must be a list of …, each once: current value is …',
    ['不是列表，或其中有不认识的、重复的', 'it is not a list, or has an unknown or repeated entry'],
    ['写成 `[一个, 另一个]`', 'write `[one, another]`'],
  ),
  opsTwice: row(
    'Cannot use the settings opsEmail and opsTopicArn together as one is enough: opsEmail is …',
    ['两个都写了', 'both are set'],
    ['留一个；邮箱也可以订阅那个主题', 'keep one; the address can subscribe to the topic'],
  ),
  opsOfItself: row(
    "Cannot use the setting opsTopicArn as it must not be one of topicArns, or wecomrobot's own alarms would depend on wecomrobot: current value is …",
    ['自身故障的告警会走它自己', 'alarms about its own failure would go through itself'],
    ['换一个主题，由邮箱或短信订阅', 'another topic, with subscriptions by e-mail or SMS'],
  ),
  topicPartition: row(
    'Cannot use the setting topicArns in … as it must be of …: current value is …',
    [
      '主题在另一个分区（中国与其他区域互不相通）',
      "the topic is of another partition: China's regions and all others are apart",
    ],
    ['在那边另部署一个堆栈', 'deploy a stack of its own there'],
  ),
  boundaryPartition: row(
    'Cannot use the setting permissionsBoundary in … as it must be of …: current value is …',
    ['策略的 ARN 属于另一个分区', 'the ARN of the policy is of another partition'],
    ['中国区域写 `arn:aws-cn:iam::…`', '`arn:aws-cn:iam::…` in the China regions'],
  ),
  topicOptIn: row(
    'Cannot use the setting topicArns in … as SNS delivers from no other region to a function in a region that has to be switched on (…): current value is …',
    [
      '函数在需要手动启用的区域，SNS 只能从本区域投递',
      'the function is in a region that is off by default: SNS reaches it from that region alone',
    ],
    ['部署到主题所在的区域，或用 EventBridge 转发', "deploy to the topic's region, or forward by EventBridge"],
  ),
  otherRegion: row(
    'Cannot use the setting … as it must be in …: current value is …',
    ['ARN 属于另一个区域', 'the ARN is of another region'],
    ['换成部署区域里的；检查 `--region`', 'one of the region that is deployed to; check `--region`'],
  ),
  sameSecret: row(
    'Cannot use the setting tokensSecretId as it must be another secret than secretId (empty: one for both): current value is …',
    ['两个设置写了同一个 Secret', 'both settings name one secret'],
    ['留空，或另建一个', 'leave it empty, or make another secret'],
  ),
  tooManyTopics: row(
    "Cannot use the settings topicArns and trustedAccountIds together as Lambda's policy of … bytes holds … accounts and regions at most: current value is …",
    ['Lambda 的资源策略放不下', "Lambda's policy has no room for so many"],
    [
      '用 `organizationId`，或在那些账号里用 EventBridge 转发',
      'use `organizationId`, or forward by EventBridge in those accounts',
    ],
  ),
  ackLink: row(
    'Cannot use the setting ack: link as it needs http: token and reminders: on: current value is …',
    ['链接由浏览器打开，浏览器不会签名', 'a browser opens the link, and browsers sign no requests'],
    ['改 `http: token`，或 `ack: on`', 'set `http: token`, or `ack: on`'],
  ),
  summaryOff: row(
    'Cannot use the setting reminders as it must be on for the summary of routes.yml, …: current value is off',
    ['简报由同一次查询发出', 'the same tick tells the summary'],
    [
      '`reminders: on`；不要再次提醒的，在规则里写 `remind: off`',
      '`reminders: on`; `remind: off` in the rules leaves the summary alone',
    ],
  ),
  variables: row(
    'Cannot use the setting… as Lambda gives a function … bytes for all its variables…: current value is … bytes (…)',
    ['环境变量超过 Lambda 的上限', "Lambda's room for variables is full"],
    ['缩短括号里列出的设置；主题合并成几个', 'shorten the settings in brackets; fewer topics'],
  ),
  timeout: row(
    'Cannot use the timeout of deliver as it must be at least … seconds (…): current value is …',
    ['时间不够发出一条消息', 'no message could be sent in that time'],
    ['删掉 serverless.yml 里自己写的 timeout，默认 60', 'drop your own timeout from serverless.yml: it is 60'],
  ),
  timeoutLong: row(
    'Cannot use the timeout of deliver as it must be below the … seconds for which the queue hides a message: current value is …',
    ['SQS 会在函数还在运行时再交出同一批消息', 'SQS would hand out its messages again while it still runs'],
    ['删掉 serverless.yml 里自己写的 timeout，默认 60', 'drop your own timeout from serverless.yml: it is 60'],
  ),
  otherStage: row(
    'Cannot deploy as the rule … of another stage shows the events of applications already: set notificationRule to off, or to on to show them twice: current value is empty',
    [
      '同一账号和区域里，另一个 stage 已经在显示应用的消息（`WeCom Notification`）',
      'another stage of this account and region shows the messages of applications (`WeCom Notification`)',
    ],
    [
      '这个 stage 设 `notificationRule: off`；确实要显示两遍：`on`',
      '`notificationRule: off` for this stage; `on` if they are to come twice',
    ],
  ),
  otherStageUnseen: row(
    'Cannot see if another stage shows the events of applications already, as AWS answered …',
    [
      '只是警告：没有 `events:ListRules` 或 `cloudformation:DescribeStackResource` 权限',
      'a warning: the permission `events:ListRules` or `cloudformation:DescribeStackResource` is missing',
    ],
    [
      '部署照常；想没有警告，写明 `notificationRule`',
      'it deploys all the same; with `notificationRule` set it does not look',
    ],
  ),
  noOps: row(
    'Cannot deploy as opsEmail or opsTopicArn must say who is told when wecomrobot itself fails, or opsEmail: none that nobody is: current value is empty',
    ['没有写明 wecomrobot 自身出问题时通知谁', 'nobody is named who hears when wecomrobot itself fails'],
    [
      '`npm run deploy -- --param="opsEmail=you@example.com"`，或写进 serverless.yml',
      '`npm run deploy -- --param="opsEmail=you@example.com"`, or write it into serverless.yml',
    ],
  ),
  noRegion: row(
    'Cannot tell the region as none is set: give --region, set AWS_REGION, or write one into the AWS profile (aws configure set region ap-southeast-1)',
    [
      '命令、环境变量和 AWS profile 都没有区域',
      'neither the command, nor the environment, nor the AWS profile has a region',
    ],
    ['按提示三选一', 'one of the three'],
  ),
  deployNobody: row(
    'Cannot deploy as there are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with --aws-profile',
    ['没有凭证', 'there are no credentials'],
    ['登录，或 `npm run deploy -- --aws-profile NAME`', 'sign in, or `npm run deploy -- --aws-profile NAME`'],
  ),
  frameworkNobody: row(
    'AWS provider credentials not found. Learn how to set up AWS provider …',
    [
      '同上，`notificationRule` 写明时，或 `deploy` 以外的命令',
      'the same if `notificationRule` is given, or of commands other than `deploy`',
    ],
    [
      '登录（`aws sso login`、`aws configure`），或 `npm run deploy -- --aws-profile NAME`',
      'sign in (`aws sso login`, `aws configure`), or `npm run deploy -- --aws-profile NAME`',
    ],
  ),
  frameworkProfile: row(
    'AWS profile "…" doesn\'t seem to be configured',
    ['没有这个 profile', 'there is no such profile'],
    ['`aws configure list-profiles` 列出已有的', '`aws configure list-profiles` shows those there are'],
  ),
} as const;
