variable "name" {
  description = "Name of the key pair."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) > 0
    error_message = "The key pair needs a name."
  }
}

variable "public_key" {
  description = "Public SSH key; null for none, since Session Manager needs none."
  type        = string
  default     = null

  validation {
    condition     = var.public_key == null || can(regex("^(ssh-ed25519|ssh-rsa) [A-Za-z0-9+/=]+", var.public_key))
    error_message = "A public key in OpenSSH's format, ed25519 or RSA."
  }
}
