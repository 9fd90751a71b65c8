variable "name" {
  description = "Beginning of the tables' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]{1,200}$", var.name))
    error_message = "Table names take letters, digits, hyphens, underscores and dots."
  }
}

variable "protected" {
  description = "Whether the tables refuse to be deleted and predictions can be restored to any second of the last 35 days."
  type        = bool
  nullable    = false
}
