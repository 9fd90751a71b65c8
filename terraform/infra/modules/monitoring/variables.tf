variable "name" {
  description = "Name of the dashboard and beginning of the alarms' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,100}$", var.name))
    error_message = "Letters, digits, hyphens and underscores."
  }
}

variable "region" {
  description = "AWS region."
  type        = string
  nullable    = false
}

variable "alert_emails" {
  description = "Who is told of alarms; each address confirms once."
  type        = list(string)
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+$", address))])
    error_message = "E-mail addresses."
  }
}

variable "queue_names" {
  description = "Names of the queues identify, results, outbox and their dead letters."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for key in ["identify", "results", "outbox", "identify-dead-letters", "results-dead-letters", "outbox-dead-letters"] : contains(keys(var.queue_names), key)])
    error_message = "identify, results, outbox, and the dead letters of each."
  }
}

variable "load_balancer_dimensions" {
  description = "How CloudWatch names the load balancer and its target group."
  type = object({
    LoadBalancer = string
    TargetGroup  = string
  })
  nullable = false
}

variable "group" {
  description = "The detectors' Auto Scaling group and its bounds."
  type = object({
    name     = string
    min_size = number
    max_size = number
  })
  nullable = false
}

variable "certificate_arn" {
  description = "The certificate that the load balancer shows."
  type        = string
  nullable    = false
}

variable "log_groups" {
  description = "Log group of each service."
  type        = map(string)
  nullable    = false
}

variable "oldest_message_seconds" {
  description = "Age of a queue's oldest message from which it is an alarm."
  type        = number
  nullable    = false

  validation {
    condition     = var.oldest_message_seconds >= 30
    error_message = "At least half a minute: CloudWatch sees the queue once a minute."
  }
}

variable "errors_per_minute" {
  description = "Errors a minute, for three minutes, from which it is an alarm."
  type        = number
  nullable    = false

  validation {
    condition     = var.errors_per_minute >= 1
    error_message = "At least one."
  }
}

variable "service_metrics" {
  description = "Whether the services send metrics of their own."
  type        = bool
  default     = false
}

variable "canary" {
  description = "Whether somebody looks from outside, whose silence is an alarm."
  type        = bool
  nullable    = false
}

variable "monthly_budget_usd" {
  description = "What a month of the whole account may cost before somebody is told; null for no budget."
  type        = number
  default     = null

  validation {
    condition     = var.monthly_budget_usd == null || try(var.monthly_budget_usd > 0, false)
    error_message = "More than nothing."
  }
}
