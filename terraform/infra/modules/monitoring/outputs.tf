output "topics" {
  description = "SNS topics: alerts for people, scaling for launches and terminations."
  value       = { alerts = aws_sns_topic.alerts.arn, scaling = aws_sns_topic.scaling.arn }
}

output "alarms" {
  description = "Names of the alarms."
  value       = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name]
}

output "dashboard" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}
