mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  environment                 = "dev"
  region                      = "us-east-1"
  domain_name                 = "polybot.example.com"
  zone_name                   = "example.com"
  certificate_pem             = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"
  certificate_private_key_pem = "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n"
  telegram_token              = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  telegram_webhook_secret     = "0123456789abcdef"
  bot_image_tag               = "0123abc"
  detector_image_tag          = "4567def"
}

run "the_services_are_told_every_name_that_they_need" {
  assert {
    condition = {
      for name, value in output.bot_environment : name => value if !strcontains(value, "polybot-dev-us-east-1")
      } == {
      AWS_DEFAULT_REGION             = "us-east-1"
      DRAIN_DELAY                    = "25s"
      SECRETS_VERSION                = "1 704bd2ba"
      SERVER_PORT                    = "8080"
      SERVER_TOMCAT_KEEPALIVETIMEOUT = "320s"
      PREDICTION_RETENTION           = "30d"
      BUCKET_PREFIX                  = "images"
      OUTPUT_PREFIX                  = "predicted"
      TELEGRAM_APP_URL               = "https://polybot.example.com:8443"
    }
    error_message = "What has no name of ours."
  }

  assert {
    condition = {
      for name, value in output.bot_environment : name => value if strcontains(value, "polybot-dev-us-east-1")
      } == {
      SQS_QUEUE_IDENTIFY              = "polybot-dev-us-east-1-identify"
      SQS_QUEUE_RESULTS               = "polybot-dev-us-east-1-results"
      SQS_QUEUE_OUTBOX                = "polybot-dev-us-east-1-outbox.fifo"
      SQS_QUEUE_IDENTIFY_DEAD_LETTERS = "polybot-dev-us-east-1-identify-dead-letters"
      BUCKET_NAME                     = "polybot-dev-us-east-1-images-123456789012"
      OUTPUT_BUCKET_NAME              = "polybot-dev-us-east-1-images-123456789012"
      TABLE_NAME                      = "polybot-dev-us-east-1-predictions"
      STATE_TABLE_NAME                = "polybot-dev-us-east-1-predictions-state"
      TELEGRAM_SECRET                 = "polybot-dev-us-east-1-telegram"
      SUB_DOMAIN_SECRET               = "polybot-dev-us-east-1-certificate"
    }
    error_message = "What is named by prefix, environment and region."
  }

  assert {
    condition = toset(keys(output.detector_environment)) == toset([
      "AWS_DEFAULT_REGION", "SERVER_PORT", "SQS_QUEUE_IDENTIFY", "SQS_QUEUE_RESULTS", "BUCKET_NAME", "BUCKET_PREFIX",
      "OUTPUT_BUCKET_NAME", "OUTPUT_PREFIX", "TABLE_NAME", "DETECTOR_CACHE_DIR", "PREDICTION_RETENTION",
    ])
    error_message = "The detector hears of no secret."
  }

  assert {
    condition     = output.detector_environment["PREDICTION_RETENTION"] == output.bot_environment["PREDICTION_RETENTION"]
    error_message = "Both services forget at the same time."
  }

  assert {
    condition     = output.bot_environment["PREDICTION_RETENTION"] == "30d" && module.buckets.days == { "images/" = 31, "predicted/" = 31 }
    error_message = "Originals live as long as what was found in them, and a day more: a button under an answer asks for the original."
  }

  assert {
    condition     = output.webhook_url == "https://polybot.example.com:8443/telegram/webhook"
    error_message = "Where Telegram sends updates."
  }
}

run "rest_is_on_when_it_has_keys" {
  variables {
    rest_keys_secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:my-rest-keys-AbCdEf"
    rest_networks        = ["203.0.113.0/24"]
  }

  assert {
    condition = {
      for name, value in output.bot_environment : name => value if startswith(name, "REST_")
      } == {
      REST_PORT                = "8090"
      REST_API_KEYS_SECRET     = "arn:aws:secretsmanager:us-east-1:123456789012:secret:my-rest-keys-AbCdEf"
      REST_MAX_REQUEST         = "43MB"
      REST_MAX_BYTES_IN_FLIGHT = "87MB"
    }
    error_message = "A port, the secret with the keys, and no more on the disk than there is room for."
  }

  assert {
    condition     = output.rest_url == "https://polybot.example.com:9443"
    error_message = "Where pictures are taken."
  }
}

run "no_secret_is_in_user_data" {
  assert {
    condition     = alltrue([for user_data in values(output.user_data) : !strcontains(user_data, "AAAAAAAAAAAAAAAA") && !strcontains(user_data, "0123456789abcdef")])
    error_message = "User data can be read by whoever may describe a machine."
  }
}

run "images_come_from_the_projects_own_registry_by_their_tags" {
  assert {
    condition     = endswith(output.images["bot"], ":0123abc") && endswith(output.images["detector"], ":4567def") && strcontains(output.user_data["detector"], "IMAGE=${output.images["detector"]}")
    error_message = "Repository and tag."
  }
}

run "two_regions_and_two_environments_never_share_a_name" {
  variables {
    environment = "prod"
    region      = "us-east-2"
  }

  assert {
    condition     = output.name == "polybot-prod-us-east-2" && alltrue([for name in ["SQS_QUEUE_IDENTIFY", "BUCKET_NAME", "TABLE_NAME", "TELEGRAM_SECRET"] : startswith(output.bot_environment[name], "polybot-prod-us-east-2")])
    error_message = "Names say environment and region."
  }
}

run "a_model_from_the_network_comes_with_its_checksum" {
  variables {
    detector_model = { location = "https://example.com/model.torchscript", sha256 = "0000000000000000000000000000000000000000000000000000000000000000" }
  }

  assert {
    condition     = output.detector_environment["DETECTOR_MODEL"] == "https://example.com/model.torchscript" && length(output.detector_environment["DETECTOR_MODEL_SHA256"]) == 64
    error_message = "Address and checksum."
  }
}

run "a_model_without_a_checksum_is_refused" {
  command = plan

  variables {
    detector_model = { location = "https://example.com/model.torchscript" }
  }

  expect_failures = [var.detector_model]
}

run "a_real_certificate_is_not_handed_to_telegram" {
  variables {
    certificate_mode            = "existing"
    certificate_arn             = "arn:aws:acm:us-east-1:123456789012:certificate/1"
    certificate_pem             = null
    certificate_private_key_pem = null
  }

  assert {
    condition     = !contains(keys(output.bot_environment), "SUB_DOMAIN_SECRET")
    error_message = "Telegram trusts it as everybody does."
  }
}

run "the_settings_of_the_services_names_cannot_be_overridden" {
  variables {
    bot_environment = { TABLE_NAME = "another", TELEGRAM_MODE = "webhook" }
  }

  assert {
    condition     = output.bot_environment["TABLE_NAME"] == "polybot-dev-us-east-1-predictions" && output.bot_environment["TELEGRAM_MODE"] == "webhook"
    error_message = "Further variables, but not other names."
  }
}

run "latest_is_no_tag" {
  command = plan

  variables {
    bot_image_tag = "latest"
  }

  expect_failures = [var.bot_image_tag]
}

run "an_unknown_environment_is_refused" {
  command = plan

  variables {
    environment = "test"
  }

  expect_failures = [var.environment]
}

run "a_prefix_too_long_for_a_load_balancer_is_refused" {
  command = plan

  variables {
    prefix = "polybotpolybot"
  }

  expect_failures = [var.prefix]
}

run "more_than_nineteen_detectors_are_refused" {
  command = plan

  variables {
    detector_max = 20
  }

  expect_failures = [var.detector_max]
}

run "ssh_for_the_world_is_refused" {
  command = plan

  variables {
    ssh_networks = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_networks]
}

run "a_domain_outside_its_zone_is_refused" {
  command = plan

  variables {
    zone_name = "example.org"
  }

  expect_failures = [var.zone_name]
}

run "a_token_in_the_environment_is_refused" {
  command = plan

  variables {
    bot_environment = { TELEGRAM_TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }
  }

  expect_failures = [var.bot_environment]
}

run "an_arm_machine_is_refused_since_the_images_are_not" {
  command = plan

  variables {
    bot_instance_type      = "t4g.micro"
    detector_instance_type = "c7gn.large"
  }

  expect_failures = [var.bot_instance_type, var.detector_instance_type]
}

run "zones_without_the_machines_are_not_chosen" {
  command = plan

  override_data {
    target = data.aws_ec2_instance_type_offerings.zones
    values = { locations = ["us-east-1b", "us-east-1c"] }
  }

  assert {
    condition     = local.zones == tolist(["us-east-1b", "us-east-1c"])
    error_message = "The first two zones that have both kinds of machines."
  }
}

run "a_network_of_its_own_choosing_reaches_every_part" {
  variables {
    load_balancer_logs_days = 14
    flow_logs_days          = 7
    ipv6                    = true
    private_subnets         = true
    interface_endpoints     = ["sqs"]
    rest_keys_secret_arn    = "arn:aws:secretsmanager:us-east-1:123456789012:secret:my-rest-keys-AbCdEf"
    rest_networks           = ["2001:db8::/32"]
  }

  assert {
    condition     = toset(values(module.network.machine_subnet_ids)) != toset(values(module.network.public_subnet_ids)) && length(module.network.machine_subnet_ids) == 2
    error_message = "Machines and load balancer lie apart."
  }

  assert {
    condition     = module.traffic_logs[0].bucket == "polybot-dev-us-east-1-logs-123456789012"
    error_message = "Logs have a bucket."
  }

  assert {
    condition     = local.machine_tags["Subnets"] == "private" && !contains(keys(local.tags), "Subnets")
    error_message = "A tag of the machines makes another version of the template: the group replaces those in the public subnets."
  }
}

run "an_interface_that_no_machine_calls_is_refused" {
  command = plan

  variables {
    interface_endpoints = ["sagemaker"]
  }

  expect_failures = [var.interface_endpoints]
}

run "logs_that_are_kept_for_no_day_are_refused" {
  command = plan

  variables {
    load_balancer_logs_days = 0
    flow_logs_days          = 1.5
  }

  expect_failures = [var.load_balancer_logs_days, var.flow_logs_days]
}

run "a_golden_image_is_what_machines_start_from" {
  command = plan

  variables {
    ami_id = "ami-0123456789abcdef0"
  }

  assert {
    condition     = local.ami_id == "ami-0123456789abcdef0" && length(data.aws_ami.ubuntu) == 0
    error_message = "The image of one's own, and nobody is asked for another."
  }
}

run "what_costs_less_and_who_watches_it_are_options" {
  variables {
    detector_spot_instance_types = ["t3a.medium"]
    detector_schedules           = { night = { recurrence = "0 20 * * *", min = 0, max = 1 } }
    canary_alarm                 = true
    service_metrics              = true
    monthly_budget_usd           = 100
    alert_emails                 = ["operator@example.com"]
  }

  assert {
    condition     = contains(module.monitoring.alarms, "polybot-dev-us-east-1-canary-silent")
    error_message = "The canary's silence is heard."
  }

  assert {
    condition     = output.bot_environment["METRICS_CLOUDWATCH"] == "true" && output.bot_environment["METRICS_CLOUDWATCH_NAMESPACE"] == "Polybot/polybot-dev-us-east-1/bot" && output.detector_environment["METRICS_CLOUDWATCH_NAMESPACE"] == "Polybot/polybot-dev-us-east-1/detector"
    error_message = "Each service is told its namespace."
  }

  assert {
    condition     = local.detector_bounds == { min_size = 0, max_size = 19 } && !contains(module.monitoring.alarms, "polybot-dev-us-east-1-detector-none")
    error_message = "A night without detectors is no trouble."
  }
}

run "a_new_token_reaches_the_bots_and_nobody_else" {
  variables {
    telegram_secret_version = 2
  }

  assert {
    condition     = startswith(output.bot_environment["SECRETS_VERSION"], "2 ")
    error_message = "What changes in a bot's first boot is a new version of the template, and the group replaces the bots."
  }

  assert {
    condition     = !contains(keys(output.detector_environment), "SECRETS_VERSION")
    error_message = "Detectors know no token."
  }
}
