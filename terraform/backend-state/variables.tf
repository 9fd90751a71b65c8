variable "prefix" {
  description = "Beginning of all names."
  type        = string
  default     = "polybot"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,7}$", var.prefix))
    error_message = "Two to eight lower-case letters and digits."
  }
}

variable "environment" {
  description = "Which of the environments' states lie here."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "dev or prod."
  }
}

variable "region" {
  description = "AWS region of the bucket; it keeps the states of all regions."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "A region such as us-east-1."
  }
}

variable "state_principals" {
  description = "ARNs of the roles and users that run Terraform. Nobody else reads or writes states, whatever their own policies say."
  type        = list(string)
  nullable    = false

  validation {
    condition     = (length(var.state_principals) > 0 || var.github_repository != null) && alltrue([for arn in var.state_principals : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "At least one ARN of a role or user, without wildcards. A session of a role is named by its role."
  }
}

variable "github_repository" {
  description = "GitHub repository whose workflows, in the GitHub environment of the same name, may run Terraform and deploy: owner/name, or owner@id/name@id as GitHub names those made since July 2026; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^([A-Za-z0-9-]+/[A-Za-z0-9._-]+|[A-Za-z0-9-]+@[0-9]+/[A-Za-z0-9._-]+@[0-9]+)$", var.github_repository))
    error_message = "owner/name or owner@id/name@id, without wildcards."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts states; null for S3's own encryption."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:", var.kms_key_arn))
    error_message = "The ARN of a KMS key."
  }
}

variable "kept_version_days" {
  description = "Days for which an older version of a state is kept."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.kept_version_days >= 7
    error_message = "At least a week: a mistake is not always noticed at once."
  }
}

variable "force_destroy" {
  description = "Whether a destroy deletes the states too. Only after everything that they describe is gone."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Further tags."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.tags), ["Project", "Environment", "Region", "ManagedBy", "Name"])) == 0
    error_message = "Project, Environment, Region, ManagedBy and Name are set here."
  }
}
