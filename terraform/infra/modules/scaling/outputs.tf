output "policies" {
  description = "Names of the policies in force."
  value = [for policy in concat(
    aws_autoscaling_policy.backlog, aws_autoscaling_policy.cpu,
    aws_autoscaling_policy.step_out, aws_autoscaling_policy.step_in,
  ) : policy.name]
}
