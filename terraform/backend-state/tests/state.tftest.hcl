mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }
}

variables {
  environment      = "dev"
  region           = "us-east-1"
  state_principals = ["arn:aws:iam::123456789012:role/deployer"]
}

run "states_are_versioned_encrypted_and_private" {
  assert {
    condition     = aws_s3_bucket.state.bucket == "polybot-dev-us-east-1-tfstate-123456789012" && !aws_s3_bucket.state.force_destroy
    error_message = "Named by prefix, environment, region and account; not destroyed by accident."
  }

  assert {
    condition     = aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
    error_message = "Versioned."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "Encrypted."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.state.block_public_acls, aws_s3_bucket_public_access_block.state.block_public_policy,
      aws_s3_bucket_public_access_block.state.ignore_public_acls, aws_s3_bucket_public_access_block.state.restrict_public_buckets,
    ])
    error_message = "Private."
  }
}

run "only_those_named_touch_states_and_the_root_can_mend_it" {
  assert {
    condition = toset(one([
      for statement in jsondecode(aws_s3_bucket_policy.state.policy).Statement : statement.Condition.ArnNotLike["aws:PrincipalArn"] if statement.Sid == "NobodyElse"
    ])) == toset(["arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:role/deployer"])
    error_message = "Everybody else is denied."
  }

  assert {
    condition     = length([for statement in jsondecode(aws_s3_bucket_policy.state.policy).Statement : statement if statement.Sid == "TlsOnly" && statement.Effect == "Deny"]) == 1
    error_message = "Without TLS nothing is answered."
  }
}

run "those_who_touch_states_do_what_terraform_does_and_no_more" {
  assert {
    condition = toset(flatten([for statement in jsondecode(aws_s3_bucket_policy.state.policy).Statement : [
      for action in statement.Action : [for resource in statement.Resource : "${action} ${trimprefix(resource, aws_s3_bucket.state.arn)}"]
      ] if statement.Effect == "Allow"])) == toset([
      "s3:ListBucket ",
      "s3:GetObject /*.tfstate", "s3:PutObject /*.tfstate",
      "s3:GetObject /*.tfstate.tflock", "s3:PutObject /*.tfstate.tflock", "s3:DeleteObject /*.tfstate.tflock",
    ])
    error_message = "A lock may be deleted, a state may not."
  }
}

run "a_key_of_ones_own_encrypts_states" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"
    error_message = "By KMS."
  }
}

run "everybody_is_refused" {
  command = plan

  variables {
    state_principals = ["arn:aws:iam::123456789012:role/*"]
  }

  expect_failures = [var.state_principals]
}

run "nobody_is_refused" {
  command = plan

  variables {
    state_principals = []
  }

  expect_failures = [var.state_principals]
}
