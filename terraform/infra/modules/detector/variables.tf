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
  description = "Subnets over which the machines are spread."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "Two zones at least."
  }
}

variable "group_name" {
  description = "Name of the Auto Scaling group. Given rather than made: the machines' role names it too."
  type        = string
  nullable    = false
}

variable "min_size" {
  description = "Fewest machines."
  type        = number
  nullable    = false

  validation {
    condition     = var.min_size >= 0
    error_message = "None or more."
  }
}

variable "max_size" {
  description = "Most machines."
  type        = number
  nullable    = false

  validation {
    condition     = var.max_size >= 1 && var.max_size <= 19 && floor(var.max_size) == var.max_size
    error_message = "Between 1 and 19."
  }
}

variable "warm_pool_size" {
  description = "Stopped machines, image fetched, that are kept to start quickly; 0 for none."
  type        = number
  nullable    = false

  validation {
    condition     = var.warm_pool_size >= 0 && var.warm_pool_size <= 19 && floor(var.warm_pool_size) == var.warm_pool_size
    error_message = "Between 0 and 19."
  }
}

variable "warmup_seconds" {
  description = "How long a machine that has come into service is not yet counted in averages."
  type        = number
  nullable    = false

  validation {
    condition     = var.warmup_seconds >= 0 && var.warmup_seconds <= 3600
    error_message = "Up to an hour."
  }
}

variable "launch_timeout_seconds" {
  description = "How long a machine may take from its launch until it is ready."
  type        = number
  nullable    = false

  validation {
    condition     = var.launch_timeout_seconds >= 120 && var.launch_timeout_seconds <= 7200
    error_message = "Between two minutes and two hours."
  }
}

variable "stop_seconds" {
  description = "How long a detector may finish its jobs after SIGTERM."
  type        = number
  nullable    = false

  validation {
    condition     = var.stop_seconds >= 30 && var.stop_seconds <= 3600
    error_message = "Between half a minute and an hour."
  }
}

variable "protect_busy" {
  description = "Whether a machine that works is shielded from scale-in."
  type        = bool
  nullable    = false
}

variable "cpu_credits" {
  description = "Whether a burstable machine may go on above its baseline for money (unlimited) or slows down (standard)."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["standard", "unlimited"], var.cpu_credits)
    error_message = "standard or unlimited."
  }
}

variable "notification_topic_arn" {
  description = "SNS topic that hears of launches and terminations."
  type        = string
  nullable    = false
}

variable "more_instance_types" {
  description = "Kinds of machines that AWS may choose from at the spot price, for all but one; empty for none."
  type        = list(string)
  default     = []
  nullable    = false
}
