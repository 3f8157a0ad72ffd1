# Written from deploy/setting-rules.ts and the parameters of the template: npx vitest run test/deploy/derived.test.ts --update

output "topic_arn" {
  description = "Publish here"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "TopicArn", null)
}

output "notify_function_arn" {
  description = "Name it as the Lambda action of an alarm"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "NotifyFunctionArn", null)
}

output "deliver_function_name" {
  description = "npm run ping invokes it"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "DeliverFunctionName", null)
}

output "notify_log_group" {
  description = "The outcome of every event"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "NotifyLogGroup", null)
}

output "deliver_log_group" {
  description = "The outcome of every message"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "DeliverLogGroup", null)
}

output "queue_url" {
  description = "Notifications on their way"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "QueueUrl", null)
}

output "dead_letter_queue_url" {
  description = "Messages that WeCom refused"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "DeadLetterQueueUrl", null)
}

output "failed_queue_url" {
  description = "Events that SNS or EventBridge could not hand over"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "FailedQueueUrl", null)
}

output "failed_event_bucket_name" {
  description = "Events that could not be read or queued"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "FailedEventBucketName", null)
}

output "ops_topic_arn" {
  description = "Hears when wecomrobot itself fails"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "OpsTopicArn", null)
}

output "dashboard_url" {
  description = "Queued, shown, late, parked"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "DashboardUrl", null)
}

output "url" {
  description = "POST /push"
  value       = lookup(aws_cloudformation_stack.wecomrobot.outputs, "Url", null)
}
