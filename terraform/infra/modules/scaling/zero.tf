# From none: a target for each machine says nothing where there is none, so the first waiting job starts one.
resource "aws_autoscaling_policy" "first" {
  count = var.from_zero ? 1 : 0

  name                   = "${var.name}-first"
  autoscaling_group_name = var.group_name
  policy_type            = "StepScaling"
  adjustment_type        = "ExactCapacity"

  step_adjustment {
    metric_interval_lower_bound = 0
    scaling_adjustment          = 1
  }
}

resource "aws_cloudwatch_metric_alarm" "first" {
  count = var.from_zero ? 1 : 0

  alarm_name          = "${var.name}-first"
  alarm_description   = "A job waits and nobody is there: the first detector"
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_autoscaling_policy.first[0].arn]
  tags                = { Name = "${var.name}-first" }

  metric_query {
    id          = "alone"
    label       = "Jobs that wait for a machine that is not there"
    expression  = "IF(wanted > 0, 0, visible)"
    return_data = true
  }

  metric_query {
    id = "visible"

    metric {
      namespace   = "AWS/SQS"
      metric_name = "ApproximateNumberOfMessagesVisible"
      dimensions  = { QueueName = var.queue_name }
      stat        = "Maximum"
      period      = 60
    }
  }

  metric_query {
    id = "wanted"

    metric {
      namespace   = "AWS/AutoScaling"
      metric_name = "GroupDesiredCapacity"
      dimensions  = { AutoScalingGroupName = var.group_name }
      stat        = "Maximum"
      period      = 60
    }
  }
}

# Other bounds at certain times, such as none at night.
resource "aws_autoscaling_schedule" "this" {
  for_each = var.schedules

  scheduled_action_name  = "${var.name}-${each.key}"
  autoscaling_group_name = var.group_name
  recurrence             = each.value.recurrence
  time_zone              = each.value.time_zone
  min_size               = each.value.min
  max_size               = each.value.max
  # What is wanted stays the policies' business.
  desired_capacity = -1
}
