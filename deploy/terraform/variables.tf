# Written from deploy/setting-rules.ts and the parameters of the template: npx vitest run test/deploy/derived.test.ts --update

variable "secret_id" {
  description = "存放机器人 key 的 Secret：名称，或（在其他账号时）完整 ARN。 Secret with the robot keys: its name, or its complete ARN if it is in another account."
  type        = string
  default     = "wecomrobot/robots"
  nullable    = false

  validation {
    condition     = can(regex("^([\\w/+=.@-]{1,512}|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[\\w/+=.@-]+-[A-Za-z0-9]{6})$", var.secret_id))
    error_message = "The setting must be the name of a secret, or its complete ARN with the six characters at the end."
  }
}

variable "secret_kms_key_arn" {
  description = "加密该 Secret 的客户托管 KMS 密钥 ARN；留空：AWS 托管密钥。 ARN of the customer managed KMS key that encrypts the secret; empty: the AWS managed key."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[\\w-]+$", var.secret_kms_key_arn))
    error_message = "The setting must be empty, or the ARN of a KMS key (of the key, not of an alias)."
  }
}

variable "tokens_secret_id" {
  description = "单独存放 HTTPS 入口令牌的 Secret；留空：令牌与机器人 key 在同一 Secret。 Another secret for the tokens of the HTTPS door; empty: they are in the secret with the robot keys."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^([\\w/+=.@-]{1,512}|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[\\w/+=.@-]+-[A-Za-z0-9]{6})$", var.tokens_secret_id))
    error_message = "The setting must be empty, or the name of a secret, or its complete ARN with the six characters at the end."
  }
}

variable "tokens_secret_kms_key_arn" {
  description = "加密令牌 Secret 的客户托管 KMS 密钥 ARN。 ARN of the customer managed KMS key that encrypts the secret of the tokens."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[\\w-]+$", var.tokens_secret_kms_key_arn))
    error_message = "The setting must be empty, or the ARN of a KMS key (of the key, not of an alias)."
  }
}

variable "http" {
  description = "HTTPS 入口：token（令牌）、iam（签名请求）、off；留空：token，中国区域为 iam。 HTTPS door: token (bearer tokens), iam (signed requests), off; empty: token, and iam in the China regions."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = contains(["", "token", "iam", "off"], var.http)
    error_message = "The setting must be one of empty, token, iam, off."
  }
}

variable "alarm_rule" {
  description = "经 EventBridge 接收本账号本区域的所有告警。 Every alarm of this account and region, by EventBridge."
  type        = bool
  default     = false
  nullable    = false
}

variable "notification_rule" {
  description = "应用发到默认事件总线的消息（detail-type 为 WeCom Notification）；留空：显示。 Messages that applications put on the default event bus (detail-type WeCom Notification); empty: shown."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = contains(["", "on", "off"], var.notification_rule)
    error_message = "The setting must be one of empty, on, off."
  }
}

variable "event_patterns" {
  description = "要通知的 AWS 事件，按预设名称。 AWS events to show, by preset."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.event_patterns : contains(["health", "guardduty", "securityhub", "inspector", "accessanalyzer", "ecs-deployment", "ecs-task-failed", "codepipeline", "codebuild", "codedeploy", "cloudformation-failed", "rds", "autoscaling", "backup", "cost-anomaly", "stepfunctions-failed", "glue-failed", "batch-failed", "root-login"], one)]) && length(distinct(var.event_patterns)) == length(var.event_patterns)
    error_message = "The setting must be a list of health, guardduty, securityhub, inspector, accessanalyzer, ecs-deployment, ecs-task-failed, codepipeline, codebuild, codedeploy, cloudformation-failed, rds, autoscaling, backup, cost-anomaly, stepfunctions-failed, glue-failed, batch-failed, root-login, each once."
  }
}

variable "topic_arns" {
  description = "要订阅的现有 SNS 主题 ARN，可在其他区域。 ARNs of existing SNS topics to subscribe to, those of other regions too."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.topic_arns : can(regex("^$|^arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[\\w-]{1,256}$", one))]) && length(distinct(compact(var.topic_arns))) == length(compact(var.topic_arns)) && length(var.topic_arns) <= 5
    error_message = "The setting must be a list of ARNs of SNS topics (FIFO topics invoke no functions), each once, 5 at most; \"\" keeps the place of one that was removed, as a topic that moves loses its subscription."
  }
}

variable "trusted_account_ids" {
  description = "允许其告警调用函数、向主题发布的其他账号。 Other accounts whose alarms may invoke the function and publish to its topic."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.trusted_account_ids : can(regex("^$|^\\d{12}$", one))]) && length(distinct(compact(var.trusted_account_ids))) == length(compact(var.trusted_account_ids)) && length(var.trusted_account_ids) <= 5
    error_message = "The setting must be a list of 12-digit account ids in quotes, each once, 5 at most; \"\" keeps the place of one that was removed."
  }
}

variable "organization_id" {
  description = "允许其账号向主题发布的组织。 Organization whose accounts may publish to the topic."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^o-[a-z0-9]{10,32}$", var.organization_id))
    error_message = "The setting must be empty, or the id of an organization (o-…)."
  }
}

variable "topic_publishers" {
  description = "另外允许向主题发布的 AWS 服务。 Further AWS services that may publish to the topic."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.topic_publishers : one != "" && can(regex("^$|^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*(,[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*)*$", one))]) && length(distinct(var.topic_publishers)) == length(var.topic_publishers)
    error_message = "The setting must be a list of names of AWS services without .amazonaws.com, each once."
  }
}

variable "ops_email" {
  description = "wecomrobot 自身故障时通知的邮箱，或 none；它与 opsTopicArn 必填其一。 Address that is told when wecomrobot itself fails, or none; this or opsTopicArn is required."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^([^@\\s]+@[^@\\s]+\\.[^@\\s]+|none)$", var.ops_email))
    error_message = "The setting must be empty, or an e-mail address, or none."
  }
}

variable "ops_topic_arn" {
  description = "wecomrobot 自身故障时通知的 SNS 主题，代替邮箱。 SNS topic that is told when wecomrobot itself fails, instead of an address."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[\\w-]{1,256}$", var.ops_topic_arn))
    error_message = "The setting must be empty, or the ARN of an SNS topic."
  }
}

variable "permissions_boundary" {
  description = "两个角色的权限边界策略 ARN。 ARN of the policy that bounds the permissions of both roles."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/[\\w+=,.@/-]{1,512}$", var.permissions_boundary))
    error_message = "The setting must be empty, or the ARN of an IAM policy."
  }
}

variable "role_path" {
  description = "两个角色的路径。 Path of both roles."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^/([\\w+=,.@-]{1,64}/){1,7}$", var.role_path))
    error_message = "The setting must be empty, or a path of IAM that begins and ends with /."
  }
}

variable "account_names" {
  description = "账号名称，以账号 id 为键。 Names of accounts, by their ids."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for id, name in var.account_names : can(regex("^\\d{12}$", id)) && can(regex("^[^,;=:，：\\n]{1,64}$", name))]) && length(join(",", [for id, name in var.account_names : "${id}=${replace(urlencode(name), "+", "%20")}"])) <= 1500
    error_message = "The setting must be a map of 12-digit account ids in quotes to names without , ; = :, of 64 characters each and 1500 in all, a Chinese one counted as nine."
  }
}

variable "mention_on_alarm" {
  description = "红色告警 @ 谁：@all、手机号、Secret 中的人名，以逗号分隔。 People mentioned on red alarms: @all, mobiles, names of the secret's people, with commas."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^$|^([\\d\\s()+/-]*[^\\d\\s()+,;:=/-][^,;:=\\n]*|[\\d\\s()+-]{6,24})(,([\\d\\s()+/-]*[^\\d\\s()+,;:=/-][^,;:=\\n]*|[\\d\\s()+-]{6,24}))*$", var.mention_on_alarm))
    error_message = "The setting must be empty, or in quotes '@all', mobiles, or names of the secret's people."
  }
}

variable "language" {
  description = "消息语言。 Language of the messages."
  type        = string
  default     = "zh-CN"
  nullable    = false

  validation {
    condition     = contains(["zh-CN", "en"], var.language)
    error_message = "The setting must be one of zh-CN, en."
  }
}

variable "time_zone" {
  description = "消息中时间的时区。 Time zone of the times in messages."
  type        = string
  default     = "Asia/Shanghai"
  nullable    = false

  validation {
    condition     = can(regex("^((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US)(/[A-Z][A-Za-z_-]+){1,2}|(Etc/)?(UTC|GMT([+-]\\d{1,2})?)|PRC|ROC|ROK|Hongkong|Japan|Singapore)$", var.time_zone))
    error_message = "The setting must be an IANA time zone."
  }
}

variable "format" {
  description = "消息格式。 Format of the messages."
  type        = string
  default     = "text"
  nullable    = false

  validation {
    condition     = contains(["text", "markdown", "markdown_v2"], var.format)
    error_message = "The setting must be one of text, markdown, markdown_v2."
  }
}

variable "show_progress" {
  description = "也显示无人等待的进度，如排队中的流水线。 Shows progress that nobody waits for too, such as a pipeline that is pending."
  type        = bool
  default     = false
  nullable    = false
}

variable "tag_look_ups" {
  description = "规则要看标签而事件没有时，向 CloudWatch 查询告警的标签。 Asks CloudWatch for an alarm's tags if a rule looks at them and its event has none."
  type        = bool
  default     = false
  nullable    = false
}

variable "log_links" {
  description = "为指标筛选器的告警附上日志链接。 Links to the logs behind alarms on what a metric filter counts."
  type        = bool
  default     = true
  nullable    = false
}

variable "durations" {
  description = "事件未给出时，查询告警持续了多久。 Looks up how long an alarm lasted if its event does not tell it."
  type        = bool
  default     = true
  nullable    = false
}

variable "reminders" {
  description = "持续处于 ALARM 的再次提醒。 Tells again what stays in ALARM."
  type        = bool
  default     = true
  nullable    = false
}

variable "ack" {
  description = "谁在处理告警记在其标签；link：可点消息中的链接认领（需 http: token）。 Tag that says who has an alarm; link: alarms are taken by a link in the message (http: token)."
  type        = string
  default     = "on"
  nullable    = false

  validation {
    condition     = contains(["on", "link", "off"], var.ack)
    error_message = "The setting must be one of on, link, off."
  }
}

variable "graph" {
  description = "单独到来的告警之后附指标图；rules：仅当规则要求。 Picture of the metric after an alarm that comes alone; rules: only if a rule says so."
  type        = string
  default     = "off"
  nullable    = false

  validation {
    condition     = contains(["off", "rules", "on"], var.graph)
    error_message = "The setting must be one of off, rules, on."
  }
}

variable "silent_after_minutes" {
  description = "消息迟到超过这么多分钟就不 @ 任何人。 Minutes after which a message that is shown late mentions nobody."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.silent_after_minutes >= 0 && var.silent_after_minutes <= 525600 && floor(var.silent_after_minutes) == var.silent_after_minutes
    error_message = "The setting must be a whole number of minutes from 0 to 525600."
  }
}

variable "min_interval_ms" {
  description = "同一机器人两条消息的间隔毫秒数；低于 3000 企业微信会拒绝一部分。 Milliseconds between two messages of one robot; WeCom refuses some below 3000."
  type        = number
  default     = 3400
  nullable    = false

  validation {
    condition     = var.min_interval_ms >= 1 && var.min_interval_ms <= 30000 && floor(var.min_interval_ms) == var.min_interval_ms
    error_message = "The setting must be a whole number of milliseconds from 1 to 30000."
  }
}

variable "wecom_base_url" {
  description = "企业微信地址，供私有部署使用。 WeCom's address, for private deployments of WeCom."
  type        = string
  default     = "https://qyapi.weixin.qq.com"
  nullable    = false

  validation {
    condition     = can(regex("^https://[A-Za-z0-9.-]+(:\\d+)?$", var.wecom_base_url))
    error_message = "The setting must be https and a host, like https://qyapi.weixin.qq.com."
  }
}

variable "notify_concurrency" {
  description = "为 notify 预留的并发数。 Invocations at a time that are reserved for notify."
  type        = number
  default     = null

  validation {
    condition     = var.notify_concurrency == null ? true : var.notify_concurrency >= 1 && var.notify_concurrency <= 10000 && floor(var.notify_concurrency) == var.notify_concurrency
    error_message = "The setting must be empty, or a whole number of invocations from 1 to 10000."
  }
}

variable "deliver_concurrency" {
  description = "为 deliver 预留的并发数。 Invocations at a time that are reserved for deliver."
  type        = number
  default     = null

  validation {
    condition     = var.deliver_concurrency == null ? true : var.deliver_concurrency >= 10 && var.deliver_concurrency <= 10000 && floor(var.deliver_concurrency) == var.deliver_concurrency
    error_message = "The setting must be empty, or a whole number of invocations from 10 to 10000."
  }
}

variable "architecture" {
  description = "函数的架构。 Architecture of the functions."
  type        = string
  default     = "arm64"
  nullable    = false

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "The setting must be one of arm64, x86_64."
  }
}

variable "notify_memory_size" {
  description = "notify 的内存 MB；1769 为一个完整 CPU。 Megabytes of notify; with 1769 it has a whole CPU."
  type        = number
  default     = 1769
  nullable    = false

  validation {
    condition     = var.notify_memory_size >= 128 && var.notify_memory_size <= 10240 && floor(var.notify_memory_size) == var.notify_memory_size
    error_message = "The setting must be a whole number of megabytes from 128 to 10240."
  }
}

variable "deliver_memory_size" {
  description = "deliver 的内存 MB。 Megabytes of deliver."
  type        = number
  default     = 256
  nullable    = false

  validation {
    condition     = var.deliver_memory_size >= 128 && var.deliver_memory_size <= 10240 && floor(var.deliver_memory_size) == var.deliver_memory_size
    error_message = "The setting must be a whole number of megabytes from 128 to 10240."
  }
}

variable "log_retention_in_days" {
  description = "日志保留天数。 Days for which logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_in_days)
    error_message = "The setting must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."
  }
}

variable "dashboard" {
  description = "仪表板：入队、送达、延迟、不可用、搁置与心跳。 Dashboard of what was queued and shown, how late, what waits and what was parked."
  type        = bool
  default     = true
  nullable    = false
}
