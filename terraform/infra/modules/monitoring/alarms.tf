locals {
  namespace = "Polybot/${var.name}"

  queue_alarms = merge([
    for key, waits in { identify = 1, results = 1, outbox = 3 } : {
      "${key}-oldest" = {
        description = "The oldest message of ${key} has waited too long: somebody waits for an answer"
        namespace   = "AWS/SQS", metric = "ApproximateAgeOfOldestMessage", statistic = "Maximum"
        dimensions  = { QueueName = var.queue_names[key] }
        # A chat's messages wait for its turn, a group's for minutes.
        threshold = waits * var.oldest_message_seconds, below = false, minutes = 3, missing = "notBreaching"
      }
      "${key}-dead-letters" = {
        description = "A message of ${key} was given up and waits for the operator"
        namespace   = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", statistic = "Maximum"
        dimensions  = { QueueName = var.queue_names["${key}-dead-letters"] }
        # Whoever looks at a dead letter hides it meanwhile: it is there all the same.
        plus = "ApproximateNumberOfMessagesNotVisible"
        # The bot empties the dead jobs that it can read within seconds; what stays for five minutes is for a person.
        threshold = 1, below = false, minutes = 5, missing = "notBreaching"
      }
    }
  ]...)

  web_alarms = {
    "bot-errors-5xx" = {
      description = "The bot answers with errors"
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", statistic = "Sum"
      dimensions  = var.load_balancer_dimensions
      threshold   = var.errors_per_minute, below = false, minutes = 3, missing = "notBreaching"
    }
    "load-balancer-errors-5xx" = {
      description = "The load balancer answers with errors of its own: no bot took the request"
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum"
      dimensions  = { LoadBalancer = var.load_balancer_dimensions.LoadBalancer }
      threshold   = var.errors_per_minute, below = false, minutes = 3, missing = "notBreaching"
    }
    "bot-none-healthy" = {
      description = "No bot is healthy: nobody is answered"
      namespace   = "AWS/ApplicationELB", metric = "HealthyHostCount", statistic = "Maximum"
      dimensions  = var.load_balancer_dimensions
      # The most of any zone: the least would be 0 as soon as one zone has no healthy bot.
      # A load balancer that says nothing has no healthy target either.
      threshold = 1, below = true, minutes = 2, missing = "breaching"
    }
    "bot-some-unhealthy" = {
      description = "A bot is unhealthy: the other one is alone"
      namespace   = "AWS/ApplicationELB", metric = "UnHealthyHostCount", statistic = "Maximum"
      dimensions  = var.load_balancer_dimensions
      threshold   = 1, below = false, minutes = 5, missing = "notBreaching"
    }
  }

  detector_alarms = {
    "detector-none" = {
      description = "No detector is in service: pictures wait"
      namespace   = "AWS/AutoScaling", metric = "GroupInServiceInstances", statistic = "Maximum"
      dimensions  = { AutoScalingGroupName = var.group.name }
      threshold   = 1, below = true, minutes = 5, missing = "breaching"
    }
    "detector-at-maximum" = {
      description = "All detectors that are allowed have been at work for a quarter of an hour: the queue may outgrow them"
      namespace   = "AWS/AutoScaling", metric = "GroupInServiceInstances", statistic = "Minimum"
      dimensions  = { AutoScalingGroupName = var.group.name }
      threshold   = var.group.max_size, below = false, minutes = 15, missing = "notBreaching"
    }
  }

  log_alarms = {
    for service in keys(var.log_groups) : "${service}-errors-logged" => {
      description = "The ${service} logs errors"
      namespace   = local.namespace, metric = "${service}-errors", statistic = "Sum"
      dimensions  = {}
      threshold   = var.errors_per_minute, below = false, minutes = 3, missing = "notBreaching"
    }
  }

  canary_alarms = var.canary ? {
    "canary-silent" = {
      description = "No photo came through from outside for half an hour, or Telegram does not deliver"
      namespace   = local.namespace, metric = "canary", statistic = "Sum"
      dimensions  = {}
      threshold   = 1, below = true, minutes = 1, missing = "breaching", period = 1800
    }
  } : {}

  certificate_alarms = {
    "certificate-expires" = {
      description = "The certificate expires soon: then Telegram delivers nothing"
      namespace   = "AWS/CertificateManager", metric = "DaysToExpiry", statistic = "Minimum"
      dimensions  = { CertificateArn = var.certificate_arn }
      # AWS renews what it issued 60 days before. What is still older for a day waits for a person.
      threshold = 22, below = true, minutes = 1, missing = "ignore", period = 86400
    }
  }

  # A group that is allowed one machine is always at its maximum; one that may have none tells by the age of its jobs that nobody comes.
  alarms = merge(
    local.queue_alarms, local.web_alarms, local.log_alarms, local.certificate_alarms, local.canary_alarms,
    { for key, alarm in local.detector_alarms : key => alarm if(key != "detector-at-maximum" || var.group.max_size > var.group.min_size) && (key != "detector-none" || var.group.min_size > 0) },
  )
}
