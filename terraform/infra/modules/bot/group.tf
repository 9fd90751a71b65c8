# As many bots as zones, one in each. Whatever changes on them (image, settings, kind of machine, base image) is a new version of the
# template, and the group replaces them one after the other: the new one is behind the load balancer before the old one goes.
resource "aws_autoscaling_group" "this" {
  name                = var.group_name
  min_size            = length(var.subnet_ids)
  max_size            = length(var.subnet_ids)
  desired_capacity    = length(var.subnet_ids)
  vpc_zone_identifier = values(var.subnet_ids)
  target_group_arns   = concat([var.target_group_arn], var.rest == null ? [] : [var.rest.target_group_arn])

  # Who is not fit to answer Telegram is replaced.
  health_check_type         = "ELB"
  health_check_grace_period = 120
  default_instance_warmup   = 30
  wait_for_capacity_timeout = "${local.launch_timeout_seconds / 60 + 5}m"
  metrics_granularity       = "1Minute"
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances"]
  force_delete              = true

  launch_template {
    id = aws_launch_template.this.id
    # A number rather than "$Latest": only then does a change begin a refresh, and only then can it be rolled back.
    version = aws_launch_template.this.latest_version
  }

  # For the first machines alone; the resources below say the same, and can be changed without a new group.
  initial_lifecycle_hook {
    name                 = local.launch_hook
    lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
    heartbeat_timeout    = 900
    default_result       = "ABANDON"
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage       = 100
      max_healthy_percentage       = 110
      auto_rollback                = true
      skip_matching                = true
      scale_in_protected_instances = "Refresh"
    }
  }

  dynamic "tag" {
    for_each = local.instance_tags

    content {
      key   = tag.key
      value = tag.value
      # The launch template tags instances; twice would be two truths.
      propagate_at_launch = false
    }
  }

  lifecycle {
    ignore_changes = [initial_lifecycle_hook]
  }
}

locals {
  launch_timeout_seconds = 900
}

# In service is who has answered that it is ready; who does not in time is given up, and with it a refresh to a broken image.
resource "aws_autoscaling_lifecycle_hook" "ready" {
  name                   = local.launch_hook
  autoscaling_group_name = aws_autoscaling_group.this.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_LAUNCHING"
  heartbeat_timeout      = local.launch_timeout_seconds
  default_result         = "ABANDON"
}

# Who is to go has left the load balancer by now, and finishes what it was asked.
resource "aws_autoscaling_lifecycle_hook" "drained" {
  name                   = local.termination_hook
  autoscaling_group_name = aws_autoscaling_group.this.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
  heartbeat_timeout      = 240
  default_result         = "CONTINUE"
}

resource "aws_autoscaling_notification" "this" {
  group_names = [aws_autoscaling_group.this.name]
  topic_arn   = var.notification_topic_arn
  notifications = [
    "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
    "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
  ]
}
