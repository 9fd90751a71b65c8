data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_availability_zones" "available" {
  state = "available"

  # Local zones have neither all machines nor load balancers.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_ec2_instance_type_offerings" "zones" {
  for_each = toset(concat([var.bot_instance_type, var.detector_instance_type], var.detector_spot_instance_types))

  location_type = "availability-zone"

  filter {
    name   = "instance-type"
    values = [each.key]
  }
}

data "aws_ami" "ubuntu" {
  count = var.ami_id == null ? 1 : 0

  most_recent = true
  # Canonical
  owners = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"]
  }
}

data "aws_route53_zone" "this" {
  count = var.zone_name == null ? 0 : 1

  name = var.zone_name
}

locals {
  name     = "${var.prefix}-${var.environment}-${var.region}"
  services = toset(["bot", "detector"])
  # The roles name the groups, the groups need the roles' profiles: so the names come from here.
  group_names = { for service in local.services : service => "${local.name}-${service}" }

  tags = merge(var.tags, {
    Project     = var.prefix
    Environment = var.environment
    Region      = var.region
    ManagedBy   = "terraform"
  })

  # The fewest and the most at any time of the day.
  detector_bounds = {
    min_size = min(var.detector_min, values(var.detector_schedules)[*].min...)
    max_size = max(var.detector_max, values(var.detector_schedules)[*].max...)
  }

  # A machine stays in the subnet that it was born in; another tag is another version of the template, and the group replaces it.
  machine_tags = merge(local.tags, var.private_subnets ? { Subnets = "private" } : {})

  # The load balancer's and the bots' port of the REST interface; null where there is none.
  rest_ports = var.rest_keys_secret_arn == null ? null : { public = var.rest_https_port, bot = 8090 }

  # A zone may lack a kind of machine: only those that have all are chosen from.
  fit_zones = sort(setintersection(data.aws_availability_zones.available.names, [for offered in data.aws_ec2_instance_type_offerings.zones : offered.locations]...))
  zones     = coalesce(var.availability_zones, slice(local.fit_zones, 0, min(2, length(local.fit_zones))))
  ami_id    = coalesce(var.ami_id, one(data.aws_ami.ubuntu[*].id))
  zone_id   = one(data.aws_route53_zone.this[*].zone_id)

  images = {
    bot      = "${module.registry.repositories["bot"].url}:${var.bot_image_tag}"
    detector = "${module.registry.repositories["detector"].url}:${var.detector_image_tag}"
  }

  # Telegram trusts a self-signed certificate only when the webhook hands it over.
  handed_certificate = var.certificate_mode == "self-signed" ? var.certificate_pem : null
}
