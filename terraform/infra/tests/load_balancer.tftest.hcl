mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  ipv6 = false

  name                         = "polybot-dev-us-east-1"
  vpc_id                       = "vpc-1"
  subnet_ids                   = ["subnet-1", "subnet-2"]
  certificate_arn              = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  port                         = 8443
  telegram_networks            = ["149.154.160.0/20", "91.108.4.0/22"]
  rest_networks                = []
  bot_port                     = 8080
  bot_security_group_id        = "sg-bot"
  deregistration_delay_seconds = 30
  protected                    = true
}

run "only_telegram_comes_in" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  assert {
    condition     = aws_lb.this.idle_timeout > 300
    error_message = "A question over REST may wait five minutes without a word."
  }

  assert {
    condition     = aws_lb_target_group.bot.name_prefix == "bot-"
    error_message = "Another port is another group, made before the old one goes: their names must differ."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.https : "${rule.cidr_ipv4} ${rule.from_port}-${rule.to_port}/${rule.ip_protocol}"]) == toset(["149.154.160.0/20 8443-8443/tcp", "91.108.4.0/22 8443-8443/tcp"])
    error_message = "By default nobody but Telegram, and only to 8443."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.bot.referenced_security_group_id == "sg-bot" && aws_vpc_security_group_egress_rule.bot.from_port == 8080 && aws_vpc_security_group_egress_rule.bot.to_port == 8080
    error_message = "It talks to the bot's machines and to nothing else."
  }
}

run "named_networks_may_use_rest" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    rest_ports    = { public = 9443, bot = 8090 }
    rest_networks = ["203.0.113.0/24"]
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.rest : "${rule.cidr_ipv4} ${rule.from_port}-${rule.to_port}/${rule.ip_protocol}"] == ["203.0.113.0/24 9443-9443/tcp"] && length(aws_vpc_security_group_ingress_rule.https) == 2
    error_message = "The named network comes to REST's own port and not to Telegram's."
  }

  assert {
    condition     = aws_lb_listener.rest[0].protocol == "HTTPS" && aws_lb_listener.rest[0].port == 9443 && aws_lb_listener.rest[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    error_message = "TLS 1.2 at least."
  }

  assert {
    condition     = aws_lb_target_group.rest[0].port == 8090 && aws_lb_target_group.rest[0].health_check[0].port == "8080" && aws_lb_target_group.rest[0].health_check[0].path == "/healthz"
    error_message = "Readiness is asked for at the one place that tells it."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.rest[0].from_port == 8090 && aws_vpc_security_group_egress_rule.rest[0].referenced_security_group_id == "sg-bot"
    error_message = "To the bot's machines only."
  }
}

run "without_rest_its_networks_open_nothing" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    rest_networks = ["203.0.113.0/24"]
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.rest) == 0 && length(aws_lb_listener.rest) == 0 && length(aws_lb_target_group.rest) == 0
    error_message = "REST is off unless it has keys."
  }
}

run "the_listener_speaks_tls_and_hides_what_is_internal" {
  module {
    source = "./modules/load-balancer"
  }

  assert {
    condition     = aws_lb_listener.https.protocol == "HTTPS" && aws_lb_listener.https.port == 8443 && aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    error_message = "TLS 1.2 at least."
  }

  assert {
    condition     = contains(tolist(aws_lb_listener_rule.internal.condition)[0].path_pattern[0].values, "/actuator/*") && aws_lb_listener_rule.internal.action[0].fixed_response[0].status_code == "404"
    error_message = "Actuator and probes are not for the internet."
  }

  assert {
    condition     = aws_lb.this.drop_invalid_header_fields && aws_lb.this.enable_deletion_protection && aws_lb.this.internal != true
    error_message = "A careful, protected, public load balancer."
  }
}

run "only_a_ready_bot_gets_updates_and_a_leaving_one_finishes" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  assert {
    condition     = aws_lb_target_group.bot.health_check[0].path == "/healthz" && aws_lb_target_group.bot.health_check[0].matcher == "200" && tonumber(aws_lb_target_group.bot.deregistration_delay) == 30
    error_message = "Readiness decides; thirty seconds to finish."
  }
}

run "one_subnet_is_refused" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    subnet_ids = ["subnet-1"]
  }

  expect_failures = [var.subnet_ids]
}

run "the_whole_world_as_telegram_is_refused" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    telegram_networks = ["0.0.0.0/0"]
  }

  expect_failures = [var.telegram_networks]
}

run "a_port_that_telegram_does_not_know_is_refused" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    port = 9443
  }

  expect_failures = [var.port]
}

run "no_access_logs_and_no_ipv6_unasked" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  assert {
    condition     = length(aws_lb.this.access_logs) == 0 && aws_lb.this.ip_address_type == "ipv4"
    error_message = "Both are off."
  }
}

run "access_logs_go_where_they_are_told" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    logs = { bucket = "polybot-dev-us-east-1-logs-123456789012", prefix = "load-balancer" }
  }

  assert {
    condition     = one(aws_lb.this.access_logs).enabled && one(aws_lb.this.access_logs).bucket == "polybot-dev-us-east-1-logs-123456789012" && one(aws_lb.this.access_logs).prefix == "load-balancer"
    error_message = "On, to that bucket."
  }
}

run "callers_of_rest_may_come_by_ipv6" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    ipv6          = true
    rest_ports    = { public = 9443, bot = 8090 }
    rest_networks = ["203.0.113.0/24", "2001:db8::/32"]
  }

  assert {
    condition     = aws_lb.this.ip_address_type == "dualstack"
    error_message = "Both kinds of addresses."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.rest["2001:db8::/32"].cidr_ipv6 == "2001:db8::/32" && aws_vpc_security_group_ingress_rule.rest["2001:db8::/32"].cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.rest["203.0.113.0/24"].cidr_ipv4 == "203.0.113.0/24"
    error_message = "Each network in its own field."
  }
}

run "ipv6_callers_of_an_ipv4_load_balancer_are_refused" {
  command = plan

  module {
    source = "./modules/load-balancer"
  }

  variables {
    rest_ports    = { public = 9443, bot = 8090 }
    rest_networks = ["2001:db8::/32"]
  }

  expect_failures = [var.rest_networks]
}
