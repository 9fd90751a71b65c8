variable "name" {
  description = "Beginning of the repositories' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,100}$", var.name))
    error_message = "Repository names take lower-case letters, digits and hyphens."
  }
}

variable "services" {
  description = "The services, one repository for each."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.services) > 0
    error_message = "At least one service."
  }
}

variable "kept_images" {
  description = "How many tagged images of each service are kept."
  type        = number
  nullable    = false

  validation {
    condition     = var.kept_images >= 2 && floor(var.kept_images) == var.kept_images
    error_message = "At least two, or there is nothing to go back to."
  }
}

variable "force_delete" {
  description = "Whether a destroy deletes the images too."
  type        = bool
  nullable    = false
}
