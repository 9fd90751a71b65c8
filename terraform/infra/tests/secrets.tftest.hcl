mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                    = "polybot-dev-us-east-1"
  telegram_token          = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  telegram_webhook_secret = "0123456789abcdef"
  telegram_secret_version = 1
  recovery_days           = 7
}

run "the_token_is_written_and_not_stored" {
  module {
    source = "./modules/secrets"
  }

  assert {
    condition     = aws_secretsmanager_secret_version.telegram[0].secret_string_wo_version == 1 && aws_secretsmanager_secret_version.telegram[0].secret_string_wo == null
    error_message = "The token goes through a write-only attribute."
  }

  assert {
    condition     = output.telegram.name == "polybot-dev-us-east-1-telegram" && output.certificate == null
    error_message = "One secret; no certificate is handed over where everybody trusts it."
  }

  assert {
    condition     = output.versions == "1"
    error_message = "The number that is raised for a new token."
  }
}

run "a_self_signed_certificate_is_handed_to_the_bot" {
  module {
    source = "./modules/secrets"
  }

  variables {
    certificate_pem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"
  }

  assert {
    condition     = output.certificate.name == "polybot-dev-us-east-1-certificate" && aws_secretsmanager_secret_version.certificate[0].secret_string == var.certificate_pem
    error_message = "The certificate's public half lies in a secret of its own."
  }

  assert {
    condition     = can(regex("^1 [0-9a-f]{8}$", output.versions))
    error_message = "Another certificate is another text, too."
  }
}

run "the_bot_may_derive_its_webhook_secret" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    telegram_webhook_secret = null
  }

  assert {
    condition     = length(aws_secretsmanager_secret_version.telegram) == 1
    error_message = "The token alone is enough."
  }
}

run "version_0_leaves_the_value_alone" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    telegram_token          = null
    telegram_secret_version = 0
  }

  assert {
    condition     = length(aws_secretsmanager_secret_version.telegram) == 0
    error_message = "Nothing is written."
  }
}

run "no_token_is_refused" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    telegram_token = null
  }

  expect_failures = [aws_secretsmanager_secret_version.telegram]
}

run "what_is_no_token_is_refused" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    telegram_token = "my-token"
  }

  expect_failures = [var.telegram_token]
}

run "a_webhook_secret_that_can_be_guessed_is_refused" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    telegram_webhook_secret = "secret"
  }

  expect_failures = [var.telegram_webhook_secret]
}
