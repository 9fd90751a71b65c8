variable "name" {
  description = "Beginning of the roles' names; they are shared by all regions of an account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,50}$", var.name))
    error_message = "Letters, digits and hyphens, at most 50."
  }
}

variable "aws" {
  description = "Where the machines run: partition, region and account."
  type = object({
    partition  = string
    region     = string
    account_id = string
  })
  nullable = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.aws.account_id))
    error_message = "An AWS account id has twelve digits."
  }
}

variable "buckets" {
  description = "Where pictures lie, and under which prefixes."
  type = object({
    images_arn       = string
    output_arn       = string
    originals_prefix = string
    output_prefix    = string
  })
  nullable = false

  validation {
    condition     = length(var.buckets.originals_prefix) > 0 && length(var.buckets.output_prefix) > 0
    error_message = "Without prefixes the roles would reach the whole bucket."
  }
}

variable "queues" {
  description = "The queues that the services use."
  type = object({
    identify_arn              = string
    results_arn               = string
    identify_dead_letters_arn = string
    outbox_arn                = string
  })
  nullable = false
}

variable "tables" {
  description = "The tables that the services use, and the index by chat."
  type = object({
    predictions_arn       = string
    predictions_index_arn = string
    state_arn             = string
  })
  nullable = false
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds every role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:iam::[0-9]{12}:policy/.+", var.permissions_boundary_arn))
    error_message = "A policy's ARN: without a boundary a workflow's role may not make roles."
  }
}

variable "secret_arns" {
  description = "The secrets that the bot reads."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.secret_arns) > 0
    error_message = "The bot needs at least the secret with its token."
  }
}

variable "repository_arns" {
  description = "The registry repository of each service."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for service in ["bot", "detector"] : contains(keys(var.repository_arns), service)])
    error_message = "A repository for the bot and one for the detector."
  }
}

variable "log_group_arns" {
  description = "The log group of each service."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for service in ["bot", "detector"] : contains(keys(var.log_group_arns), service)])
    error_message = "A log group for the bot and one for the detector."
  }
}

variable "metrics" {
  description = "Whether the services send metrics of their own to CloudWatch."
  type        = bool
  default     = false
}

variable "group_names" {
  description = "Name of each service's Auto Scaling group."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for service in ["bot", "detector"] : can(regex("^[A-Za-z0-9-]+$", var.group_names[service]))])
    error_message = "Letters, digits and hyphens: a wildcard here would reach other groups."
  }
}
