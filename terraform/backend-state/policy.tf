# Who may touch states, and what Terraform's backend does with them. A version is never deleted by it: that is what versions are for.
resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "NobodyElse"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"]
        Resource  = ["${aws_s3_bucket.state.arn}/*"]
        # A role's session is known by the role here, whatever the session's name.
        Condition = { ArnNotLike = { "aws:PrincipalArn" = local.principals } }
      },
      {
        Sid       = "FindStates"
        Effect    = "Allow"
        Principal = { AWS = local.principals }
        Action    = ["s3:ListBucket"]
        Resource  = [aws_s3_bucket.state.arn]
      },
      {
        Sid       = "ReadAndWriteStates"
        Effect    = "Allow"
        Principal = { AWS = local.principals }
        Action    = ["s3:GetObject", "s3:PutObject"]
        Resource  = ["${aws_s3_bucket.state.arn}/*.tfstate"]
      },
      {
        Sid       = "LockAndUnlock"
        Effect    = "Allow"
        Principal = { AWS = local.principals }
        Action    = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource  = ["${aws_s3_bucket.state.arn}/*.tfstate.tflock"]
      },
    ]
  })

  # A policy put while the block is being made is refused with a conflict.
  depends_on = [aws_s3_bucket_public_access_block.state]
}
