variable "service" {
  description = "The service that runs on the machine."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["bot", "detector"], var.service)
    error_message = "The bot or the detector."
  }
}

variable "image" {
  description = "The container image, with its tag."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^\\s/]+(/[^\\s/]+)+:[^\\s:/]+$", var.image))
    error_message = "An image with registry and tag, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/polybot-dev-us-east-1-bot:1.0.0."
  }
}

variable "environment" {
  description = "Environment of the container. Names of secrets, never secrets: user data can be read by whoever may describe the machine."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for name, value in var.environment : can(regex("^[A-Z][A-Z0-9_]*$", name)) && !strcontains(value, "\n")])
    error_message = "Upper-case names, and values of one line."
  }

  validation {
    condition     = !contains(keys(var.environment), "TELEGRAM_TOKEN")
    error_message = "The token belongs into Secrets Manager."
  }
}

variable "port" {
  description = "Port on which the service listens."
  type        = number
  nullable    = false

  validation {
    condition     = var.port >= 1024 && var.port <= 65535
    error_message = "A port that needs no privilege: 1024 to 65535."
  }
}

variable "more_ports" {
  description = "Further ports on which the service listens."
  type        = list(number)
  default     = []

  validation {
    condition     = alltrue([for port in var.more_ports : port >= 1024 && port <= 65535 && port != var.port])
    error_message = "Ports that need no privilege, other than the first."
  }
}

variable "memory_mb" {
  description = "Memory that the container may take, in MiB; the rest is the machine's."
  type        = number
  nullable    = false

  validation {
    condition     = var.memory_mb >= 256
    error_message = "Neither service runs in less than 256 MiB."
  }
}

variable "stop_seconds" {
  description = "How long the service may finish its work after SIGTERM."
  type        = number
  nullable    = false

  validation {
    condition     = var.stop_seconds >= 10 && var.stop_seconds <= 3600
    error_message = "Between 10 seconds and an hour."
  }
}

variable "log_group" {
  description = "CloudWatch log group of the service."
  type        = string
  nullable    = false
}

variable "region" {
  description = "AWS region."
  type        = string
  nullable    = false
}

variable "group" {
  description = "The Auto Scaling group that the machine answers to, its hooks, and whether a busy machine is shielded from scale-in; null for a machine of its own."
  type = object({
    name             = string
    launch_hook      = string
    termination_hook = string
    protect_busy     = bool
  })
  default = null

  validation {
    condition     = var.group == null || can(regex("^[A-Za-z0-9-]+$", var.group.name))
    error_message = "A group's name is letters, digits and hyphens here: it goes into requests as it stands."
  }
}
