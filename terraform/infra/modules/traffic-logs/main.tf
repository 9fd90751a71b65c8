# Who came, and what flowed: the load balancer's access logs and the VPC's flow logs, in a bucket of their own that AWS alone writes.
locals {
  bucket = "${var.name}-logs-${var.aws.account_id}"
  arn    = "arn:${var.aws.partition}:s3:::${local.bucket}"

  kept = {
    for prefix, days in { load-balancer = var.load_balancer_days, flow = var.flow_days } : prefix => days if days != null
  }

  written = {
    load-balancer = [{
      Sid       = "LoadBalancerWrites"
      Effect    = "Allow"
      Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${local.arn}/load-balancer/AWSLogs/${var.aws.account_id}/*"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:${var.aws.partition}:elasticloadbalancing:${var.aws.region}:${var.aws.account_id}:loadbalancer/*" } }
    }]
    flow = [
      {
        Sid       = "FlowLogsWrite"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${local.arn}/flow/AWSLogs/${var.aws.account_id}/*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.aws.account_id, "s3:x-amz-acl" = "bucket-owner-full-control" } }
      },
      {
        Sid       = "FlowLogsLook"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = "s3:GetBucketAcl"
        Resource  = local.arn
        Condition = { StringEquals = { "aws:SourceAccount" = var.aws.account_id } }
      },
    ]
  }
}

resource "aws_s3_bucket" "this" {
  bucket        = local.bucket
  force_destroy = var.force_destroy
  tags          = { Name = local.bucket }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# S3's own keys: a load balancer can write with no others.
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  dynamic "rule" {
    for_each = local.kept

    content {
      id     = "expire-${rule.key}"
      status = "Enabled"

      filter {
        prefix = "${rule.key}/"
      }

      expiration {
        days = rule.value
      }
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(flatten([for prefix, days in local.kept : local.written[prefix]]), [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.arn, "${local.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }])
  })

  # A policy put while the block is being made is refused with a conflict.
  depends_on = [aws_s3_bucket_public_access_block.this]
}

resource "aws_flow_log" "this" {
  count = var.flow_days == null ? 0 : 1

  vpc_id               = var.vpc_id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "${local.arn}/flow"
  tags                 = { Name = var.name }

  depends_on = [aws_s3_bucket_policy.this]
}
