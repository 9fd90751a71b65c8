output "bucket" {
  description = "The bucket that keeps states."
  value       = aws_s3_bucket.state.bucket
}

output "backend_config" {
  description = "What infra's `terraform init` is told with -backend-config, but for the key."
  value       = { bucket = aws_s3_bucket.state.bucket, region = var.region }
}

output "github_repository" {
  description = "The repository whose workflows take that role; null where there is none."
  value       = var.github_repository
}

output "state_principals" {
  description = "Who else may touch states."
  value       = var.state_principals
}

output "github_role_arn" {
  description = "The role that GitHub's workflows take; null where there is none."
  value       = one(values(aws_iam_role.github)[*].arn)
}
