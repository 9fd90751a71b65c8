variable "prefix" {
  description = "Beginning of all names."
  type        = string
  default     = "polybot"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,7}$", var.prefix))
    error_message = "Two to eight lower-case letters and digits: a load balancer's name has room for no more."
  }
}

variable "environment" {
  description = "Which of the environments this is."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "dev or prod."
  }
}

variable "region" {
  description = "AWS region."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region)) && length(var.region) <= 14
    error_message = "A region such as us-east-1."
  }
}

variable "tags" {
  description = "Further tags for everything."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.tags), ["Project", "Environment", "Region", "ManagedBy", "Name", "App", "Image"])) == 0
    error_message = "Project, Environment, Region, ManagedBy, Name, App and Image are set here."
  }
}

variable "protected" {
  description = "Whether data, load balancer and bots refuse to be deleted. Off, a destroy takes pictures, images and secrets with it at once."
  type        = bool
  default     = true
  nullable    = false
}

variable "originals_prefix" {
  description = "S3 prefix of the pictures that people send."
  type        = string
  default     = "images"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", var.originals_prefix))
    error_message = "A prefix is letters, digits, hyphens and underscores, with slashes only inside."
  }
}

variable "output_prefix" {
  description = "S3 prefix of annotated pictures and result documents."
  type        = string
  default     = "predicted"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", var.output_prefix)) && var.output_prefix != var.originals_prefix
    error_message = "A prefix of letters, digits, hyphens and underscores, with slashes only inside, that is not originals_prefix."
  }
}

variable "separate_output_bucket" {
  description = "Whether annotated pictures and result documents get a bucket of their own."
  type        = bool
  default     = false
  nullable    = false
}

variable "history_days" {
  description = "Days for which predictions and their pictures are kept, original and annotated alike: a button below an answer works as long."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.history_days >= 1 && var.history_days <= 3650 && floor(var.history_days) == var.history_days
    error_message = "Whole days, between one and ten years."
  }
}

variable "queues" {
  description = "The three queues. The services extend visibility while they work, so the timeout only says how soon a crash is noticed. In outbox each wait for a chat's turn counts as a receive, so its number is the most that SQS takes."
  type = object({
    identify = object({
      visibility_timeout_seconds = optional(number, 60)
      max_receive_count          = optional(number, 3)
      retention_seconds          = optional(number, 345600)
    })
    results = object({
      visibility_timeout_seconds = optional(number, 60)
      max_receive_count          = optional(number, 5)
      retention_seconds          = optional(number, 345600)
    })
    outbox = optional(object({
      visibility_timeout_seconds = optional(number, 60)
      max_receive_count          = optional(number, 1000)
      retention_seconds          = optional(number, 1123200)
    }), {})
  })
  default  = { identify = {}, results = {}, outbox = {} }
  nullable = false

  validation {
    condition     = alltrue([for queue in var.queues : queue.visibility_timeout_seconds >= 10 && queue.max_receive_count >= 2])
    error_message = "At least ten seconds and two tries."
  }
}

variable "dead_letter_retention_seconds" {
  description = "How long dead letters are kept; longer than any message of the queues."
  type        = number
  default     = 1209600
  nullable    = false

  validation {
    condition     = var.dead_letter_retention_seconds <= 1209600 && alltrue([for queue in var.queues : var.dead_letter_retention_seconds > queue.retention_seconds])
    error_message = "Longer than every queue's retention_seconds, and at most fourteen days."
  }
}

variable "kept_images" {
  description = "How many images of each service the registry keeps."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.kept_images >= 2 && var.kept_images <= 1000
    error_message = "Between 2 and 1000."
  }
}

variable "log_retention_days" {
  description = "Days for which logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731 days."
  }
}

variable "alert_emails" {
  description = "Who is told of alarms; each address confirms once."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+$", address))])
    error_message = "E-mail addresses."
  }
}

variable "alarm_oldest_message_seconds" {
  description = "Age of a queue's oldest message from which it is an alarm."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = var.alarm_oldest_message_seconds >= 30
    error_message = "At least half a minute: CloudWatch sees the queue once a minute."
  }
}

variable "alarm_errors_per_minute" {
  description = "Errors a minute, for three minutes, from which it is an alarm."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.alarm_errors_per_minute >= 1
    error_message = "At least one."
  }
}

variable "service_metrics" {
  description = "Whether the services send their own metrics to CloudWatch, which the dashboard then shows; each costs."
  type        = bool
  default     = false
  nullable    = false
}

variable "canary_alarm" {
  description = "Whether the workflow canary looks here, so that its silence for half an hour is an alarm."
  type        = bool
  default     = false
  nullable    = false
}

variable "monthly_budget_usd" {
  description = "What a month of the whole account may cost before alert_emails are told; null for no budget."
  type        = number
  default     = null

  validation {
    condition     = var.monthly_budget_usd == null || try(var.monthly_budget_usd > 0, false)
    error_message = "More than nothing."
  }
}
