output "instance_ids" {
  description = "The machines by zone."
  value       = { for zone, instance in aws_instance.bot : zone => instance.id }
}

output "security_group_id" {
  description = "Security group of the machines."
  value       = aws_security_group.this.id
}

output "user_data" {
  description = "What a new machine is told at its first boot."
  value       = module.machine.user_data
}
