# Written from deploy/setting-rules.ts and the parameters of the template: npx vitest run test/deploy/derived.test.ts --update

locals {
  parameters = {
    SecretId                   = var.secret_id
    SecretKmsKeyArn            = var.secret_kms_key_arn
    TokensSecretId             = var.tokens_secret_id
    TokensSecretKmsKeyArn      = var.tokens_secret_kms_key_arn
    Http                       = var.http
    EveryAlarm                 = var.alarm_rule ? "on" : "off"
    ApplicationEvents          = var.notification_rule
    PresetHealth               = contains(var.event_patterns, "health") ? "on" : "off"
    PresetGuardduty            = contains(var.event_patterns, "guardduty") ? "on" : "off"
    PresetSecurityhub          = contains(var.event_patterns, "securityhub") ? "on" : "off"
    PresetInspector            = contains(var.event_patterns, "inspector") ? "on" : "off"
    PresetAccessanalyzer       = contains(var.event_patterns, "accessanalyzer") ? "on" : "off"
    PresetEcsDeployment        = contains(var.event_patterns, "ecs-deployment") ? "on" : "off"
    PresetEcsTaskFailed        = contains(var.event_patterns, "ecs-task-failed") ? "on" : "off"
    PresetCodepipeline         = contains(var.event_patterns, "codepipeline") ? "on" : "off"
    PresetCodebuild            = contains(var.event_patterns, "codebuild") ? "on" : "off"
    PresetCodedeploy           = contains(var.event_patterns, "codedeploy") ? "on" : "off"
    PresetCloudformationFailed = contains(var.event_patterns, "cloudformation-failed") ? "on" : "off"
    PresetRds                  = contains(var.event_patterns, "rds") ? "on" : "off"
    PresetAutoscaling          = contains(var.event_patterns, "autoscaling") ? "on" : "off"
    PresetBackup               = contains(var.event_patterns, "backup") ? "on" : "off"
    PresetCostAnomaly          = contains(var.event_patterns, "cost-anomaly") ? "on" : "off"
    PresetStepfunctionsFailed  = contains(var.event_patterns, "stepfunctions-failed") ? "on" : "off"
    PresetGlueFailed           = contains(var.event_patterns, "glue-failed") ? "on" : "off"
    PresetBatchFailed          = contains(var.event_patterns, "batch-failed") ? "on" : "off"
    PresetRootLogin            = contains(var.event_patterns, "root-login") ? "on" : "off"
    TopicArn1                  = try(var.topic_arns[0], "")
    TopicArn2                  = try(var.topic_arns[1], "")
    TopicArn3                  = try(var.topic_arns[2], "")
    TopicArn4                  = try(var.topic_arns[3], "")
    TopicArn5                  = try(var.topic_arns[4], "")
    TrustedAccountId1          = try(var.trusted_account_ids[0], "")
    TrustedAccountId2          = try(var.trusted_account_ids[1], "")
    TrustedAccountId3          = try(var.trusted_account_ids[2], "")
    TrustedAccountId4          = try(var.trusted_account_ids[3], "")
    TrustedAccountId5          = try(var.trusted_account_ids[4], "")
    OrganizationId             = var.organization_id
    TopicPublishers            = join(",", var.topic_publishers)
    OpsEmail                   = var.ops_email
    OpsTopicArn                = var.ops_topic_arn
    PermissionsBoundary        = var.permissions_boundary
    RolePath                   = var.role_path
    AccountNames               = join(",", [for id, name in var.account_names : "${id}=${replace(urlencode(name), "+", "%20")}"])
    MentionOnAlarm             = join(",", [for one in split(",", var.mention_on_alarm) : replace(urlencode(one), "+", "%20")])
    Language                   = var.language
    TimeZone                   = var.time_zone
    Format                     = var.format
    ShowProgress               = var.show_progress ? "on" : "off"
    TagLookUps                 = var.tag_look_ups ? "on" : "off"
    LogLinks                   = var.log_links ? "on" : "off"
    Durations                  = var.durations ? "on" : "off"
    Reminders                  = var.reminders ? "on" : "off"
    Ack                        = var.ack
    Graph                      = var.graph
    SilentAfterMinutes         = tostring(var.silent_after_minutes)
    MinIntervalMs              = tostring(var.min_interval_ms)
    WecomBaseUrl               = var.wecom_base_url
    NotifyConcurrency          = var.notify_concurrency == null ? "" : tostring(var.notify_concurrency)
    DeliverConcurrency         = var.deliver_concurrency == null ? "" : tostring(var.deliver_concurrency)
    Architecture               = var.architecture
    NotifyMemorySize           = tostring(var.notify_memory_size)
    DeliverMemorySize          = tostring(var.deliver_memory_size)
    LogRetentionInDays         = tostring(var.log_retention_in_days)
    Dashboard                  = var.dashboard ? "on" : "off"
  }
}
