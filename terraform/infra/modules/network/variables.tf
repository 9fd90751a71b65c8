variable "name" {
  description = "Name that the network and its parts carry."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) > 0
    error_message = "The network needs a name."
  }
}

variable "network" {
  description = "Address range of the VPC; each subnet takes 1/256 of it."
  type        = string
  nullable    = false

  validation {
    condition     = can(cidrhost(var.network, 0)) && try(tonumber(split("/", var.network)[1]) >= 16 && tonumber(split("/", var.network)[1]) <= 20, false)
    error_message = "The network must be an IPv4 range between /16 and /20, such as 10.20.0.0/16."
  }
}

variable "zones" {
  description = "Availability zones, one public subnet in each."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(distinct(var.zones)) == length(var.zones) && length(var.zones) >= 2
    error_message = "A load balancer needs two different zones, and each must have the instance types: choose others, or another region."
  }
}

variable "ipv6" {
  description = "Whether the public subnets have IPv6 addresses for the load balancer."
  type        = bool
  nullable    = false
}

variable "private" {
  description = "Whether machines get private subnets, with a NAT gateway in each zone."
  type        = bool
  nullable    = false
}

variable "interface_endpoints" {
  description = "AWS services that are reached inside the network."
  type        = list(string)
  nullable    = false
}
