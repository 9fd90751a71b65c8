variable "partition" {
  description = "AWS partition."
  type        = string
  nullable    = false
}

variable "account_id" {
  description = "AWS account."
  type        = string
  nullable    = false
}

variable "prefix" {
  description = "Beginning of all names."
  type        = string
  nullable    = false
}

variable "environment" {
  description = "The environment whose machines' roles are made."
  type        = string
  nullable    = false
}
