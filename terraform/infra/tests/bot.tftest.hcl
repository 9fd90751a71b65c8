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
  protected                       = true
}

run "one_bot_in_each_zone_behind_the_load_balancer" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition     = { for zone, instance in aws_instance.bot : zone => instance.subnet_id } == { us-east-1a = "subnet-1", us-east-1b = "subnet-2" }
    error_message = "A bot in each zone."
  }

  assert {
    condition     = keys(aws_lb_target_group_attachment.bot) == keys(aws_instance.bot) && alltrue([for attachment in aws_lb_target_group_attachment.bot : attachment.port == 8080])
    error_message = "Both are targets."
  }

  assert {
    condition     = alltrue([for instance in aws_instance.bot : instance.tags.App == "polybot-bot" && instance.tags.Image == var.image])
    error_message = "Deployments find machines and the wanted image by tag."
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
    condition     = keys(aws_lb_target_group_attachment.rest) == keys(aws_instance.bot) && alltrue([for attachment in aws_lb_target_group_attachment.rest : attachment.port == 8090])
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

run "metadata_needs_a_token_and_volumes_are_encrypted" {
  command = plan

  module {
    source = "./modules/bot"
  }

  assert {
    condition     = alltrue([for instance in aws_instance.bot : instance.metadata_options[0].http_tokens == "required" && instance.metadata_options[0].http_put_response_hop_limit == 2])
    error_message = "IMDSv2 alone, one hop further for the container."
  }

  assert {
    condition     = alltrue([for instance in aws_instance.bot : instance.root_block_device[0].encrypted && instance.root_block_device[0].volume_type == "gp3"])
    error_message = "Encrypted volumes."
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
    condition     = yamldecode(output.user_data).runcmd[1] == ["systemctl", "enable", "--now", "polybot.service"]
    error_message = "The service is started, now and at each boot."
  }

  assert {
    condition     = alltrue([for option in ["--read-only", "--cap-drop ALL", "--security-opt no-new-privileges", "--memory 700m", "--env-file /etc/polybot/service.env", "awslogs-group=/polybot/bot"] : strcontains(output.user_data, option)])
    error_message = "A container that can do little, limited, logged."
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
