output "load_balancer" {
  description = "Bucket and prefix for the load balancer's access logs."
  value       = { bucket = aws_s3_bucket.this.bucket, prefix = "load-balancer" }

  # The load balancer tries the bucket as soon as it hears of it.
  depends_on = [aws_s3_bucket_policy.this]
}

output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}
