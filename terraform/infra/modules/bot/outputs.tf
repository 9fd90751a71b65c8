output "group" {
  description = "Name and ARN of the Auto Scaling group."
  value       = { name = aws_autoscaling_group.this.name, arn = aws_autoscaling_group.this.arn }
}

output "launch_template" {
  description = "Id and newest version of the launch template."
  value       = { id = aws_launch_template.this.id, version = aws_launch_template.this.latest_version }
}

output "security_group_id" {
  description = "Security group of the machines."
  value       = aws_security_group.this.id
}

output "user_data" {
  description = "What a new machine is told at its first boot."
  value       = module.machine.user_data
}
