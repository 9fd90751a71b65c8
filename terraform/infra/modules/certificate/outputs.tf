output "arn" {
  description = "The certificate that the listener shows."
  value = coalesce(
    one(aws_acm_certificate.self_signed[*].arn),
    one(aws_acm_certificate_validation.issued[*].certificate_arn),
    var.existing_arn,
  )
}
