output "instance_profiles" {
  description = "Instance profile of each service."
  value       = { for service, profile in aws_iam_instance_profile.this : service => profile.name }
}

output "roles" {
  description = "Role of each service."
  value       = { for service, role in aws_iam_role.this : service => role.name }
}

output "policies" {
  description = "All that each service's role allows, as one policy document."
  value = {
    for service, statements in local.services : service => jsonencode({
      Version   = "2012-10-17"
      Statement = concat(statements, local.machine[service])
    })
  }
}
