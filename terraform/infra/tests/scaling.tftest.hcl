mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name               = "polybot-dev-us-east-1-detector"
  scaling            = "backlog"
  group_name         = "polybot-dev-us-east-1-detector"
  queue_name         = "polybot-dev-us-east-1-identify"
  target_backlog     = 60
  target_cpu_percent = 60
  steps              = [{ from_jobs = 1, add = 1 }, { from_jobs = 20, add = 3 }, { from_jobs = 100, add = 18 }]
  quiet_minutes      = 5
  warmup_seconds     = 60
  from_zero          = false
  schedules          = {}
}

run "from_zero_the_first_job_starts_a_machine_and_schedules_change_bounds" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  variables {
    from_zero = true
    schedules = { night = { recurrence = "0 20 * * *", time_zone = "Etc/UTC", min = 0, max = 1 } }
  }

  assert {
    condition     = aws_autoscaling_policy.first[0].adjustment_type == "ExactCapacity" && one(aws_autoscaling_policy.first[0].step_adjustment).scaling_adjustment == 1
    error_message = "One machine, not one more for each minute that it takes to come."
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.first[0].metric_query : query.expression if query.return_data == true]) == "IF(wanted > 0, 0, visible)"
    error_message = "Only where none is wanted: what is on its way is not asked for twice, and more are the policies' business."
  }

  assert {
    condition     = aws_autoscaling_schedule.this["night"].min_size == 0 && aws_autoscaling_schedule.this["night"].desired_capacity == -1
    error_message = "Bounds, and nothing said of how many are wanted."
  }
}

run "backlog_returns_exactly_one_metric_the_quotient" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  assert {
    condition = [
      for query in aws_autoscaling_policy.backlog[0].target_tracking_configuration[0].customized_metric_specification[0].metrics : query.id if query.return_data
    ] == ["backlog"]
    error_message = "Only the expression returns data: what else returns is what AWS would track."
  }

  assert {
    condition = one([
      for query in aws_autoscaling_policy.backlog[0].target_tracking_configuration[0].customized_metric_specification[0].metrics : query.expression if query.id == "backlog"
    ]) == "(visible + in_flight) / IF(machines > 0, machines, 1)"
    error_message = "What waits and what is in work, for each machine, and never divided by zero."
  }

  assert {
    condition     = aws_autoscaling_policy.backlog[0].target_tracking_configuration[0].target_value == 60 && aws_autoscaling_policy.backlog[0].target_tracking_configuration[0].disable_scale_in != true
    error_message = "It grows and shrinks towards the target."
  }
}

run "backlog_looks_at_its_queue_and_its_group" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  assert {
    condition = {
      for query in aws_autoscaling_policy.backlog[0].target_tracking_configuration[0].customized_metric_specification[0].metrics :
      query.id => join(" ", concat(
        [query.metric_stat[0].metric[0].namespace, query.metric_stat[0].metric[0].metric_name],
        [for dimension in query.metric_stat[0].metric[0].dimensions : "${dimension.name}=${dimension.value}"],
      )) if length(query.metric_stat) > 0
      } == {
      visible   = "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=polybot-dev-us-east-1-identify"
      in_flight = "AWS/SQS ApproximateNumberOfMessagesNotVisible QueueName=polybot-dev-us-east-1-identify"
      machines  = "AWS/AutoScaling GroupInServiceInstances AutoScalingGroupName=polybot-dev-us-east-1-detector"
    }
    error_message = "A dimension that names nothing gives no data, and no data never scales."
  }
}

run "one_choice_at_a_time_backlog" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  assert {
    condition     = output.policies == ["polybot-dev-us-east-1-detector-backlog"] && length(aws_cloudwatch_metric_alarm.jobs_wait) == 0
    error_message = "Backlog alone."
  }
}

run "one_choice_at_a_time_cpu" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  variables {
    scaling = "cpu"
  }

  assert {
    condition     = output.policies == ["polybot-dev-us-east-1-detector-cpu"] && aws_autoscaling_policy.cpu[0].target_tracking_configuration[0].predefined_metric_specification[0].predefined_metric_type == "ASGAverageCPUUtilization"
    error_message = "Average processor use alone."
  }
}

run "steps_have_neither_gap_nor_overlap" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  variables {
    scaling = "step"
  }

  assert {
    condition = toset([
      for step in aws_autoscaling_policy.step_out[0].step_adjustment :
      "${step.metric_interval_lower_bound} to ${step.metric_interval_upper_bound == null ? "" : step.metric_interval_upper_bound} add ${step.scaling_adjustment}"
    ]) == toset(["0 to 19 add 1", "19 to 99 add 3", "99 to  add 18"])
    error_message = "Each step ends where the next begins; the last has no end."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.jobs_wait[0].metric_name == "ApproximateNumberOfMessagesVisible" && aws_cloudwatch_metric_alarm.jobs_wait[0].threshold == 1 && aws_cloudwatch_metric_alarm.jobs_wait[0].dimensions == tomap({ QueueName = "polybot-dev-us-east-1-identify" })
    error_message = "One job that waits is enough to grow."
  }
}

run "steps_shrink_only_when_nothing_waits_and_nothing_is_in_work" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  variables {
    scaling = "step"
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.nothing_to_do[0].metric_query : query.expression if query.return_data]) == "visible + in_flight"
    error_message = "A busy group with an empty queue must not shrink."
  }

  assert {
    condition = toset([for query in aws_cloudwatch_metric_alarm.nothing_to_do[0].metric_query : "${query.id} ${query.metric[0].metric_name} ${query.metric[0].dimensions.QueueName}" if length(query.metric) > 0]) == toset([
      "visible ApproximateNumberOfMessagesVisible polybot-dev-us-east-1-identify",
      "in_flight ApproximateNumberOfMessagesNotVisible polybot-dev-us-east-1-identify",
    ])
    error_message = "Both are of the queue of jobs."
  }

  assert {
    condition     = one(aws_autoscaling_policy.step_in[0].step_adjustment).scaling_adjustment == -1 && aws_cloudwatch_metric_alarm.nothing_to_do[0].comparison_operator == "LessThanThreshold" && aws_cloudwatch_metric_alarm.nothing_to_do[0].threshold == 1
    error_message = "One machine goes when there is less than one job."
  }
}

run "steps_that_do_not_rise_are_refused" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  variables {
    steps = [{ from_jobs = 20, add = 1 }, { from_jobs = 20, add = 3 }]
  }

  expect_failures = [var.steps]
}

run "another_choice_is_refused" {
  command = plan

  module {
    source = "./modules/scaling"
  }

  variables {
    scaling = "memory"
  }

  expect_failures = [var.scaling]
}
