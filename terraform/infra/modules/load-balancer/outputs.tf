output "address" {
  description = "DNS name and zone, for an alias record."
  value       = { dns_name = aws_lb.this.dns_name, zone_id = aws_lb.this.zone_id }
}

output "target_group_arn" {
  description = "Where the bot's machines register."
  value       = aws_lb_target_group.bot.arn
}

output "rest" {
  description = "Where the bot's machines register their REST interface, and the port it has there; null where there is none."
  value       = var.rest_ports == null ? null : { target_group_arn = aws_lb_target_group.rest[0].arn, port = var.rest_ports.bot }
}

output "security_group_id" {
  description = "Security group of the load balancer, the only place the bot's machines listen to."
  value       = aws_security_group.this.id
}

output "dimensions" {
  description = "How CloudWatch names the load balancer and its target group."
  value       = { LoadBalancer = aws_lb.this.arn_suffix, TargetGroup = aws_lb_target_group.bot.arn_suffix }
}
