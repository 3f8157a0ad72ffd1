import { row } from './row.js';

/** Errors of packaging and deploying: settings, and what they need of each other. */
export const PACKAGING = {
  settingName: row(
    'Cannot use the setting … as its name must be one of …; did you mean …?',
    ['设置名拼错了', 'the name of a setting is misspelt'],
    ['用它给出的最接近的名字', 'take the nearest name, which it tells'],
  ),
  settingValue: row(
    'Cannot use the setting … as it must be one of …: current value is …',
    ['值不在允许之列', 'the value is not allowed'],
    [
      '从列出的值里选；旁边的注释说明了含义',
      'take one of those listed; the comment beside the setting says what each means',
    ],
  ),
  settingList: row(
    'Cannot use the setting … as it must be a list of …, each once: current value is …',
    ['不是列表，或其中有不认识的、重复的', 'it is no list, or has an unknown or repeated entry'],
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
    ['在那边另部署一个栈', 'deploy a stack of its own there'],
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
} as const;

/** Errors of routes.yml. */
export const RULES_FILE = {
  rulesYaml: row(
    '…routes.yml:…: Cannot read the file as YAML: …',
    ['YAML 写错了', 'it is no YAML'],
    ['看提示的行：缩进、括号、引号', 'look at the line: indentation, brackets, quotes'],
  ),
  rulesKey: row(
    '…routes.yml:…: Cannot use rules › rule … › … as it must be one of the keys … (perhaps …): current value is …',
    ['键名拼错了', 'a key is misspelt'],
    [
      '用它建议的键；编辑器可以用 `docs/routes.schema.json` 补全',
      'take the key that it suggests; with `docs/routes.schema.json` an editor completes them',
    ],
  ),
  rulesRobotKey: row(
    "…routes.yml:…: Cannot use rules › rule … › robots › entry … as it must be a robot's name, not its key: current value is …",
    ['写成了密钥', "a robot's key stands there"],
    [
      '密钥放进 Secret，这里写名字；文件如已提交，删除机器人再新建',
      'put the key into the secret and its name here; if the file was committed, replace the robot',
    ],
  ),
  rulesDrop: row(
    '…routes.yml:…: Cannot use rules › rule … › … as it must be left out of a rule with drop, …: current value is …',
    ['丢弃的消息没有去处', 'what is dropped goes nowhere'],
    ['删掉其中一个', 'remove one of the two'],
  ),
  rulesRota: row(
    '…routes.yml:…: Cannot use rules › rule … › rota as it must be one of the rotas …: current value is …',
    ['没有这个值班表', 'there is no such rota'],
    ['用列出的名字，或在 `rotas` 里加上', 'one of those listed, or add it to `rotas`'],
  ),
  rulesStep: row(
    '…routes.yml:…: Cannot use rules › rule … › remind › entry … › after as it must be a length such as 15m, 4h or 1d…: current value is …',
    ['时长没有单位', 'the length has no unit'],
    ['写 `15m`、`4h`、`1d`', 'write `15m`, `4h`, `1d`'],
  ),
  rulesTime: row(
    "…routes.yml:…: Cannot use rules › rule … › quiet › … as it must be a time such as '22:00', in quotes: current value is …",
    ['时间缺失，或没有引号', 'a time is missing, or has no quotes'],
    ["写 `{ from: '22:00', to: '08:00' }`", "write `{ from: '22:00', to: '08:00' }`"],
  ),
} as const;
