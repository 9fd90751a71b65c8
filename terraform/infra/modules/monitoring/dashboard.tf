locals {
  # As Micrometer sends them: a counter's `count`, a gauge's `value`, a time's `count`, `sum`, `avg` and `max`, in milliseconds.
  service_widgets = [
    {
      title = "Looks at jobs a minute, by outcome"
      lines = [[{ expression = "SEARCH('{\"${local.namespace}/detector\",service,outcome} MetricName=\"polybot.jobs.count\"', 'Sum', 60)" }]]
    },
    {
      title = "A picture's stages, milliseconds"
      lines = [for service in ["detector", "bot"] : [{ expression = "SEARCH('{\"${local.namespace}/${service}\",service,stage} MetricName=\"polybot.stage.avg\"', 'Average', 60)" }]]
    },
    {
      title = "Jobs in work in the detectors"
      lines = [["${local.namespace}/detector", "polybot.jobs.in.flight.value", "service", "detector-service", { label = "in work", stat = "Sum" }]]
    },
    {
      title = "Messages of the outbox a minute, by outcome"
      lines = [[{ expression = "SEARCH('{\"${local.namespace}/bot\",service,outcome} MetricName=\"polybot.replies.count\"', 'Sum', 60)" }]]
    },
    {
      title = "Wait in the outbox, milliseconds"
      lines = [
        ["${local.namespace}/bot", "polybot.outbox.age.avg", "service", "polybot-service", { label = "average", stat = "Average" }],
        ["${local.namespace}/bot", "polybot.outbox.age.max", "service", "polybot-service", { label = "longest", stat = "Maximum" }],
      ]
    },
    {
      title = "Waits for Telegram's limits, milliseconds a minute"
      lines = [[{ expression = "SEARCH('{\"${local.namespace}/bot\",service,limit} MetricName=\"polybot.limit.wait.sum\"', 'Sum', 60)" }]]
    },
    {
      title = "Calls of Telegram a minute, by method and status"
      lines = [[{ expression = "SEARCH('{\"${local.namespace}/bot\",service,method,status} MetricName=\"polybot.telegram.calls.count\"', 'Sum', 60)" }]]
    },
    {
      title = "Memory of a service, bytes"
      lines = [
        for service, name in { bot = "polybot-service", detector = "detector-service" } :
        ["${local.namespace}/${service}", "process.resident.memory.value", "service", name, { label = service, stat = "Maximum" }]
      ]
    },
  ]

  # Title, and the lines as CloudWatch wants them; three widgets in a row.
  widgets = [
    {
      title = "Jobs: waiting, in work, given up"
      lines = [
        ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", var.queue_names["identify"], { label = "waiting", stat = "Maximum" }],
        ["AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "QueueName", var.queue_names["identify"], { label = "in work", stat = "Maximum" }],
        ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", var.queue_names["identify-dead-letters"], { label = "given up", stat = "Maximum" }],
      ]
    },
    {
      title = "Detectors: wanted, in service"
      lines = [
        ["AWS/AutoScaling", "GroupDesiredCapacity", "AutoScalingGroupName", var.group.name, { label = "wanted", stat = "Maximum" }],
        ["AWS/AutoScaling", "GroupInServiceInstances", "AutoScalingGroupName", var.group.name, { label = "in service", stat = "Maximum" }],
      ]
    },
    {
      title = "Age of the oldest message, seconds"
      lines = [
        for key in ["identify", "results", "outbox"] :
        ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", var.queue_names[key], { label = key, stat = "Maximum" }]
      ]
    },
    {
      title = "Pictures a minute: asked, answered"
      lines = [
        ["AWS/SQS", "NumberOfMessagesSent", "QueueName", var.queue_names["identify"], { label = "asked", stat = "Sum" }],
        ["AWS/SQS", "NumberOfMessagesDeleted", "QueueName", var.queue_names["results"], { label = "answered", stat = "Sum" }],
      ]
    },
    {
      title = "Requests and errors a minute"
      lines = [
        ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", var.load_balancer_dimensions.LoadBalancer, { label = "requests", stat = "Sum" }],
        ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", var.load_balancer_dimensions.LoadBalancer, { label = "errors of the bot", stat = "Sum" }],
        ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "LoadBalancer", var.load_balancer_dimensions.LoadBalancer, { label = "errors of the load balancer", stat = "Sum" }],
      ]
    },
    {
      title = "Answer time of the bot, seconds"
      lines = [
        for stat in ["p50", "p99"] :
        ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", var.load_balancer_dimensions.LoadBalancer, { label = stat, stat = stat }]
      ]
    },
    {
      title = "Processor use of the detectors, percent"
      lines = [["AWS/EC2", "CPUUtilization", "AutoScalingGroupName", var.group.name, { label = "average", stat = "Average" }]]
    },
    {
      # AWS tells it in one region, a few times a day, where the account's owner has turned billing alerts on.
      title = "Cost of the account this month, US dollars", region = "us-east-1", period = 21600
      lines = [["AWS/Billing", "EstimatedCharges", "Currency", "USD", { label = "so far", stat = "Maximum" }]]
    },
    {
      title = "Errors logged a minute"
      lines = [for service in keys(var.log_groups) : [local.namespace, "${service}-errors", { label = service, stat = "Sum" }]]
    },
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = concat(
      [{
        type       = "alarm", x = 0, y = 0, width = 24, height = 3
        properties = { title = "Alarms", alarms = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.arn] }
      }],
      [for position, widget in concat(local.widgets, [for widget in local.service_widgets : widget if var.service_metrics]) : {
        type = "metric", x = 8 * (position % 3), y = 3 + 6 * floor(position / 3), width = 8, height = 6
        properties = {
          title   = widget.title
          region  = try(widget.region, var.region)
          period  = try(widget.period, 60)
          view    = "timeSeries"
          metrics = widget.lines
        }
      }],
    )
  })
}
