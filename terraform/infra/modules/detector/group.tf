locals {
  spot = length(var.more_instance_types) > 0
}

resource "aws_autoscaling_group" "this" {
  name                = var.group_name
  min_size            = var.min_size
  max_size            = var.max_size
  vpc_zone_identifier = var.subnet_ids
  # The desired size is left out: it belongs to the scaling policies, not to whoever applies next.

  health_check_type         = "EC2"
  health_check_grace_period = 60
  default_instance_warmup   = var.warmup_seconds
  # Longer than the hook below waits, or Terraform gives up before AWS does.
  wait_for_capacity_timeout = "${ceil(var.launch_timeout_seconds / 60) + 5}m"
  termination_policies      = ["OldestLaunchTemplate", "Default"]
  # The backlog policy divides by one of these; AWS publishes them only where asked.
  metrics_granularity = "1Minute"
  enabled_metrics = [
    "GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances", "GroupTerminatingInstances",
    "GroupMinSize", "GroupMaxSize", "GroupTotalInstances", "WarmPoolWarmedCapacity",
  ]
  # A destroy takes the queue with it: there is nothing left that the machines could finish.
  force_delete           = true
  force_delete_warm_pool = true

  dynamic "launch_template" {
    for_each = local.spot ? [] : [1]

    content {
      id = aws_launch_template.this.id
      # A number rather than "$Latest": only then does a change begin a refresh, and only then can it be rolled back.
      version = aws_launch_template.this.latest_version
    }
  }

  # A spot machine that AWS is about to need is replaced before it is taken.
  capacity_rebalance = local.spot

  dynamic "mixed_instances_policy" {
    for_each = local.spot ? [1] : []

    content {
      launch_template {
        launch_template_specification {
          launch_template_id = aws_launch_template.this.id
          version            = aws_launch_template.this.latest_version
        }

        dynamic "override" {
          for_each = distinct(concat([var.instance_type], var.more_instance_types))

          content {
            instance_type = override.value
          }
        }
      }

      instances_distribution {
        # One that nobody takes away, so that there is always somebody.
        on_demand_base_capacity                  = 1
        on_demand_percentage_above_base_capacity = 0
        spot_allocation_strategy                 = "price-capacity-optimized"
      }
    }
  }

  # For the first machines alone: a change of these would be a new group. The resources below say what holds.
  initial_lifecycle_hook {
    name                 = local.launch_hook
    lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
    heartbeat_timeout    = 900
    default_result       = "ABANDON"
  }

  initial_lifecycle_hook {
    name                 = local.termination_hook
    lifecycle_transition = "autoscaling:EC2_INSTANCE_TERMINATING"
    heartbeat_timeout    = 240
    default_result       = "CONTINUE"
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      # The new one serves before the old one goes, even where there is but one.
      min_healthy_percentage       = 100
      max_healthy_percentage       = 110
      instance_warmup              = var.warmup_seconds
      auto_rollback                = true
      skip_matching                = true
      scale_in_protected_instances = "Refresh"
    }
  }

  dynamic "warm_pool" {
    for_each = var.warm_pool_size > 0 ? [var.warm_pool_size] : []

    content {
      pool_state = "Stopped"
      # The same number twice: otherwise AWS fills the pool up to whatever the group may still grow.
      min_size                    = warm_pool.value
      max_group_prepared_capacity = warm_pool.value
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

    precondition {
      condition     = var.min_size <= var.max_size
      error_message = "detector_min must not exceed detector_max."
    }
  }
}

# In service is who has answered that it is ready; who does not in time is given up, and with it a refresh to a broken image.
resource "aws_autoscaling_lifecycle_hook" "ready" {
  name                   = local.launch_hook
  autoscaling_group_name = aws_autoscaling_group.this.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_LAUNCHING"
  heartbeat_timeout      = var.launch_timeout_seconds
  default_result         = "ABANDON"
}

# Who is to go finishes its jobs first, and says so.
resource "aws_autoscaling_lifecycle_hook" "drained" {
  name                   = local.termination_hook
  autoscaling_group_name = aws_autoscaling_group.this.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
  heartbeat_timeout      = var.stop_seconds + 120
  default_result         = "CONTINUE"
}

resource "aws_autoscaling_notification" "this" {
  group_names = [aws_autoscaling_group.this.name]
  topic_arn   = var.notification_topic_arn
  notifications = [
    "autoscaling:EC2_INSTANCE_LAUNCH",
    "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
    "autoscaling:EC2_INSTANCE_TERMINATE",
    "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
  ]
}
