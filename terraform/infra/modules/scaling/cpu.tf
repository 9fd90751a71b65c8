# A detector's work is its processor's. Note a t3.medium's baseline of 20 %: a lower target buys machines that idle, a steadily higher one costs credits.
resource "aws_autoscaling_policy" "cpu" {
  count = var.scaling == "cpu" ? 1 : 0

  name                   = "${var.name}-cpu"
  autoscaling_group_name = var.group_name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = var.target_cpu_percent

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}
