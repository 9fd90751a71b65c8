output "github_policy" {
  description = "What GitHub's role may do beyond PowerUserAccess, and what it must not do at all."
  value       = jsonencode({ Version = "2012-10-17", Statement = concat(local.machine_role_statements, local.other_environment_statements) })

  precondition {
    condition     = length(jsonencode({ Version = "2012-10-17", Statement = concat(local.machine_role_statements, local.other_environment_statements) })) <= 10240
    error_message = "IAM takes 10,240 characters of a role's own policies."
  }
}

output "boundary_name" {
  description = "Name of the policy that bounds every machine's role."
  value       = local.boundary_name
}

output "boundary_policy" {
  description = "The most that any machine's role of this environment may do, whatever its own policies say."
  value       = jsonencode({ Version = "2012-10-17", Statement = local.boundary_statements })
}
