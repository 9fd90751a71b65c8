output "user_data" {
  description = "cloud-init's configuration for the first boot."
  value       = local.user_data

  precondition {
    condition     = length(local.user_data) <= 16384
    error_message = "EC2 takes 16 KiB of user data."
  }
}
