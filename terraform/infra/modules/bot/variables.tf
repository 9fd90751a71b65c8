variable "name" {
  description = "Beginning of the names of everything in here."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,50}$", var.name))
    error_message = "Letters, digits and hyphens, at most 50."
  }
}

variable "region" {
  description = "AWS region."
  type        = string
  nullable    = false
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
  nullable    = false
}

variable "ami_id" {
  description = "Base image: an Ubuntu."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.ami_id, "ami-")
    error_message = "An AMI's id begins with ami-."
  }
}

variable "instance_type" {
  description = "Kind of machine."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.instance_type))
    error_message = "An instance type such as t3.micro."
  }
}

variable "instance_profile" {
  description = "Instance profile, and with it the role."
  type        = string
  nullable    = false
}

variable "key_name" {
  description = "SSH key pair; null for none."
  type        = string
  default     = null
}

variable "ssh_networks" {
  description = "Networks that may open SSH; none by default, since Session Manager needs no open port."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for network in var.ssh_networks : can(cidrhost(network, 0)) && try(tonumber(split("/", network)[1]) >= 16, false)])
    error_message = "IPv4 networks no larger than /16: SSH is never open to the world."
  }
}

variable "image" {
  description = "Container image, with its tag."
  type        = string
  nullable    = false
}

variable "environment" {
  description = "Environment of the container."
  type        = map(string)
  nullable    = false
}

variable "memory_mb" {
  description = "Memory that the container may take, in MiB."
  type        = number
  nullable    = false
}

variable "log_group" {
  description = "CloudWatch log group of the service."
  type        = string
  nullable    = false
}

variable "volume_gb" {
  description = "Size of the encrypted root volume, in GiB."
  type        = number
  nullable    = false

  validation {
    condition     = var.volume_gb >= 8 && var.volume_gb <= 200
    error_message = "Between 8 and 200 GiB."
  }
}

variable "tags" {
  description = "Tags for what the provider's default tags do not reach."
  type        = map(string)
  nullable    = false
}

variable "port" {
  description = "Port on which the service listens."
  type        = number
  nullable    = false
}

variable "subnet_ids" {
  description = "Subnets by zone; one machine in each."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "One machine alone is an outage at every deployment."
  }
}

variable "load_balancer_security_group_id" {
  description = "Security group of the load balancer, the only one that may reach the service."
  type        = string
  nullable    = false
}

variable "target_group_arn" {
  description = "Target group in which the machines register."
  type        = string
  nullable    = false
}

variable "rest" {
  description = "Target group and port of the REST interface; null for none."
  type        = object({ target_group_arn = string, port = number })
  default     = null
}

variable "group_name" {
  description = "Name of the Auto Scaling group; it is chosen outside, since the role names it too."
  type        = string
  nullable    = false
}

variable "notification_topic_arn" {
  description = "SNS topic that hears of machines that could not come or go."
  type        = string
  nullable    = false
}
