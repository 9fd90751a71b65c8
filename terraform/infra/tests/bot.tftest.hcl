mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                            = "polybot-dev-us-east-1"
  region                          = "us-east-1"
  vpc_id                          = "vpc-1"
  subnet_ids                      = { us-east-1a = "subnet-1", us-east-1b = "subnet-2" }
  ami_id                          = "ami-0123456789abcdef0"
  instance_type                   = "t3.micro"
  instance_profile                = "polybot-dev-us-east-1-bot"
  image                           = "123456789012.dkr.ecr.us-east-1.amazonaws.com/polybot-dev-us-east-1-bot:1"
  environment                     = { SQS_QUEUE_IDENTIFY = "identify", TELEGRAM_SECRET = "polybot-telegram" }
  memory_mb                       = 700
  log_group                       = "/polybot/bot"
  volume_gb                       = 16
  tags                            = { Project = "polybot" }
  port                            = 8080
  load_balancer_security_group_id = "sg-load-balancer"
  target_group_arn                = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bot/1"
  group_name                      = "polybot-dev-us-east-1-bot"
  notification_topic_arn          = "arn:aws:sns:us-east-1:123456789012:scaling"
}

run "one_bot_in_each_zone_behind_the_load_balancer" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition     = aws_autoscaling_group.this.min_size == 2 && aws_autoscaling_group.this.max_size == 2 && toset(aws_autoscaling_group.this.vpc_zone_identifier) == toset(["subnet-1", "subnet-2"])
    error_message = "A bot in each zone."
  }

  assert {
    condition     = toset(aws_autoscaling_group.this.target_group_arns) == toset([var.target_group_arn]) && aws_autoscaling_group.this.health_check_type == "ELB"
    error_message = "Both are targets, and who is not fit to answer is replaced."
  }

  assert {
    condition     = { for tag in aws_autoscaling_group.this.tag : tag.key => tag.value }["Image"] == var.image
    error_message = "Whoever asks what runs is told by the group."
  }
}

run "what_changes_on_bots_reaches_them_one_at_a_time" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition = (
      one(aws_autoscaling_group.this.instance_refresh).strategy == "Rolling" && one(aws_autoscaling_group.this.instance_refresh).preferences[0].min_healthy_percentage == 100
      && one(aws_autoscaling_group.this.instance_refresh).preferences[0].auto_rollback
    )
    error_message = "The new one serves before the old one goes, and a new version that does not become ready is taken back."
  }

  assert {
    condition = (
      aws_autoscaling_lifecycle_hook.ready.default_result == "ABANDON" && aws_autoscaling_lifecycle_hook.drained.default_result == "CONTINUE"
      && aws_autoscaling_lifecycle_hook.drained.heartbeat_timeout > 90
    )
    error_message = "Who never becomes ready never comes into service; who goes finishes what it was asked."
  }

  assert {
    condition     = tonumber(trimsuffix(aws_autoscaling_group.this.wait_for_capacity_timeout, "m")) * 60 > aws_autoscaling_lifecycle_hook.ready.heartbeat_timeout
    error_message = "Terraform waits longer than AWS does, or it gives up first."
  }
}

run "rest_has_a_port_of_its_own" {
  command = plan

  module {
    source = "./modules/bot"
  }

  variables {
    rest = { target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/rest/1", port = 8090 }
  }

  assert {
    condition     = contains(aws_autoscaling_group.this.target_group_arns, "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/rest/1")
    error_message = "Both bots take pictures."
  }

  assert {
    condition     = strcontains(output.user_data, "--publish 8080:8080 ") && strcontains(output.user_data, "--publish 8090:8090 ")
    error_message = "The container's port is the machine's."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.rest[0].from_port == 8090 && aws_vpc_security_group_ingress_rule.rest[0].referenced_security_group_id == "sg-load-balancer"
    error_message = "From the load balancer only."
  }
}

run "metadata_needs_a_token_volumes_are_encrypted_and_the_first_boot_is_fast" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required" && aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 2
    error_message = "IMDSv2 alone, one hop further for the container."
  }

  assert {
    condition     = aws_launch_template.this.block_device_mappings[0].ebs[0].encrypted == "true" && aws_launch_template.this.block_device_mappings[0].ebs[0].volume_type == "gp3"
    error_message = "Encrypted volumes."
  }

  assert {
    condition     = aws_launch_template.this.credit_specification[0].cpu_credits == "unlimited"
    error_message = "A t3 that is `standard` starts without credits."
  }
}

run "a_machine_without_credits_is_launched_too" {
  command = plan

  module {
    source = "./modules/bot"
  }

  variables {
    instance_type = "c6i.large"
  }

  assert {
    condition     = length(aws_launch_template.this.credit_specification) == 0
    error_message = "AWS launches no c6i from a template that names credits."
  }
}

run "nobody_but_the_load_balancer_comes_in" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer.referenced_security_group_id == "sg-load-balancer" && aws_vpc_security_group_ingress_rule.load_balancer.from_port == 8080 && aws_vpc_security_group_ingress_rule.load_balancer.cidr_ipv4 == null
    error_message = "The load balancer's security group, on the service's port."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.ssh) == 0
    error_message = "SSH is closed."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_egress_rule.web : rule.from_port]) == toset([80, 443])
    error_message = "Out goes only the web."
  }
}

run "named_networks_may_open_ssh" {
  command = plan

  module {
    source = "./modules/bot"
  }

  variables {
    ssh_networks = ["203.0.113.7/32"]
  }

  assert {
    condition     = one([for rule in aws_vpc_security_group_ingress_rule.ssh : "${rule.cidr_ipv4} ${rule.from_port}"]) == "203.0.113.7/32 22"
    error_message = "One address, one port."
  }
}

run "ssh_for_the_world_is_refused" {
  command = plan

  module {
    source = "./modules/bot"
  }

  variables {
    ssh_networks = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_networks]
}

run "ssh_for_half_the_world_is_refused" {
  command = plan

  module {
    source = "./modules/bot"
  }

  variables {
    ssh_networks = ["0.0.0.0/1", "128.0.0.0/1"]
  }

  expect_failures = [var.ssh_networks]
}

run "the_first_boot_is_small_complete_and_without_a_secret" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition     = startswith(output.user_data, "#cloud-config\n") && length(output.user_data) < 16384 && yamldecode(output.user_data).output.all == "| tee -a /var/log/polybot-user-data.log"
    error_message = "cloud-init's configuration, under EC2's limit, logged."
  }

  assert {
    condition     = { for file in yamldecode(output.user_data).write_files : file.path => file.content }["/etc/polybot/service.env"] == "SQS_QUEUE_IDENTIFY=identify\nTELEGRAM_SECRET=polybot-telegram\n"
    error_message = "One env file, a line for each variable."
  }

  assert {
    condition     = { for file in yamldecode(output.user_data).write_files : file.path => file.content }["/etc/polybot/image.env"] == "IMAGE=${var.image}\n"
    error_message = "The image has a file of its own: it is what a deployment changes."
  }

  assert {
    condition     = yamldecode(output.user_data).runcmd[2] == ["systemctl", "enable", "--now", "polybot-lifecycle.service"]
    error_message = "The word with its group is started, now and at each boot, and starts the service."
  }

  assert {
    condition     = strcontains(yamldecode(output.user_data).apt.conf, "Acquire::Retries") && strcontains(yamldecode(output.user_data).runcmd[0][2], "apt-get install -y amazon-ecr-credential-helper")
    error_message = "A package archive that is busy is asked again."
  }

  assert {
    condition     = yamldecode(output.user_data).swap.size == 1073741824
    error_message = "1 GiB of memory needs somewhere to put what is used once."
  }

  assert {
    condition     = alltrue([for option in ["--no-healthcheck", "docker image prune --all", "--read-only", "--cap-drop ALL", "--security-opt no-new-privileges", "--memory 700m", "--env-file /etc/polybot/service.env", "awslogs-group=/polybot/bot"] : strcontains(output.user_data, option)])
    error_message = "A container that can do little, limited, logged, without a health check that starts a JVM; a disk that does not fill."
  }
}

run "a_token_in_the_environment_is_refused" {
  command = plan

  module {
    source = "./modules/machine"
  }

  variables {
    service      = "bot"
    stop_seconds = 60
    environment  = { TELEGRAM_TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }
  }

  expect_failures = [var.environment]
}

run "a_value_of_two_lines_is_refused" {
  command = plan

  module {
    source = "./modules/machine"
  }

  variables {
    service      = "bot"
    stop_seconds = 60
    environment  = { NOTE = "one\nTWO=two" }
  }

  expect_failures = [var.environment]
}
