variable "telegram_token" {
  description = "The bot's token. Goes to Secrets Manager and neither into the plan nor the state; needed for plan and apply, not for destroy."
  type        = string
  ephemeral   = true
  sensitive   = true
  default     = null

  validation {
    condition     = var.telegram_token == null || can(regex("^[0-9]+:[A-Za-z0-9_-]{30,}$", var.telegram_token))
    error_message = "A token is digits, a colon, and 35 letters and digits."
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
    error_message = "16 to 256 letters, digits, hyphens and underscores."
  }
}

variable "telegram_secret_version" {
  description = "Raise it by one to have a new token or webhook secret written; 0 leaves the secret's value to you."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.telegram_secret_version >= 0 && floor(var.telegram_secret_version) == var.telegram_secret_version
    error_message = "A whole number, 0 or more."
  }
}

variable "ami_id" {
  description = "Base image of the machines; null for Canonical's newest Ubuntu 24.04."
  type        = string
  default     = null

  validation {
    condition     = var.ami_id == null || can(regex("^ami-[0-9a-f]+$", var.ami_id))
    error_message = "An AMI's id, such as ami-0123456789abcdef0."
  }
}

variable "volume_gb" {
  description = "Size of the machines' encrypted root volumes, in GiB."
  type        = number
  default     = 16
  nullable    = false

  validation {
    condition     = var.volume_gb >= 8 && var.volume_gb <= 200
    error_message = "Between 8 and 200 GiB."
  }
}

variable "service_port" {
  description = "Port on which both services listen."
  type        = number
  default     = 8080
  nullable    = false

  validation {
    condition     = var.service_port >= 1024 && var.service_port <= 65535
    error_message = "A port that needs no privilege: 1024 to 65535."
  }
}

variable "deregistration_delay_seconds" {
  description = "How long a bot that is taken out may finish what it was asked."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.deregistration_delay_seconds >= 5 && var.deregistration_delay_seconds <= 3600
    error_message = "Between 5 seconds and an hour."
  }
}

variable "bot_image_tag" {
  description = "Tag of the bot's image. A change begins a rolling refresh, which is taken back where the new image does not become ready."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", var.bot_image_tag)) && var.bot_image_tag != "latest"
    error_message = "A tag that means one image for ever, such as a commit; not latest."
  }
}

variable "bot_instance_type" {
  description = "Kind of machine for the bots."
  type        = string
  default     = "t3.micro"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.bot_instance_type)) && !can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", var.bot_instance_type))
    error_message = "An x86 instance type, as the images and the base image are, such as t3.micro."
  }
}

variable "bot_memory_mb" {
  description = "Memory that the bot's container may take, in MiB."
  type        = number
  default     = 700
  nullable    = false

  validation {
    condition     = var.bot_memory_mb >= 256
    error_message = "At least 256 MiB."
  }
}

variable "bot_environment" {
  description = "Further environment of the bot, such as TELEGRAM_MODE or REST settings. Names of secrets, never secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.bot_environment) : can(regex("^[A-Z][A-Z0-9_]*$", name))]) && !contains(keys(var.bot_environment), "TELEGRAM_TOKEN")
    error_message = "Upper-case names, and not TELEGRAM_TOKEN, which belongs into Secrets Manager."
  }
}

variable "detector_image_tag" {
  description = "Tag of the detector's image. A change begins a rolling refresh, which is taken back where the new image does not become ready."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", var.detector_image_tag)) && var.detector_image_tag != "latest"
    error_message = "A tag that means one image for ever, such as a commit; not latest."
  }
}

variable "detector_instance_type" {
  description = "Kind of machine for the detectors."
  type        = string
  default     = "t3.medium"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.detector_instance_type)) && !can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", var.detector_instance_type))
    error_message = "An x86 instance type, as the images and the base image are, such as t3.medium."
  }
}

variable "detector_memory_mb" {
  description = "Memory that the detector's container may take, in MiB."
  type        = number
  default     = 3200
  nullable    = false

  validation {
    condition     = var.detector_memory_mb >= 512
    error_message = "At least 512 MiB."
  }
}

variable "detector_cpu_credits" {
  description = "Whether burstable detectors may go on above their baseline for money (unlimited) or slow down (standard)."
  type        = string
  default     = "unlimited"
  nullable    = false

  validation {
    condition     = contains(["standard", "unlimited"], var.detector_cpu_credits)
    error_message = "standard or unlimited."
  }
}

variable "detector_model" {
  description = "The detector's model, your explicit choice: a name such as yolov5s (AGPL-3.0), a path in the image, or an HTTPS address and its checksum; null for the one that Polybot ships (Apache-2.0, no download)."
  type = object({
    location = string
    sha256   = optional(string)
  })
  default = null

  validation {
    condition     = var.detector_model == null || !startswith(try(var.detector_model.location, ""), "http") || can(regex("^[0-9a-f]{64}$", var.detector_model.sha256))
    error_message = "A model from the network needs its SHA-256, 64 hexadecimal digits."
  }
}

variable "detector_environment" {
  description = "Further environment of the detector, such as DETECTOR_WORKERS."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.detector_environment) : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "Upper-case names."
  }
}
