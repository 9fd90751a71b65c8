mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                   = "polybot-dev-us-east-1"
  region                 = "us-east-1"
  vpc_id                 = "vpc-1"
  subnet_ids             = ["subnet-1", "subnet-2"]
  group_name             = "polybot-dev-us-east-1-detector"
  ami_id                 = "ami-0123456789abcdef0"
  instance_type          = "t3.medium"
  instance_profile       = "polybot-dev-us-east-1-detector"
  image                  = "123456789012.dkr.ecr.us-east-1.amazonaws.com/polybot-dev-us-east-1-detector:1"
  environment            = { SQS_QUEUE_IDENTIFY = "identify" }
  memory_mb              = 3200
  log_group              = "/polybot/detector"
  volume_gb              = 16
  tags                   = { Project = "polybot" }
  port                   = 8080
  min_size               = 1
  max_size               = 19
  warm_pool_size         = 0
  warmup_seconds         = 60
  launch_timeout_seconds = 900
  stop_seconds           = 120
  protect_busy           = true
  cpu_credits            = "unlimited"
  notification_topic_arn = "arn:aws:sns:us-east-1:123456789012:scaling"
}

run "one_to_nineteen_machines_in_both_zones" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = aws_autoscaling_group.this.min_size == 1 && aws_autoscaling_group.this.max_size == 19 && length(aws_autoscaling_group.this.vpc_zone_identifier) == 2
    error_message = "1 to 19, over two subnets."
  }

  assert {
    condition     = contains(aws_autoscaling_group.this.enabled_metrics, "GroupInServiceInstances") && aws_autoscaling_group.this.metrics_granularity == "1Minute"
    error_message = "Without this metric there is no backlog for each machine."
  }
}

run "metadata_needs_a_token_and_volumes_are_encrypted" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required" && aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 2
    error_message = "IMDSv2 alone, one hop further for the container."
  }

  assert {
    condition     = tobool(aws_launch_template.this.block_device_mappings[0].ebs[0].encrypted)
    error_message = "Encrypted volumes."
  }

  assert {
    condition     = toset([for tags in aws_launch_template.this.tag_specifications : "${tags.resource_type} ${tags.tags.App}"]) == toset(["instance polybot-detector", "volume polybot-detector", "network-interface polybot-detector"])
    error_message = "Machines, volumes and interfaces are tagged."
  }
}

run "nothing_comes_in" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.ssh) == 0
    error_message = "A detector listens to nobody outside."
  }
}

run "ssh_for_the_world_is_refused" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    ssh_networks = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_networks]
}

run "a_machine_that_is_to_go_finishes_first" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = aws_autoscaling_lifecycle_hook.drained.heartbeat_timeout >= var.stop_seconds + 60 && aws_autoscaling_lifecycle_hook.drained.default_result == "CONTINUE"
    error_message = "The group waits longer than the container may take."
  }

  assert {
    condition     = aws_autoscaling_lifecycle_hook.ready.default_result == "ABANDON" && aws_autoscaling_lifecycle_hook.ready.heartbeat_timeout == var.launch_timeout_seconds
    error_message = "Who never becomes ready never comes into service."
  }

  assert {
    condition     = tonumber(trimsuffix(aws_autoscaling_group.this.wait_for_capacity_timeout, "m")) * 60 > var.launch_timeout_seconds
    error_message = "Terraform waits longer than AWS does, or it gives up first."
  }

  assert {
    condition = alltrue([
      for name in [aws_autoscaling_lifecycle_hook.ready.name, aws_autoscaling_lifecycle_hook.drained.name] :
      strcontains({ for file in yamldecode(output.user_data).write_files : file.path => file.content }["/etc/polybot/lifecycle.env"], "=${name}\n")
    ])
    error_message = "The machine knows both hooks by name."
  }

  assert {
    condition     = yamldecode(output.user_data).runcmd[2] == ["systemctl", "enable", "--now", "polybot-lifecycle.service"]
    error_message = "The lifecycle unit starts the service, so that a machine in the warm pool takes no jobs."
  }

  assert {
    condition     = strcontains(output.user_data, "--stop-timeout 120") && length(output.user_data) < 16384
    error_message = "SIGTERM, then two minutes; all within EC2's limit."
  }
}

run "other_hook_times_are_no_other_group" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    stop_seconds           = 300
    launch_timeout_seconds = 1200
  }

  assert {
    # They are for ever; what is asked for is in resources of their own, or another number would be another group.
    condition     = { for hook in aws_autoscaling_group.this.initial_lifecycle_hook : hook.name => hook.heartbeat_timeout } == { ready = 900, drained = 240 }
    error_message = "The first machines' hooks depend on nothing that can be set."
  }
}

run "a_new_image_rolls_and_a_broken_one_rolls_back" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_refresh[0].preferences[0].auto_rollback && aws_autoscaling_group.this.instance_refresh[0].preferences[0].min_healthy_percentage == 100
    error_message = "The new one serves before the old one goes; a failure is taken back."
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_refresh[0].preferences[0].scale_in_protected_instances == "Refresh"
    error_message = "A busy machine is shielded from scale-in, not from a new version."
  }
}

run "launches_and_terminations_are_told" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = length(aws_autoscaling_notification.this.notifications) == 4 && aws_autoscaling_notification.this.topic_arn == var.notification_topic_arn
    error_message = "Launches, terminations and their failures."
  }
}

run "no_warm_pool_unless_asked" {
  command = plan

  module {
    source = "./modules/detector"
  }

  assert {
    condition     = length(aws_autoscaling_group.this.warm_pool) == 0
    error_message = "Stopped machines cost their volumes."
  }
}

run "a_warm_pool_of_stopped_machines" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    warm_pool_size = 2
  }

  assert {
    condition     = aws_autoscaling_group.this.warm_pool[0].pool_state == "Stopped"
    error_message = "Machines in the pool cost no computing time."
  }

  assert {
    condition     = aws_autoscaling_group.this.warm_pool[0].min_size == 2 && aws_autoscaling_group.this.warm_pool[0].max_group_prepared_capacity == 2
    error_message = "Two machines: only when both are the same has the pool a size of its own."
  }
}

run "twenty_machines_are_refused" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    max_size = 20
  }

  expect_failures = [var.max_size]
}

run "no_machine_is_refused" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    min_size = -1
  }

  expect_failures = [var.min_size]
}

run "fewest_above_most_is_refused" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    min_size = 5
    max_size = 4
  }

  expect_failures = [aws_autoscaling_group.this]
}

run "spot_machines_of_several_kinds_with_one_that_stays" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    more_instance_types = ["t3a.medium", "c6i.large"]
    min_size            = 0
  }

  assert {
    condition = (
      one(aws_autoscaling_group.this.mixed_instances_policy).instances_distribution[0].on_demand_base_capacity == 1
      && one(aws_autoscaling_group.this.mixed_instances_policy).instances_distribution[0].on_demand_percentage_above_base_capacity == 0
      && length(one(aws_autoscaling_group.this.mixed_instances_policy).launch_template[0].override) == 3
    )
    error_message = "One on demand, the others at the spot price, of three kinds."
  }

  assert {
    condition     = aws_autoscaling_group.this.capacity_rebalance && length(aws_autoscaling_group.this.launch_template) == 0
    error_message = "Replaced before they are taken."
  }

  assert {
    condition     = length(aws_launch_template.this.credit_specification) == 0
    error_message = "AWS launches no c6i from a template that names credits."
  }
}

run "credits_are_named_where_every_kind_has_some" {
  command = plan

  module {
    source = "./modules/detector"
  }

  variables {
    more_instance_types = ["t3a.medium"]
    cpu_credits         = "standard"
  }

  assert {
    condition     = aws_launch_template.this.credit_specification[0].cpu_credits == "standard"
    error_message = "As the operator chose."
  }
}
