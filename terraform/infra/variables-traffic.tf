variable "load_balancer_logs_days" {
  description = "Days for which the load balancer's access logs are kept, in a bucket of their own; null for none."
  type        = number
  default     = null

  validation {
    condition     = var.load_balancer_logs_days == null || try(var.load_balancer_logs_days >= 1 && floor(var.load_balancer_logs_days) == var.load_balancer_logs_days, false)
    error_message = "Whole days, at least one."
  }
}

variable "flow_logs_days" {
  description = "Days for which the network's flow logs are kept, in the same bucket; null for none."
  type        = number
  default     = null

  validation {
    condition     = var.flow_logs_days == null || try(var.flow_logs_days >= 1 && floor(var.flow_logs_days) == var.flow_logs_days, false)
    error_message = "Whole days, at least one."
  }
}

variable "ipv6" {
  description = "Whether the load balancer answers over IPv6 too, for callers of the REST interface; Telegram comes by IPv4."
  type        = bool
  default     = false
  nullable    = false
}

variable "private_subnets" {
  description = "Whether machines have no public addresses, and reach the web through a NAT gateway in each zone."
  type        = bool
  default     = false
  nullable    = false
}

variable "interface_endpoints" {
  description = "AWS services that machines reach inside the network, of autoscaling, ecr.api, ecr.dkr, logs, monitoring, secretsmanager, sqs, ssm and ssmmessages. S3 and DynamoDB always are."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition = length(distinct(var.interface_endpoints)) == length(var.interface_endpoints) && alltrue([
      for service in var.interface_endpoints : contains(["autoscaling", "ecr.api", "ecr.dkr", "logs", "monitoring", "secretsmanager", "sqs", "ssm", "ssmmessages"], service)
    ])
    error_message = "Each once, of those that the machines call."
  }
}
