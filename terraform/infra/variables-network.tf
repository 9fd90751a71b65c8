variable "network" {
  description = "Address range of the VPC."
  type        = string
  default     = "10.20.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.network, 0))
    error_message = "An IPv4 range such as 10.20.0.0/16."
  }
}

variable "availability_zones" {
  description = "Zones for subnets and bots; null for the region's first two."
  type        = list(string)
  default     = null

  validation {
    condition     = var.availability_zones == null || try(length(distinct(var.availability_zones)) >= 2, false)
    error_message = "At least two different zones."
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

variable "zone_name" {
  description = "Route 53 zone that gets the DNS record; null where DNS is kept elsewhere."
  type        = string
  default     = null

  validation {
    condition     = var.zone_name == null || try(endswith(var.domain_name, ".${trimsuffix(var.zone_name, ".")}") || var.domain_name == trimsuffix(var.zone_name, "."), false)
    error_message = "domain_name must lie in the zone."
  }
}

variable "certificate_mode" {
  description = "Where the certificate comes from: self-signed (made with openssl, imported), issued (by AWS, proven by DNS) or existing."
  type        = string
  default     = "self-signed"
  nullable    = false

  validation {
    condition     = contains(["self-signed", "issued", "existing"], var.certificate_mode)
    error_message = "self-signed, issued or existing."
  }
}

variable "certificate_pem" {
  description = "self-signed: the certificate, PEM."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_pem == null || can(regex("^-----BEGIN CERTIFICATE-----", var.certificate_pem))
    error_message = "The certificate must be PEM."
  }
}

variable "certificate_private_key_pem" {
  description = "self-signed: its private key, PEM. It lies in the state, which is why the state's bucket is closed."
  type        = string
  sensitive   = true
  default     = null

  validation {
    condition     = var.certificate_private_key_pem == null || can(regex("^-----BEGIN ([A-Z]+ )?PRIVATE KEY-----", var.certificate_private_key_pem))
    error_message = "The private key must be PEM, without a password."
  }
}

variable "certificate_arn" {
  description = "existing: the certificate's ARN."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null || can(regex("^arn:aws[a-z-]*:acm:", var.certificate_arn))
    error_message = "The ARN of an ACM certificate."
  }
}

variable "https_port" {
  description = "Port of the load balancer."
  type        = number
  default     = 8443
  nullable    = false

  validation {
    condition     = contains([443, 8443], var.https_port)
    error_message = "Telegram sends HTTPS updates to 443 or 8443."
  }
}

variable "telegram_networks" {
  description = "Networks that Telegram sends updates from, as https://core.telegram.org/bots/webhooks names them."
  type        = list(string)
  default     = ["149.154.160.0/20", "91.108.4.0/22"]
  nullable    = false

  validation {
    condition     = length(var.telegram_networks) > 0 && !contains(var.telegram_networks, "0.0.0.0/0")
    error_message = "At least one network, and not the whole world."
  }
}

variable "rest_keys_secret_arn" {
  description = "ARN of the secret with the REST interface's keys, {\"name\": \"key\"}, which you write yourself; null for no REST interface."
  type        = string
  default     = null

  validation {
    condition     = var.rest_keys_secret_arn == null || can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+-[A-Za-z0-9]{6}$", var.rest_keys_secret_arn))
    error_message = "A secret's whole ARN, with the six characters at its end."
  }
}

variable "rest_https_port" {
  description = "Port of the load balancer for the REST interface and the web page; not Telegram's."
  type        = number
  default     = 9443
  nullable    = false

  validation {
    condition     = var.rest_https_port >= 443 && var.rest_https_port <= 65535 && !contains([var.https_port], var.rest_https_port)
    error_message = "A port other than https_port."
  }
}

variable "rest_networks" {
  description = "Networks that may use the REST interface and the web page."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for network in var.rest_networks : can(cidrhost(network, 0)) && (var.ipv6 || !strcontains(network, ":"))])
    error_message = "Networks such as 203.0.113.0/24; IPv6 ones only where ipv6 is on."
  }
}

variable "ssh_networks" {
  description = "Networks that may open SSH; none, since Session Manager needs no open port."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for network in var.ssh_networks : can(cidrhost(network, 0)) && try(tonumber(split("/", network)[1]) >= 16, false)])
    error_message = "IPv4 networks no larger than /16: SSH is never open to the world."
  }
}

variable "ssh_public_key" {
  description = "Public SSH key for the machines; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.ssh_public_key == null || can(regex("^(ssh-ed25519|ssh-rsa) [A-Za-z0-9+/=]+", var.ssh_public_key))
    error_message = "A public key in OpenSSH's format, ed25519 or RSA."
  }
}
