variable "name" {
  description = "Beginning of the secrets' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,100}$", var.name))
    error_message = "Secret names here take letters, digits and hyphens."
  }
}

variable "telegram_token" {
  description = "Token of the bot. Never stored in the state."
  type        = string
  ephemeral   = true
  sensitive   = true
  default     = null

  validation {
    condition     = var.telegram_token == null || can(regex("^[0-9]+:[A-Za-z0-9_-]{30,}$", var.telegram_token))
    error_message = "A token looks like 123456789:AA... (digits, a colon, 35 letters and digits)."
  }
}

variable "telegram_webhook_secret" {
  description = "What Telegram must send with each update; null lets the bot derive one from its token."
  type        = string
  ephemeral   = true
  sensitive   = true
  default     = null

  validation {
    condition     = var.telegram_webhook_secret == null || can(regex("^[A-Za-z0-9_-]{16,256}$", var.telegram_webhook_secret))
    error_message = "A webhook secret is 16 to 256 letters, digits, hyphens and underscores."
  }
}

variable "telegram_secret_version" {
  description = "Grows by one to have a new token or webhook secret written; 0 leaves the value to somebody else."
  type        = number
  nullable    = false

  validation {
    condition     = var.telegram_secret_version >= 0 && floor(var.telegram_secret_version) == var.telegram_secret_version
    error_message = "A whole number, 0 or more."
  }
}

variable "certificate_pem" {
  description = "PEM certificate that the bot hands to Telegram; null where the certificate is one that everybody trusts."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_pem == null || can(regex("^-----BEGIN CERTIFICATE-----", var.certificate_pem))
    error_message = "The certificate must be PEM."
  }
}

variable "recovery_days" {
  description = "Days for which a deleted secret can be brought back; 0 deletes at once, so that the name is free again."
  type        = number
  nullable    = false

  validation {
    condition     = var.recovery_days == 0 || (var.recovery_days >= 7 && var.recovery_days <= 30)
    error_message = "AWS takes 0 or 7 to 30 days."
  }
}
