output "name" {
  description = "Beginning of all names."
  value       = local.name
}

output "region" {
  description = "AWS region."
  value       = var.region
}

output "bot_environment" {
  description = "Environment of the bot's container."
  value       = local.bot_environment
}

output "detector_environment" {
  description = "Environment of the detector's container."
  value       = local.detector_environment
}

output "images" {
  description = "The image that each service is to run."
  value       = local.images
}

output "repositories" {
  description = "URL of each service's registry repository."
  value       = { for service, repository in module.registry.repositories : service => repository.url }
}

output "queues" {
  description = "URL of every queue."
  value       = { for key, queue in module.queues.queues : key => queue.url }
}

output "webhook_url" {
  description = "Where Telegram sends updates."
  value       = "https://${var.domain_name}:${var.https_port}/telegram/webhook"
}

output "rest_url" {
  description = "Where pictures are taken over REST; null where there is no REST interface."
  value       = local.rest_ports == null ? null : "https://${var.domain_name}:${local.rest_ports.public}"
}

output "load_balancer" {
  description = "DNS name of the load balancer, for a DNS record kept elsewhere."
  value       = module.load_balancer.address.dns_name
}

output "target_group_arn" {
  description = "Target group of the bots."
  value       = module.load_balancer.target_group_arn
}

output "bot_group" {
  description = "Name of the bots' Auto Scaling group."
  value       = module.bot.group.name
}

output "bot_launch_template" {
  description = "The bots' launch template: id and newest version."
  value       = module.bot.launch_template
}

output "detector_group" {
  description = "Name of the detectors' Auto Scaling group."
  value       = module.detector.group.name
}

output "detector_launch_template" {
  description = "The detectors' launch template: id and newest version."
  value       = module.detector.launch_template
}

output "log_groups" {
  description = "Log group of each service."
  value       = { for service, group in module.logs.groups : service => group.name }
}

output "dashboard" {
  description = "Where to look."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${module.monitoring.dashboard}"
}

output "alarms" {
  description = "Names of the alarms."
  value       = module.monitoring.alarms
}

output "role_policies" {
  description = "All that each service's role allows."
  value       = module.roles.policies
}

output "user_data" {
  description = "What a new machine of each service is told at its first boot."
  value       = { bot = module.bot.user_data, detector = module.detector.user_data }
}
