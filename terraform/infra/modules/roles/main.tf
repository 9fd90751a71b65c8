# A role for each service: what it does, on what it does it, and nothing else.
locals {
  services = {
    for service, statements in { bot = local.bot, detector = local.detector } : service => concat(statements, [
      # CloudWatch knows no resources here; the namespace is the wall.
      for metrics in var.metrics ? [1] : [] : {
        Sid       = "SendMetrics", Effect = "Allow", Action = ["cloudwatch:PutMetricData"], Resource = ["*"],
        Condition = { StringEquals = { "cloudwatch:namespace" = "Polybot/${var.name}/${service}" } }
      }
    ])
  }
}

resource "aws_iam_role" "this" {
  for_each = local.services

  name        = "${var.name}-${each.key}"
  description = "What the ${each.key}'s machines may do"
  # Whoever makes these roles from a workflow may make none without it.
  permissions_boundary = var.permissions_boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_iam_role_policy" "service" {
  for_each = local.services

  name   = "service"
  role   = aws_iam_role.this[each.key].name
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy" "machine" {
  for_each = local.services

  name   = "machine"
  role   = aws_iam_role.this[each.key].name
  policy = jsonencode({ Version = "2012-10-17", Statement = local.machine[each.key] })
}

resource "aws_iam_instance_profile" "this" {
  for_each = local.services

  name = "${var.name}-${each.key}"
  role = aws_iam_role.this[each.key].name
  tags = { Name = "${var.name}-${each.key}" }
}
