variable "name" {
  description = "Beginning of the bucket's name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{2,40}$", var.name))
    error_message = "Bucket names take lower-case letters, digits and hyphens; the beginning may have 41 of them."
  }
}

variable "aws" {
  description = "Where this is: partition, region and account."
  type        = object({ partition = string, region = string, account_id = string })
  nullable    = false
}

variable "vpc_id" {
  description = "The VPC whose flows are logged."
  type        = string
  nullable    = false
}

variable "load_balancer_days" {
  description = "Days for which the load balancer's access logs are kept; null for none."
  type        = number
  default     = null
}

variable "flow_days" {
  description = "Days for which the VPC's flow logs are kept; null for none."
  type        = number
  default     = null
}

variable "force_destroy" {
  description = "Whether a destroy deletes the logs too."
  type        = bool
  nullable    = false
}
