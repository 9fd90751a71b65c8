mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                     = "polybot-dev-us-east-1"
  region                   = "us-east-1"
  alert_emails             = ["operator@example.com"]
  queue_names              = { identify = "q-identify", results = "q-results", identify-dead-letters = "q-identify-dead-letters", results-dead-letters = "q-results-dead-letters", outbox = "q-outbox.fifo", outbox-dead-letters = "q-outbox-dead.fifo" }
  certificate_arn          = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  load_balancer_dimensions = { LoadBalancer = "app/polybot/1", TargetGroup = "targetgroup/polybot/1" }
  group                    = { name = "polybot-dev-us-east-1-detector", min_size = 1, max_size = 19 }
  log_groups               = { bot = "/polybot/bot", detector = "/polybot/detector" }
  oldest_message_seconds   = 300
  errors_per_minute        = 5
  canary                   = false
}

run "a_canary_that_falls_silent_and_a_month_that_costs_too_much_are_told" {
  command = plan

  module {
    source = "./modules/monitoring"
  }

  variables {
    canary             = true
    monthly_budget_usd = 100
    group              = { name = "polybot-dev-us-east-1-detector", min_size = 0, max_size = 3 }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["canary-silent"].treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.this["canary-silent"].period == 1800
    error_message = "Silence is the alarm."
  }

  assert {
    condition     = { for notification in aws_budgets_budget.this[0].notification : notification.notification_type => notification.threshold } == { FORECASTED = 100, ACTUAL = 80 }
    error_message = "Told before the month is over."
  }

  assert {
    condition     = !contains(keys(aws_cloudwatch_metric_alarm.this), "detector-none")
    error_message = "A group that may have none is not in trouble when it has none."
  }
}

run "every_trouble_has_its_alarm_and_tells_somebody" {
  module {
    source = "./modules/monitoring"
  }

  assert {
    condition = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset([
      "identify-oldest", "results-oldest", "identify-dead-letters", "results-dead-letters", "outbox-oldest", "outbox-dead-letters", "certificate-expires",
      "bot-errors-5xx", "load-balancer-errors-5xx", "bot-none-healthy", "bot-some-unhealthy",
      "detector-none", "detector-at-maximum", "bot-errors-logged", "detector-errors-logged",
    ])
    error_message = "Age, dead letters, certificate, 5xx, health, errors, both ends of the group."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length(alarm.alarm_actions) == 1 && length(alarm.ok_actions) == 1 && length(alarm.alarm_description) > 0])
    error_message = "An alarm says what it means, to somebody, and says when it is over."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.email) == 1
    error_message = "The operator is subscribed."
  }

  assert {
    condition     = toset(jsondecode(aws_sns_topic_subscription.scaling_errors["operator@example.com"].filter_policy).Event) == toset(["autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"])
    error_message = "The operator hears of machines that could not come or go, and of no others."
  }
}

run "alarms_look_at_the_right_thing" {
  command = plan

  module {
    source = "./modules/monitoring"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["identify-oldest"].metric_name == "ApproximateAgeOfOldestMessage" && aws_cloudwatch_metric_alarm.this["identify-oldest"].dimensions == tomap({ QueueName = "q-identify" })
    error_message = "The age of the oldest job."
  }

  assert {
    condition = alltrue([
      for key, queue in { identify = "q-identify-dead-letters", results = "q-results-dead-letters", outbox = "q-outbox-dead.fifo" } :
      toset([for query in aws_cloudwatch_metric_alarm.this["${key}-dead-letters"].metric_query : "${query.metric[0].metric_name} ${query.metric[0].dimensions.QueueName}" if length(query.metric) > 0])
      == toset(["ApproximateNumberOfMessagesVisible ${queue}", "ApproximateNumberOfMessagesNotVisible ${queue}"])
      && aws_cloudwatch_metric_alarm.this["${key}-dead-letters"].threshold == 1
    ])
    error_message = "One dead letter is enough, and one that somebody hides while looking at it counts too."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["certificate-expires"].dimensions == tomap({ CertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1" })
      && aws_cloudwatch_metric_alarm.this["certificate-expires"].period == 86400 && aws_cloudwatch_metric_alarm.this["certificate-expires"].threshold > 21
    )
    error_message = "Three weeks before the certificate expires somebody is told; AWS measures it twice a day."
  }

  assert {
    condition     = alltrue([for key in ["bot-none-healthy", "detector-none"] : aws_cloudwatch_metric_alarm.this[key].treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.this[key].comparison_operator == "LessThanThreshold"])
    error_message = "Silence about health is not health."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["bot-none-healthy"].statistic == "Maximum"
    error_message = "One zone without a healthy bot is not all zones."
  }
}

run "what_each_service_logs_of_trouble_is_counted" {
  command = plan

  module {
    source = "./modules/monitoring"
  }

  assert {
    condition     = aws_cloudwatch_log_metric_filter.errors["bot"].pattern == "ERROR" && aws_cloudwatch_log_metric_filter.errors["detector"].pattern == "?ERROR ?WARN"
    error_message = "The detector logs a job that failed as a warning: an alarm for ERROR alone would never ring."
  }
}

run "a_group_of_one_is_not_alarmed_for_being_at_its_maximum" {
  command = plan

  module {
    source = "./modules/monitoring"
  }

  variables {
    group = { name = "polybot-dev-us-east-1-detector", min_size = 1, max_size = 1 }
  }

  assert {
    condition     = !contains(keys(aws_cloudwatch_metric_alarm.this), "detector-at-maximum")
    error_message = "It always is."
  }
}

run "the_services_own_metrics_are_shown_where_they_are_sent" {
  module {
    source = "./modules/monitoring"
  }

  variables {
    service_metrics = true
  }

  assert {
    condition = alltrue([
      for name in ["polybot.jobs.count", "polybot.stage.avg", "polybot.jobs.in.flight.value", "polybot.replies.count", "polybot.outbox.age.max", "polybot.limit.wait.sum", "polybot.telegram.calls.count", "process.resident.memory.value"] :
      strcontains(aws_cloudwatch_dashboard.this.dashboard_body, name)
    ])
    error_message = "Jobs, stages, outbox, limits, Telegram, memory."
  }

  assert {
    condition     = length(distinct([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : "${widget.x} ${widget.y}"])) == length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets)
    error_message = "None lies upon another."
  }
}

run "the_dashboard_shows_every_alarm_and_every_queue" {
  module {
    source = "./modules/monitoring"
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[0].properties.alarms) == length(aws_cloudwatch_metric_alarm.this)
    error_message = "All alarms on top."
  }

  assert {
    condition     = alltrue([for name in ["q-identify", "q-results", "q-identify-dead-letters", "app/polybot/1", "polybot-dev-us-east-1-detector"] : strcontains(aws_cloudwatch_dashboard.this.dashboard_body, name)])
    error_message = "Queues, load balancer and group."
  }

  assert {
    condition     = !strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "polybot.jobs")
    error_message = "No rows for what nobody sends."
  }
}
