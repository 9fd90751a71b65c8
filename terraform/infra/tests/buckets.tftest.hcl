mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                   = "polybot-dev-us-east-1"
  account_id             = "123456789012"
  originals_prefix       = "images"
  output_prefix          = "predicted"
  separate_output_bucket = false
  originals_days         = 7
  output_days            = 30
  force_destroy          = false
}

run "a_bucket_is_private_and_encrypted" {
  module {
    source = "./modules/buckets"
  }

  assert {
    condition = alltrue([
      for block in aws_s3_bucket_public_access_block.this :
      block.block_public_acls && block.block_public_policy && block.ignore_public_acls && block.restrict_public_buckets
    ]) && keys(aws_s3_bucket_public_access_block.this) == keys(aws_s3_bucket.this)
    error_message = "All four ways to the public are blocked, for every bucket."
  }

  assert {
    condition = alltrue([
      for key, _ in aws_s3_bucket.this :
      one(aws_s3_bucket_server_side_encryption_configuration.this[key].rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
      && aws_s3_bucket_ownership_controls.this[key].rule[0].object_ownership == "BucketOwnerEnforced"
    ])
    error_message = "Every bucket is encrypted and knows no access lists."
  }

  assert {
    condition = alltrue([
      for policy in aws_s3_bucket_policy.tls_only :
      jsondecode(policy.policy).Statement[0].Effect == "Deny" && jsondecode(policy.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    ])
    error_message = "Without TLS nothing is answered."
  }
}

run "pictures_expire_each_prefix_in_its_time" {
  command = plan

  module {
    source = "./modules/buckets"
  }

  assert {
    condition = {
      for rule in aws_s3_bucket_lifecycle_configuration.this["images"].rule : rule.filter[0].prefix => rule.expiration[0].days if length(rule.expiration) > 0
    } == { "images/" = 7, "predicted/" = 30 }
    error_message = "Originals after 7 days, output after 30."
  }

  assert {
    condition     = anytrue([for rule in aws_s3_bucket_lifecycle_configuration.this["images"].rule : length(rule.abort_incomplete_multipart_upload) > 0])
    error_message = "Unfinished uploads are taken away."
  }
}

run "output_can_have_a_bucket_of_its_own" {
  module {
    source = "./modules/buckets"
  }

  variables {
    separate_output_bucket = true
  }

  assert {
    condition     = output.images.name == "polybot-dev-us-east-1-images-123456789012" && output.output.name == "polybot-dev-us-east-1-output-123456789012"
    error_message = "Two buckets, named by prefix, environment, region, use and account."
  }

  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.this["output"].rule : rule.filter[0].prefix => rule.expiration[0].days if length(rule.expiration) > 0 } == { "predicted/" = 30 }
    error_message = "The output bucket has its own expiry."
  }
}

run "one_prefix_for_both_is_refused" {
  command = plan

  module {
    source = "./modules/buckets"
  }

  variables {
    output_prefix = "images"
  }

  expect_failures = [var.output_prefix]
}

run "a_prefix_inside_the_other_is_refused" {
  command = plan

  module {
    source = "./modules/buckets"
  }

  variables {
    output_prefix = "images/predicted"
  }

  expect_failures = [var.output_prefix]
}
