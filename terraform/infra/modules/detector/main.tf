locals {
  launch_hook      = "ready"
  termination_hook = "drained"

  instance_tags = merge(var.tags, { Name = "${var.name}-detector", App = "polybot-detector", Image = var.image })
}

module "machine" {
  source = "../machine"

  service      = "detector"
  image        = var.image
  environment  = var.environment
  port         = var.port
  memory_mb    = var.memory_mb
  stop_seconds = var.stop_seconds
  log_group    = var.log_group
  region       = var.region

  group = {
    name             = var.group_name
    launch_hook      = local.launch_hook
    termination_hook = local.termination_hook
    protect_busy     = var.protect_busy
  }
}

resource "aws_launch_template" "this" {
  name                   = "${var.name}-detector"
  description            = "A machine that detects"
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

  # AWS refuses to launch a machine without credits from a template that names them; those with credits are unlimited unless told.
  dynamic "credit_specification" {
    for_each = alltrue([for type in concat([var.instance_type], var.more_instance_types) : can(regex("^t[0-9]", type))]) ? [var.cpu_credits] : []

    content {
      cpu_credits = credit_specification.value
    }
  }

  monitoring {
    # Minute by minute: the cpu choice of scaling would otherwise see five-minute averages.
    enabled = true
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])

    content {
      resource_type = tag_specifications.key
      tags          = local.instance_tags
    }
  }

  tags = { Name = "${var.name}-detector" }
}
