resource "aws_secretsmanager_secret" "telegram" {
  name                    = "${var.name}-telegram"
  description             = "Telegram bot token and webhook secret"
  recovery_window_in_days = var.recovery_days
  tags                    = { Name = "${var.name}-telegram" }
}

# Write-only: the value reaches AWS and neither the plan nor the state. AWS is asked to change it when the version grows.
resource "aws_secretsmanager_secret_version" "telegram" {
  count = var.telegram_secret_version > 0 ? 1 : 0

  secret_id = aws_secretsmanager_secret.telegram.id
  secret_string_wo = jsonencode(merge(
    { TELEGRAM_TOKEN = var.telegram_token },
    var.telegram_webhook_secret == null ? {} : { webhookSecret = var.telegram_webhook_secret },
  ))
  secret_string_wo_version = var.telegram_secret_version

  lifecycle {
    # A bot without a token would start, and fail at its first message.
    precondition {
      condition     = var.telegram_token != null
      error_message = "Give telegram_token (TF_VAR_telegram_token), or set telegram_secret_version = 0 and write the secret yourself."
    }
  }
}

# The public half of a self-signed certificate: Telegram trusts the webhook by being handed it.
resource "aws_secretsmanager_secret" "certificate" {
  count = var.certificate_pem == null ? 0 : 1

  name                    = "${var.name}-certificate"
  description             = "Certificate (public half) that the bot hands to Telegram with its webhook"
  recovery_window_in_days = var.recovery_days
  tags                    = { Name = "${var.name}-certificate" }
}

resource "aws_secretsmanager_secret_version" "certificate" {
  count = var.certificate_pem == null ? 0 : 1

  secret_id     = aws_secretsmanager_secret.certificate[0].id
  secret_string = var.certificate_pem
}
