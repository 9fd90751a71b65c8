# Jobs for each machine, waiting and in work: what is in work counts, or a group would shrink under machines that are busy.
# Exactly one of the queries returns data, the quotient: a second one would be what AWS tracks, or an error.
resource "aws_autoscaling_policy" "backlog" {
  count = var.scaling == "backlog" ? 1 : 0

  name                   = "${var.name}-backlog"
  autoscaling_group_name = var.group_name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = var.target_backlog

    customized_metric_specification {
      metrics {
        id          = "visible"
        label       = "Jobs that wait"
        return_data = false

        metric_stat {
          stat = "Sum"

          metric {
            namespace   = "AWS/SQS"
            metric_name = "ApproximateNumberOfMessagesVisible"

            dimensions {
              name  = "QueueName"
              value = var.queue_name
            }
          }
        }
      }

      metrics {
        id          = "in_flight"
        label       = "Jobs in work"
        return_data = false

        metric_stat {
          stat = "Sum"

          metric {
            namespace   = "AWS/SQS"
            metric_name = "ApproximateNumberOfMessagesNotVisible"

            dimensions {
              name  = "QueueName"
              value = var.queue_name
            }
          }
        }
      }

      metrics {
        id          = "machines"
        label       = "Machines in service"
        return_data = false

        metric_stat {
          stat = "Average"

          metric {
            namespace   = "AWS/AutoScaling"
            metric_name = "GroupInServiceInstances"

            dimensions {
              name  = "AutoScalingGroupName"
              value = var.group_name
            }
          }
        }
      }

      metrics {
        id    = "backlog"
        label = "Jobs for each machine"
        # No machine in service, at the start for instance, counts as one: nothing can be divided by zero.
        expression  = "(visible + in_flight) / IF(machines > 0, machines, 1)"
        return_data = true
      }
    }
  }
}
