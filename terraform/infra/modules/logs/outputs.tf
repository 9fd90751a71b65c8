output "groups" {
  description = "Name and ARN of each service's log group."
  value       = { for service, group in aws_cloudwatch_log_group.this : service => { name = group.name, arn = group.arn } }
}
