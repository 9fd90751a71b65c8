output "images" {
  description = "Name and ARN of the bucket for originals."
  value       = { name = aws_s3_bucket.this["images"].bucket, arn = aws_s3_bucket.this["images"].arn }
}

output "output" {
  description = "Name and ARN of the bucket for annotated pictures and result documents."
  value = {
    name = aws_s3_bucket.this[var.separate_output_bucket ? "output" : "images"].bucket
    arn  = aws_s3_bucket.this[var.separate_output_bucket ? "output" : "images"].arn
  }
}

output "days" {
  description = "Days after which pictures are forgotten, by prefix."
  value       = merge([for bucket in aws_s3_bucket_lifecycle_configuration.this : { for rule in bucket.rule : one(rule.filter).prefix => one(rule.expiration).days if startswith(rule.id, "expire-") }]...)
}
