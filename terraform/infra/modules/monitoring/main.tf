# Not encrypted with a key of ours: CloudWatch and Auto Scaling cannot publish through AWS's own key, and what they say is no secret.
resource "aws_sns_topic" "alerts" {
  name = "${var.name}-alerts"
  tags = { Name = "${var.name}-alerts" }
}

resource "aws_sns_topic" "scaling" {
  name = "${var.name}-scaling"
  tags = { Name = "${var.name}-scaling" }
}

resource "aws_sns_topic_subscription" "email" {
  for_each = toset(var.alert_emails)

  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = each.key
}

# Machines come and go by the hour, which nobody wants to read; that one could not come is for a person.
resource "aws_sns_topic_subscription" "scaling_errors" {
  for_each = toset(var.alert_emails)

  topic_arn           = aws_sns_topic.scaling.arn
  protocol            = "email"
  endpoint            = each.key
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ Event = ["autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"] })
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = local.summed[each.key] ? null : each.value.namespace
  metric_name         = local.summed[each.key] ? null : each.value.metric
  dimensions          = local.summed[each.key] ? null : each.value.dimensions
  statistic           = local.summed[each.key] ? null : each.value.statistic
  comparison_operator = each.value.below ? "LessThanThreshold" : "GreaterThanOrEqualToThreshold"
  threshold           = each.value.threshold
  period              = local.summed[each.key] ? null : try(each.value.period, 60)
  evaluation_periods  = each.value.minutes
  treat_missing_data  = each.value.missing
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
  tags                = { Name = "${var.name}-${each.key}" }

  dynamic "metric_query" {
    for_each = local.summed[each.key] ? [1] : []

    content {
      id          = "both"
      label       = each.value.description
      expression  = "one + other"
      return_data = true
    }
  }

  dynamic "metric_query" {
    for_each = local.summed[each.key] ? { one = each.value.metric, other = each.value.plus } : {}

    content {
      id          = metric_query.key
      return_data = false

      metric {
        namespace   = each.value.namespace
        metric_name = metric_query.value
        dimensions  = each.value.dimensions
        stat        = each.value.statistic
        period      = 60
      }
    }
  }
}

locals {
  # Alarms on the sum of two metrics.
  summed = { for key, alarm in local.alarms : key => can(alarm.plus) }
}

# How many errors each service logs, as a metric. The detector's job that failed comes again, so it is a warning there.
resource "aws_cloudwatch_log_metric_filter" "errors" {
  for_each = var.log_groups

  name           = "${var.name}-${each.key}-errors"
  log_group_name = each.value
  pattern        = each.key == "detector" ? "?ERROR ?WARN" : "ERROR"

  metric_transformation {
    namespace     = local.namespace
    name          = "${each.key}-errors"
    value         = "1"
    default_value = "0"
    unit          = "Count"
  }
}

# Told when the month is expected to cost more, and when it has cost four fifths. AWS counts by account: tags count only after somebody activated them.
resource "aws_budgets_budget" "this" {
  count = var.monthly_budget_usd == null || length(var.alert_emails) == 0 ? 0 : 1

  name         = "${var.name}-month"
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_budget_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "notification" {
    for_each = { FORECASTED = 100, ACTUAL = 80 }

    content {
      comparison_operator        = "GREATER_THAN"
      notification_type          = notification.key
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = var.alert_emails
    }
  }

  tags = { Name = "${var.name}-month" }
}
