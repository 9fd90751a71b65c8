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
}

# One in each zone, each with a name of its own: a deployment takes them one after the other.
resource "aws_instance" "bot" {
  for_each = var.subnet_ids

  ami                         = var.ami_id
  instance_type               = var.instance_type
  subnet_id                   = each.value
  vpc_security_group_ids      = [aws_security_group.this.id]
  iam_instance_profile        = var.instance_profile
  key_name                    = var.key_name
  user_data                   = module.machine.user_data
  user_data_replace_on_change = false
  monitoring                  = false
  disable_api_termination     = var.protected

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # The second hop is the container's.
    http_put_response_hop_limit = 2
    instance_metadata_tags      = "enabled"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = var.volume_gb
    encrypted   = true
  }

  credit_specification {
    cpu_credits = "standard"
  }

  tags = { Name = "${var.name}-bot-${each.key}", App = "polybot-bot", Image = var.image }
  # Separately from the provider's tags, which do not reach volumes.
  volume_tags = merge(var.tags, { Name = "${var.name}-bot-${each.key}" })

  lifecycle {
    # Both machines would stop at once for a newer base image or a changed first boot. What runs is changed by a deployment,
    # one machine at a time; it reads the wanted image from the tag above, and `terraform apply -replace` makes a new machine.
    ignore_changes = [ami, user_data]
  }
}

resource "aws_lb_target_group_attachment" "bot" {
  for_each = aws_instance.bot

  target_group_arn = var.target_group_arn
  target_id        = each.value.id
  port             = var.port
}

resource "aws_lb_target_group_attachment" "rest" {
  for_each = { for zone, instance in aws_instance.bot : zone => instance.id if var.rest != null }

  target_group_arn = var.rest.target_group_arn
  target_id        = each.value
  port             = var.rest.port
}
