locals {
  launch_hook      = "ready"
  termination_hook = "drained"

  instance_tags = merge(var.tags, { Name = "${var.name}-bot", App = "polybot-bot", Image = var.image })
}

module "machine" {
  source = "../machine"

  service      = "bot"
  image        = var.image
  environment  = var.environment
  port         = var.port
  more_ports   = var.rest == null ? [] : [var.rest.port]
  memory_mb    = var.memory_mb
  stop_seconds = 90
  log_group    = var.log_group
  region       = var.region

  group = {
    name             = var.group_name
    launch_hook      = local.launch_hook
    termination_hook = local.termination_hook
    protect_busy     = false
  }
}

resource "aws_launch_template" "this" {
  name                   = "${var.name}-bot"
  description            = "A machine that talks to people"
  image_id               = var.ami_id
  instance_type          = var.instance_type
  key_name               = var.key_name
  user_data              = base64encode(module.machine.user_data)
  update_default_version = true
  vpc_security_group_ids = [aws_security_group.this.id]

  iam_instance_profile {
    name = var.instance_profile
  }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # The second hop is the container's.
    http_put_response_hop_limit = 2
    instance_metadata_tags      = "enabled"
  }

  block_device_mappings {
    device_name = "/dev/sda1"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_gb
      encrypted             = true
      delete_on_termination = true
    }
  }

  # A t3 that may not go above its baseline has no credits when it starts, and its first boot takes a quarter of an hour. Other kinds have no
  # credits, and AWS refuses to launch them from a template that names some.
  dynamic "credit_specification" {
    for_each = can(regex("^t[0-9]", var.instance_type)) ? ["unlimited"] : []

    content {
      cpu_credits = credit_specification.value
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])

    content {
      resource_type = tag_specifications.key
      tags          = local.instance_tags
    }
  }

  tags = { Name = "${var.name}-bot" }
}
