variable "name" {
  description = "Beginning of the buckets' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{2,40}$", var.name))
    error_message = "Bucket names take lower-case letters, digits and hyphens; the beginning may have 41 of them."
  }
}

variable "account_id" {
  description = "AWS account; ends the buckets' names, which are shared by all accounts in the world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An AWS account id has twelve digits."
  }
}

variable "originals_prefix" {
  description = "Prefix of the pictures that people send, without slashes at its ends."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", var.originals_prefix))
    error_message = "A prefix is letters, digits, hyphens and underscores, with slashes only inside."
  }
}

variable "output_prefix" {
  description = "Prefix of annotated pictures and result documents, without slashes at its ends."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", var.output_prefix))
    error_message = "A prefix is letters, digits, hyphens and underscores, with slashes only inside."
  }

  validation {
    condition     = !startswith("${var.output_prefix}/", "${var.originals_prefix}/") && !startswith("${var.originals_prefix}/", "${var.output_prefix}/")
    error_message = "Neither prefix may lie inside the other: an annotated picture must never take the place of its original."
  }
}

variable "separate_output_bucket" {
  description = "Whether annotated pictures and result documents get a bucket of their own."
  type        = bool
  nullable    = false
}

variable "originals_days" {
  description = "Days after which an original is deleted."
  type        = number
  nullable    = false

  validation {
    condition     = var.originals_days >= 1 && floor(var.originals_days) == var.originals_days
    error_message = "Whole days, at least one."
  }
}

variable "output_days" {
  description = "Days after which an annotated picture or result document is deleted."
  type        = number
  nullable    = false

  validation {
    condition     = var.output_days >= 1 && floor(var.output_days) == var.output_days
    error_message = "Whole days, at least one."
  }
}

variable "force_destroy" {
  description = "Whether a destroy deletes the pictures in the buckets too."
  type        = bool
  nullable    = false
}
