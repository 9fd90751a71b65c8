variable "mode" {
  description = "Where the certificate comes from: self-signed (imported), issued (by AWS, proven by DNS) or existing."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["self-signed", "issued", "existing"], var.mode)
    error_message = "The certificate is self-signed, issued or existing."
  }

  validation {
    condition     = var.mode != "self-signed" || (var.certificate_pem != null && var.private_key_pem != null)
    error_message = "A self-signed certificate needs certificate_pem and certificate_private_key_pem."
  }

  validation {
    condition     = var.mode != "issued" || var.zone_id != null
    error_message = "AWS issues a certificate only for a domain whose zone it can be proven in: give zone_name."
  }

  validation {
    condition     = var.mode != "existing" || var.existing_arn != null
    error_message = "An existing certificate needs its certificate_arn."
  }
}

variable "domain_name" {
  description = "Name under which Telegram reaches the bot."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "A domain name such as polybot.example.com."
  }
}

variable "certificate_pem" {
  description = "PEM certificate, where it is self-signed."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_pem == null || can(regex("^-----BEGIN CERTIFICATE-----", var.certificate_pem))
    error_message = "The certificate must be PEM."
  }
}

variable "private_key_pem" {
  description = "PEM private key, where the certificate is self-signed."
  type        = string
  sensitive   = true
  default     = null

  validation {
    condition     = var.private_key_pem == null || can(regex("^-----BEGIN ([A-Z]+ )?PRIVATE KEY-----", var.private_key_pem))
    error_message = "The private key must be PEM, without a password."
  }
}

variable "existing_arn" {
  description = "ARN of the certificate, where it exists."
  type        = string
  default     = null

  validation {
    condition     = var.existing_arn == null || can(regex("^arn:aws[a-z-]*:acm:", var.existing_arn))
    error_message = "The ARN of an ACM certificate."
  }
}

variable "zone_id" {
  description = "Route 53 zone that gets the DNS record; null where DNS is kept elsewhere."
  type        = string
  default     = null

  validation {
    condition     = var.zone_id == null || try(length(var.zone_id) > 0, false)
    error_message = "The id of a zone, or null."
  }
}

variable "load_balancer" {
  description = "What the DNS record points to: the load balancer's DNS name and zone."
  type = object({
    dns_name = string
    zone_id  = string
  })
  nullable = false
}

variable "ipv6" {
  description = "Whether the load balancer has IPv6 addresses too, and the domain a record for them."
  type        = bool
  nullable    = false
}
