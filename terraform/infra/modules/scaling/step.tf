# Grows by steps on what waits, shrinks by one when nothing waits and nothing is in work.
locals {
  lower = [for step in var.steps : step.from_jobs]
}

resource "aws_autoscaling_policy" "step_out" {
  count = var.scaling == "step" ? 1 : 0

  name                      = "${var.name}-step-out"
  autoscaling_group_name    = var.group_name
  policy_type               = "StepScaling"
  adjustment_type           = "ChangeInCapacity"
  metric_aggregation_type   = "Maximum"
  estimated_instance_warmup = var.warmup_seconds

  # AWS counts from the alarm's threshold. Each step ends where the next begins, and the last one never: no gap, no overlap.
  dynamic "step_adjustment" {
    for_each = var.steps

    content {
      metric_interval_lower_bound = step_adjustment.value.from_jobs - local.lower[0]
      metric_interval_upper_bound = try(local.lower[step_adjustment.key + 1] - local.lower[0], null)
      scaling_adjustment          = step_adjustment.value.add
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "jobs_wait" {
  count = var.scaling == "step" ? 1 : 0

  alarm_name          = "${var.name}-jobs-wait"
  alarm_description   = "Jobs wait: more detectors"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = var.queue_name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = local.lower[0]
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_autoscaling_policy.step_out[0].arn]
  tags                = { Name = "${var.name}-jobs-wait" }
}

resource "aws_autoscaling_policy" "step_in" {
  count = var.scaling == "step" ? 1 : 0

  name                    = "${var.name}-step-in"
  autoscaling_group_name  = var.group_name
  policy_type             = "StepScaling"
  adjustment_type         = "ChangeInCapacity"
  metric_aggregation_type = "Maximum"

  step_adjustment {
    metric_interval_upper_bound = 0
    scaling_adjustment          = -1
  }
}

resource "aws_cloudwatch_metric_alarm" "nothing_to_do" {
  count = var.scaling == "step" ? 1 : 0

  alarm_name          = "${var.name}-nothing-to-do"
  alarm_description   = "No job waits and none is in work: fewer detectors"
  evaluation_periods  = var.quiet_minutes
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_autoscaling_policy.step_in[0].arn]
  tags                = { Name = "${var.name}-nothing-to-do" }

  metric_query {
    id          = "jobs"
    label       = "Jobs that wait or are in work"
    expression  = "visible + in_flight"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { visible = "ApproximateNumberOfMessagesVisible", in_flight = "ApproximateNumberOfMessagesNotVisible" }

    content {
      id          = metric_query.key
      return_data = false

      metric {
        namespace   = "AWS/SQS"
        metric_name = metric_query.value
        dimensions  = { QueueName = var.queue_name }
        stat        = "Maximum"
        period      = 60
      }
    }
  }
}
