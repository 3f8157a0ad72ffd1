import type { RULES } from './setting-rules.js';

/** One sentence about a setting in each language, without what it allows and its default: those are the row's. */
export interface SettingText {
  readonly en: string;
  readonly 'zh-CN': string;
}

/**
 * A sentence about every setting, as the parameters of the template, CDK's props and Terraform's variables show it. Short,
 * as a template has little room; serverless.yml and docs/deploy.md say more.
 */
export const SETTING_TEXTS: Readonly<Record<keyof typeof RULES, SettingText>> = {
  secretId: {
    en: 'Secret with the robot keys: its name, or its complete ARN if it is in another account.',
    'zh-CN': '存放机器人 key 的 Secret：名称，或（在其他账号时）完整 ARN。',
  },
  secretKmsKeyArn: {
    en: 'ARN of the customer managed KMS key that encrypts the secret; empty: the AWS managed key.',
    'zh-CN': '加密该 Secret 的客户托管 KMS 密钥 ARN；留空：AWS 托管密钥。',
  },
  tokensSecretId: {
    en: 'Another secret for the tokens of the HTTPS door; empty: they are in the secret with the robot keys.',
    'zh-CN': '单独存放 HTTPS 入口令牌的 Secret；留空：令牌与机器人 key 在同一 Secret。',
  },
  tokensSecretKmsKeyArn: {
    en: 'ARN of the customer managed KMS key that encrypts the secret of the tokens.',
    'zh-CN': '加密令牌 Secret 的客户托管 KMS 密钥 ARN。',
  },
  http: {
    en: 'HTTPS door: token (bearer tokens), iam (signed requests), off; empty: token, and iam in the China regions.',
    'zh-CN': 'HTTPS 入口：token（令牌）、iam（签名请求）、off；留空：token，中国区域为 iam。',
  },
  alarmRule: {
    en: 'Every alarm of this account and region, by EventBridge.',
    'zh-CN': '经 EventBridge 接收本账号本区域的所有告警。',
  },
  notificationRule: {
    en: 'Messages that applications put on the default event bus (detail-type WeCom Notification); empty: shown.',
    'zh-CN': '应用发到默认事件总线的消息（detail-type 为 WeCom Notification）；留空：显示。',
  },
  eventPatterns: {
    en: 'AWS events to show, by preset.',
    'zh-CN': '要通知的 AWS 事件，按预设名称。',
  },
  topicArns: {
    en: 'ARNs of existing SNS topics to subscribe to, those of other regions too.',
    'zh-CN': '要订阅的现有 SNS 主题 ARN，可在其他区域。',
  },
  trustedAccountIds: {
    en: 'Other accounts whose alarms may invoke the function and publish to its topic.',
    'zh-CN': '允许其告警调用函数、向主题发布的其他账号。',
  },
  organizationId: {
    en: 'Organization whose accounts may publish to the topic.',
    'zh-CN': '允许其账号向主题发布的组织。',
  },
  topicPublishers: {
    en: 'Further AWS services that may publish to the topic.',
    'zh-CN': '另外允许向主题发布的 AWS 服务。',
  },
  opsEmail: {
    en: 'Address that is told when wecomrobot itself fails, or none; this or opsTopicArn is required.',
    'zh-CN': 'wecomrobot 自身故障时通知的邮箱，或 none；它与 opsTopicArn 必填其一。',
  },
  opsTopicArn: {
    en: 'SNS topic that is told when wecomrobot itself fails, instead of an address.',
    'zh-CN': 'wecomrobot 自身故障时通知的 SNS 主题，代替邮箱。',
  },
  permissionsBoundary: {
    en: 'ARN of the policy that bounds the permissions of both roles.',
    'zh-CN': '两个角色的权限边界策略 ARN。',
  },
  rolePath: {
    en: 'Path of both roles.',
    'zh-CN': '两个角色的路径。',
  },
  accountNames: {
    en: 'Names of accounts, by their ids.',
    'zh-CN': '账号名称，以账号 id 为键。',
  },
  mentionOnAlarm: {
    en: "People mentioned on red alarms: @all, mobiles, names of the secret's people, with commas.",
    'zh-CN': '红色告警 @ 谁：@all、手机号、Secret 中的人名，以逗号分隔。',
  },
  language: {
    en: 'Language of the messages.',
    'zh-CN': '消息语言。',
  },
  timeZone: {
    en: 'Time zone of the times in messages.',
    'zh-CN': '消息中时间的时区。',
  },
  format: {
    en: 'Format of the messages.',
    'zh-CN': '消息格式。',
  },
  showProgress: {
    en: 'Shows progress that nobody waits for too, such as a pipeline that is pending.',
    'zh-CN': '也显示无人等待的进度，如排队中的流水线。',
  },
  tagLookUps: {
    en: "Asks CloudWatch for an alarm's tags if a rule looks at them and its event has none.",
    'zh-CN': '规则要看标签而事件没有时，向 CloudWatch 查询告警的标签。',
  },
  logLinks: {
    en: 'Links to the logs behind alarms on what a metric filter counts.',
    'zh-CN': '为指标筛选器的告警附上日志链接。',
  },
  durations: {
    en: 'Looks up how long an alarm lasted if its event does not tell it.',
    'zh-CN': '事件未给出时，查询告警持续了多久。',
  },
  reminders: {
    en: 'Tells again what stays in ALARM.',
    'zh-CN': '持续处于 ALARM 的再次提醒。',
  },
  ack: {
    en: 'Tag that says who has an alarm; link: alarms are taken by a link in the message (http: token).',
    'zh-CN': '谁在处理告警记在其标签；link：可点消息中的链接认领（需 http: token）。',
  },
  graph: {
    en: 'Picture of the metric after an alarm that comes alone; rules: only if a rule says so.',
    'zh-CN': '单独到来的告警之后附指标图；rules：仅当规则要求。',
  },
  silentAfterMinutes: {
    en: 'Minutes after which a message that is shown late mentions nobody.',
    'zh-CN': '消息迟到超过这么多分钟就不 @ 任何人。',
  },
  minIntervalMs: {
    en: 'Milliseconds between two messages of one robot; WeCom refuses some below 3000.',
    'zh-CN': '同一机器人两条消息的间隔毫秒数；低于 3000 企业微信会拒绝一部分。',
  },
  wecomBaseUrl: {
    en: "WeCom's address, for private deployments of WeCom.",
    'zh-CN': '企业微信地址，供私有部署使用。',
  },
  notifyConcurrency: {
    en: 'Invocations at a time that are reserved for notify.',
    'zh-CN': '为 notify 预留的并发数。',
  },
  deliverConcurrency: {
    en: 'Invocations at a time that are reserved for deliver.',
    'zh-CN': '为 deliver 预留的并发数。',
  },
  architecture: {
    en: 'Architecture of the functions.',
    'zh-CN': '函数的架构。',
  },
  notifyMemorySize: {
    en: 'Megabytes of notify; with 1769 it has a whole CPU.',
    'zh-CN': 'notify 的内存 MB；1769 为一个完整 CPU。',
  },
  deliverMemorySize: {
    en: 'Megabytes of deliver.',
    'zh-CN': 'deliver 的内存 MB。',
  },
  logRetentionInDays: {
    en: 'Days for which logs are kept.',
    'zh-CN': '日志保留天数。',
  },
  dashboard: {
    en: 'Dashboard of what was queued and shown, how late, what waits and what was parked.',
    'zh-CN': '仪表板：入队、送达、延迟、不可用、搁置与心跳。',
  },
};
