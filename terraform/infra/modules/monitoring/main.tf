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

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  comparison_operator = each.value.below ? "LessThanThreshold" : "GreaterThanOrEqualToThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = each.value.minutes
  treat_missing_data  = each.value.missing
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
  tags                = { Name = "${var.name}-${each.key}" }
}

# How many errors each service logs, as a metric.
resource "aws_cloudwatch_log_metric_filter" "errors" {
  for_each = var.log_groups

  name           = "${var.name}-${each.key}-errors"
  log_group_name = each.value
  pattern        = "ERROR"

  metric_transformation {
    namespace     = local.namespace
    name          = "${each.key}-errors"
    value         = "1"
    default_value = "0"
    unit          = "Count"
  }
}
