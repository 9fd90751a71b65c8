resource "aws_cloudwatch_log_group" "this" {
  for_each = var.services

  name              = "/${var.name}/${each.key}"
  retention_in_days = var.retention_days
  tags              = { Name = "/${var.name}/${each.key}" }
}
