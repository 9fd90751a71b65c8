variable "name" {
  description = "Name of the load balancer and beginning of its parts' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,28}$", var.name))
    error_message = "AWS allows a target group 32 letters, digits and hyphens, and four go to its ending."
  }
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Public subnets, in two zones at least."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "AWS refuses a load balancer in fewer than two zones."
  }
}

variable "certificate_arn" {
  description = "The certificate that the listener shows."
  type        = string
  nullable    = false
}

variable "port" {
  description = "Port on which the load balancer listens."
  type        = number
  nullable    = false

  validation {
    condition     = contains([443, 8443], var.port)
    error_message = "Telegram sends HTTPS updates to 443 or 8443 (and 80 and 88, which are not for HTTPS here)."
  }
}

variable "telegram_networks" {
  description = "Networks that Telegram sends updates from."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.telegram_networks) > 0 && alltrue([for network in var.telegram_networks : can(cidrhost(network, 0)) && try(tonumber(split("/", network)[1]) >= 8, false)])
    error_message = "At least one IPv4 network, none larger than /8."
  }
}

variable "rest_ports" {
  description = "Port of the load balancer and of the bot's machines for the REST interface; null for none."
  type        = object({ public = number, bot = number })
  default     = null

  validation {
    condition     = var.rest_ports == null || try(var.rest_ports.public != var.port && var.rest_ports.bot != var.bot_port, false)
    error_message = "Ports of its own: neither is Telegram's."
  }
}

variable "rest_networks" {
  description = "Networks that may use the REST interface and the web page."
  type        = list(string)
  nullable    = false

  validation {
    condition     = alltrue([for network in var.rest_networks : can(cidrhost(network, 0)) && (var.ipv6 || !strcontains(network, ":"))])
    error_message = "Networks such as 203.0.113.0/24; IPv6 ones only where ipv6 is on."
  }
}

variable "bot_port" {
  description = "Port on which the bot's machines listen."
  type        = number
  nullable    = false

  validation {
    condition     = var.bot_port >= 1024 && var.bot_port <= 65535
    error_message = "A port that needs no privilege: 1024 to 65535."
  }
}

variable "bot_security_group_id" {
  description = "Security group of the bot's machines, the only place the load balancer may talk to."
  type        = string
  nullable    = false
}

variable "deregistration_delay_seconds" {
  description = "How long a machine that leaves may finish what it was asked."
  type        = number
  nullable    = false

  validation {
    condition     = var.deregistration_delay_seconds >= 5 && var.deregistration_delay_seconds <= 3600
    error_message = "Between 5 seconds and an hour."
  }
}

variable "protected" {
  description = "Whether the load balancer refuses to be deleted."
  type        = bool
  nullable    = false
}

variable "ipv6" {
  description = "Whether the load balancer has IPv6 addresses too."
  type        = bool
  nullable    = false
}

variable "logs" {
  description = "Bucket and prefix for its access logs; null for none."
  type        = object({ bucket = string, prefix = string })
  default     = null
}
