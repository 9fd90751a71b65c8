mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  ipv6            = false
  mode            = "self-signed"
  domain_name     = "polybot.example.com"
  certificate_pem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"
  private_key_pem = "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n"
  load_balancer   = { dns_name = "polybot.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" }
}

run "a_self_signed_certificate_is_imported" {
  module {
    source = "./modules/certificate"
  }

  assert {
    condition     = length(aws_acm_certificate.self_signed) == 1 && length(aws_acm_certificate.issued) == 0 && length(aws_route53_record.bot) == 0
    error_message = "Imported; no DNS where there is no zone."
  }
}

run "the_name_points_to_the_load_balancer" {
  module {
    source = "./modules/certificate"
  }

  variables {
    zone_id = "Z0123456789"
  }

  assert {
    condition     = aws_route53_record.bot[0].name == "polybot.example.com" && aws_route53_record.bot[0].type == "A" && one(aws_route53_record.bot[0].alias).name == var.load_balancer.dns_name
    error_message = "An alias record to the load balancer."
  }
}

run "an_existing_certificate_is_taken_as_it_is" {
  module {
    source = "./modules/certificate"
  }

  variables {
    mode         = "existing"
    existing_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  }

  assert {
    condition     = output.arn == var.existing_arn && length(aws_acm_certificate.self_signed) + length(aws_acm_certificate.issued) == 0
    error_message = "Nothing is made."
  }
}

run "a_certificate_is_issued_and_proven_by_dns" {
  command = plan

  module {
    source = "./modules/certificate"
  }

  variables {
    mode    = "issued"
    zone_id = "Z0123456789"
  }

  assert {
    condition     = aws_acm_certificate.issued[0].validation_method == "DNS" && length(aws_route53_record.proof) == 1 && length(aws_acm_certificate_validation.issued) == 1
    error_message = "DNS proof, and the listener waits for it."
  }
}

run "issuing_without_a_zone_is_refused" {
  command = plan

  module {
    source = "./modules/certificate"
  }

  variables {
    mode = "issued"
  }

  expect_failures = [var.mode]
}

run "self_signed_without_its_key_is_refused" {
  command = plan

  module {
    source = "./modules/certificate"
  }

  variables {
    private_key_pem = null
  }

  expect_failures = [var.mode]
}

run "the_name_points_to_its_ipv6_addresses_where_it_has_some" {
  module {
    source = "./modules/certificate"
  }

  variables {
    zone_id = "Z0123456789"
    ipv6    = true
  }

  assert {
    condition     = aws_route53_record.bot_ipv6[0].type == "AAAA" && aws_route53_record.bot[0].type == "A" && aws_route53_record.bot_ipv6[0].name == aws_route53_record.bot[0].name
    error_message = "A record for each kind of address."
  }
}
