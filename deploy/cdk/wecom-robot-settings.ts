// Written from deploy/setting-rules.ts and deploy/setting-texts.ts: npx vitest run test/deploy/derived.test.ts --update

/** The settings, each with the values that it allows and its default. */
export interface WecomRobotSettings {
  /**
   * Secret with the robot keys: its name, or its complete ARN if it is in another account. Must be the name of a
   * secret, or its complete ARN with the six characters at the end.
   * @default 'wecomrobot/robots'
   */
  readonly secretId?: string | undefined;
  /**
   * ARN of the customer managed KMS key that encrypts the secret; empty: the AWS managed key. Must be empty, or the ARN
   * of a KMS key (of the key, not of an alias).
   * @default ''
   */
  readonly secretKmsKeyArn?: string | undefined;
  /**
   * Another secret for the tokens of the HTTPS door; empty: they are in the secret with the robot keys. Must be empty,
   * or the name of a secret, or its complete ARN with the six characters at the end.
   * @default ''
   */
  readonly tokensSecretId?: string | undefined;
  /**
   * ARN of the customer managed KMS key that encrypts the secret of the tokens. Must be empty, or the ARN of a KMS key
   * (of the key, not of an alias).
   * @default ''
   */
  readonly tokensSecretKmsKeyArn?: string | undefined;
  /**
   * HTTPS door: token (bearer tokens), iam (signed requests), off; empty: token, and iam in the China regions. Must be
   * one of empty, token, iam, off.
   * @default ''
   */
  readonly http?: '' | 'token' | 'iam' | 'off' | undefined;
  /**
   * Every alarm of this account and region, by EventBridge. Must be one of off, on.
   * @default 'off'
   */
  readonly alarmRule?: boolean | 'on' | 'off' | undefined;
  /**
   * Messages that applications put on the default event bus (detail-type WeCom Notification); empty: shown. Must be one
   * of empty, on, off.
   * @default ''
   */
  readonly notificationRule?: '' | 'on' | 'off' | undefined;
  /**
   * AWS events to show, by preset. Must be a list of health, guardduty, securityhub, inspector, accessanalyzer,
   * ecs-deployment, ecs-task-failed, codepipeline, codebuild, codedeploy, cloudformation-failed, rds, autoscaling,
   * backup, cost-anomaly, stepfunctions-failed, glue-failed, batch-failed, root-login, each once.
   * @default []
   */
  readonly eventPatterns?:
    | readonly (
        | 'health'
        | 'guardduty'
        | 'securityhub'
        | 'inspector'
        | 'accessanalyzer'
        | 'ecs-deployment'
        | 'ecs-task-failed'
        | 'codepipeline'
        | 'codebuild'
        | 'codedeploy'
        | 'cloudformation-failed'
        | 'rds'
        | 'autoscaling'
        | 'backup'
        | 'cost-anomaly'
        | 'stepfunctions-failed'
        | 'glue-failed'
        | 'batch-failed'
        | 'root-login'
      )[]
    | undefined;
  /**
   * ARNs of existing SNS topics to subscribe to, those of other regions too. Must be a list of ARNs of SNS topics (FIFO
   * topics invoke no functions), each once.
   * @default []
   */
  readonly topicArns?: readonly string[] | undefined;
  /**
   * Other accounts whose alarms may invoke the function and publish to its topic. Must be a list of 12-digit account
   * ids in quotes, each once.
   * @default []
   */
  readonly trustedAccountIds?: readonly string[] | undefined;
  /**
   * Organization whose accounts may publish to the topic. Must be empty, or the id of an organization (o-…).
   * @default ''
   */
  readonly organizationId?: string | undefined;
  /**
   * Further AWS services that may publish to the topic. Must be a list of names of AWS services without .amazonaws.com,
   * each once.
   * @default []
   */
  readonly topicPublishers?: readonly string[] | undefined;
  /**
   * Address that is told when wecomrobot itself fails, or none; this or opsTopicArn is required. Must be empty, or an
   * e-mail address, or none.
   * @default ''
   */
  readonly opsEmail?: string | undefined;
  /**
   * SNS topic that is told when wecomrobot itself fails, instead of an address. Must be empty, or the ARN of an SNS
   * topic.
   * @default ''
   */
  readonly opsTopicArn?: string | undefined;
  /**
   * ARN of the policy that bounds the permissions of both roles. Must be empty, or the ARN of an IAM policy.
   * @default ''
   */
  readonly permissionsBoundary?: string | undefined;
  /**
   * Path of both roles. Must be empty, or a path of IAM that begins and ends with /.
   * @default ''
   */
  readonly rolePath?: string | undefined;
  /**
   * Names of accounts, by their ids. Must be a map of 12-digit account ids in quotes to names without , ; = : and of
   * 2500 bytes at most.
   * @default {}
   */
  readonly accountNames?: Readonly<Record<string, string>> | undefined;
  /**
   * People mentioned on red alarms: @all, mobiles, names of the secret's people, with commas. Must be empty, or in
   * quotes '@all', mobiles, or names of the secret's people.
   * @default ''
   */
  readonly mentionOnAlarm?: string | undefined;
  /**
   * Language of the messages. Must be one of zh-CN, en.
   * @default 'zh-CN'
   */
  readonly language?: 'zh-CN' | 'en' | undefined;
  /**
   * Time zone of the times in messages. Must be an IANA time zone.
   * @default 'Asia/Shanghai'
   */
  readonly timeZone?: string | undefined;
  /**
   * Format of the messages. Must be one of text, markdown, markdown_v2.
   * @default 'text'
   */
  readonly format?: 'text' | 'markdown' | 'markdown_v2' | undefined;
  /**
   * Shows progress that nobody waits for too, such as a pipeline that is pending. Must be one of off, on.
   * @default 'off'
   */
  readonly showProgress?: boolean | 'on' | 'off' | undefined;
  /**
   * Asks CloudWatch for an alarm's tags if a rule looks at them and its event has none. Must be one of off, on.
   * @default 'off'
   */
  readonly tagLookUps?: boolean | 'on' | 'off' | undefined;
  /**
   * Links to the logs behind alarms on what a metric filter counts. Must be one of on, off.
   * @default 'on'
   */
  readonly logLinks?: boolean | 'on' | 'off' | undefined;
  /**
   * Looks up how long an alarm lasted if its event does not tell it. Must be one of on, off.
   * @default 'on'
   */
  readonly durations?: boolean | 'on' | 'off' | undefined;
  /**
   * Tells again what stays in ALARM. Must be one of on, off.
   * @default 'on'
   */
  readonly reminders?: boolean | 'on' | 'off' | undefined;
  /**
   * Tag that says who has an alarm; link: alarms are taken by a link in the message (http: token). Must be one of on,
   * link, off.
   * @default 'on'
   */
  readonly ack?: 'on' | 'link' | 'off' | undefined;
  /**
   * Picture of the metric after an alarm that comes alone; rules: only if a rule says so. Must be one of off, rules,
   * on.
   * @default 'off'
   */
  readonly graph?: 'off' | 'rules' | 'on' | undefined;
  /**
   * Minutes after which a message that is shown late mentions nobody. Must be a whole number of minutes from 0 to
   * 525600.
   * @default 60
   */
  readonly silentAfterMinutes?: number | undefined;
  /**
   * Milliseconds between two messages of one robot; WeCom refuses some below 3000. Must be a whole number of
   * milliseconds from 1 to 30000.
   * @default 3400
   */
  readonly minIntervalMs?: number | undefined;
  /**
   * WeCom's address, for private deployments of WeCom. Must be https and a host, like https://qyapi.weixin.qq.com.
   * @default 'https://qyapi.weixin.qq.com'
   */
  readonly wecomBaseUrl?: string | undefined;
  /**
   * Invocations at a time that are reserved for notify. Must be empty, or a whole number of invocations from 1 to
   * 10000.
   * @default ''
   */
  readonly notifyConcurrency?: number | undefined;
  /**
   * Invocations at a time that are reserved for deliver. Must be empty, or a whole number of invocations from 10 to
   * 10000.
   * @default ''
   */
  readonly deliverConcurrency?: number | undefined;
  /**
   * Architecture of the functions. Must be one of arm64, x86_64.
   * @default 'arm64'
   */
  readonly architecture?: 'arm64' | 'x86_64' | undefined;
  /**
   * Megabytes of notify; with 1769 it has a whole CPU. Must be a whole number of megabytes from 128 to 10240.
   * @default 1769
   */
  readonly notifyMemorySize?: number | undefined;
  /**
   * Megabytes of deliver. Must be a whole number of megabytes from 128 to 10240.
   * @default 256
   */
  readonly deliverMemorySize?: number | undefined;
  /**
   * Days for which logs are kept. Must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
   * 1827, 2192, 2557, 2922, 3288, 3653.
   * @default 30
   */
  readonly logRetentionInDays?:
    | 1
    | 3
    | 5
    | 7
    | 14
    | 30
    | 60
    | 90
    | 120
    | 150
    | 180
    | 365
    | 400
    | 545
    | 731
    | 1096
    | 1827
    | 2192
    | 2557
    | 2922
    | 3288
    | 3653
    | undefined;
  /**
   * Dashboard of what was queued and shown, how late, what waits and what was parked. Must be one of on, off.
   * @default 'on'
   */
  readonly dashboard?: boolean | 'on' | 'off' | undefined;
}
