mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name    = "polybot-dev-us-east-1"
  network = "10.20.0.0/16"
  zones   = ["us-east-1a", "us-east-1b"]
}

run "two_public_subnets_in_two_zones" {
  command = plan

  module {
    source = "./modules/network"
  }

  assert {
    condition     = toset([for subnet in aws_subnet.public : subnet.availability_zone]) == toset(["us-east-1a", "us-east-1b"])
    error_message = "One subnet in each zone."
  }

  assert {
    condition     = toset([for subnet in aws_subnet.public : subnet.cidr_block]) == toset(["10.20.0.0/24", "10.20.1.0/24"])
    error_message = "Subnets must not overlap."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch]) && aws_route.internet.destination_cidr_block == "0.0.0.0/0"
    error_message = "Public subnets reach the internet."
  }

  assert {
    condition     = length(aws_route_table_association.public) == 2
    error_message = "A subnet without the route table cannot fetch an image."
  }
}

run "the_default_security_group_opens_nothing" {
  module {
    source = "./modules/network"
  }

  assert {
    condition     = length(aws_default_security_group.closed.ingress) == 0 && length(aws_default_security_group.closed.egress) == 0
    error_message = "The VPC's default security group must be empty."
  }
}

run "pictures_and_predictions_stay_inside_the_network" {
  command = plan

  module {
    source = "./modules/network"
  }

  assert {
    condition     = toset([for endpoint in aws_vpc_endpoint.gateway : endpoint.service_name]) == toset(["com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.dynamodb"])
    error_message = "Gateway endpoints for S3 and DynamoDB."
  }
}

run "one_zone_is_refused" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    zones = ["us-east-1a"]
  }

  expect_failures = [var.zones]
}

run "the_same_zone_twice_is_refused" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    zones = ["us-east-1a", "us-east-1a"]
  }

  expect_failures = [var.zones]
}

run "a_range_too_small_for_subnets_is_refused" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    network = "10.20.0.0/24"
  }

  expect_failures = [var.network]
}
