mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name    = "polybot-dev-us-east-1"
  network = "10.20.0.0/16"
  zones   = ["us-east-1a", "us-east-1b"]

  ipv6                = false
  private             = false
  interface_endpoints = []
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

run "nothing_that_costs_is_made_unasked" {
  command = plan

  module {
    source = "./modules/network"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_vpc_endpoint.interface) == 0 && length(aws_subnet.private) == 0
    error_message = "NAT gateways and interface endpoints cost more than the machines: only on request."
  }

  assert {
    condition     = aws_vpc.this.assign_generated_ipv6_cidr_block == false && length(aws_route.internet_ipv6) == 0 && alltrue([for subnet in aws_subnet.public : subnet.ipv6_cidr_block == null])
    error_message = "IPv6 is off."
  }

  assert {
    condition     = output.machine_subnet_ids == output.public_subnet_ids
    error_message = "Machines lie in the public subnets."
  }
}

run "private_machines_have_a_way_out_in_each_zone" {
  module {
    source = "./modules/network"
  }

  variables {
    private = true
  }

  assert {
    condition     = toset([for subnet in aws_subnet.private : "${subnet.availability_zone} ${subnet.cidr_block}"]) == toset(["us-east-1a 10.20.128.0/24", "us-east-1b 10.20.129.0/24"])
    error_message = "A subnet in each zone, apart from the public ones."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.private : subnet.map_public_ip_on_launch == false])
    error_message = "No public addresses."
  }

  assert {
    condition     = alltrue([for zone, gateway in aws_nat_gateway.this : gateway.subnet_id == aws_subnet.public[zone].id]) && length(aws_nat_gateway.this) == 2
    error_message = "A NAT gateway in each zone, in its public subnet."
  }

  assert {
    condition     = alltrue([for zone, route in aws_route.nat : route.nat_gateway_id == aws_nat_gateway.this[zone].id && route.route_table_id == aws_route_table.private[zone].id && route.destination_cidr_block == "0.0.0.0/0"])
    error_message = "Each zone goes out through its own, so that one zone's outage is one zone's."
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.gateway : toset(endpoint.route_table_ids) == toset(concat([aws_route_table.public.id], values(aws_route_table.private)[*].id))])
    error_message = "Pictures and predictions pass no NAT gateway."
  }

  assert {
    condition     = output.machine_subnet_ids == { for zone, subnet in aws_subnet.private : zone => subnet.id } && output.public_subnet_ids == { for zone, subnet in aws_subnet.public : zone => subnet.id }
    error_message = "Machines are private, the load balancer is not."
  }
}

run "interface_endpoints_lie_where_the_machines_lie" {
  module {
    source = "./modules/network"
  }

  variables {
    private             = true
    interface_endpoints = ["sqs", "ecr.dkr"]
  }

  assert {
    condition     = toset([for endpoint in aws_vpc_endpoint.interface : endpoint.service_name]) == toset(["com.amazonaws.us-east-1.sqs", "com.amazonaws.us-east-1.ecr.dkr"])
    error_message = "Those that were named."
  }

  assert {
    condition = alltrue([for endpoint in aws_vpc_endpoint.interface :
      endpoint.private_dns_enabled && toset(endpoint.subnet_ids) == toset(values(aws_subnet.private)[*].id) && toset(endpoint.security_group_ids) == toset([aws_security_group.endpoints[0].id])
    ])
    error_message = "By their ordinary names, in the machines' subnets."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints[0].cidr_ipv4 == "10.20.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints[0].from_port == 443 && aws_vpc_security_group_ingress_rule.endpoints[0].to_port == 443
    error_message = "HTTPS from this network, and nothing else."
  }
}

run "ipv6_is_for_the_load_balancer" {
  module {
    source = "./modules/network"
  }

  variables {
    ipv6 = true
  }

  assert {
    condition     = toset([for subnet in aws_subnet.public : subnet.ipv6_cidr_block]) == toset(["2600:1f18:1234:5600::/64", "2600:1f18:1234:5601::/64"])
    error_message = "A /64 of the network's range in each zone."
  }

  assert {
    condition     = aws_route.internet_ipv6[0].destination_ipv6_cidr_block == "::/0" && aws_route.internet_ipv6[0].gateway_id == aws_internet_gateway.this.id
    error_message = "Answers find their way back."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.assign_ipv6_address_on_creation != true])
    error_message = "Machines get none."
  }
}
