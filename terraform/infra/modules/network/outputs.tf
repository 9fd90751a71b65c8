output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "subnet_ids" {
  description = "The public subnet of each zone, by zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }

  # Machines fetch packages and images in their first seconds.
  depends_on = [aws_route.internet, aws_route_table_association.public]
}
