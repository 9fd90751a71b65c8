output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "The public subnet of each zone, by zone: the load balancer's."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }

  depends_on = [aws_route.internet, aws_route.internet_ipv6, aws_route_table_association.public]
}

output "machine_subnet_ids" {
  description = "The machines' subnet of each zone, by zone."
  value       = { for zone, subnet in var.private ? aws_subnet.private : aws_subnet.public : zone => subnet.id }

  # Machines fetch packages and images in their first seconds.
  depends_on = [aws_route.internet, aws_route_table_association.public, aws_route.nat, aws_route_table_association.private]
}
