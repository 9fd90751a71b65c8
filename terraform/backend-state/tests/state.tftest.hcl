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

# A role's ARN, since the bucket's policy names it.
override_resource {
  target = aws_iam_role.github
  values = {
    arn = "arn:aws:iam::123456789012:role/polybot-dev-github"
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

run "an_accounts_root_may_leave_the_states_to_github_alone" {
  command = plan

  variables {
    state_principals  = []
    github_repository = "someone/polybot"
  }

  assert {
    condition     = length(aws_iam_role.github) == 1
    error_message = "Whoever begins as root has no role or user of his own to name."
  }
}

run "github_stays_outside_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_iam_role.github) == 0
    error_message = "No repository, no role."
  }
}

run "only_the_named_repository_and_environment_come_in" {
  variables {
    github_repository = "someone/polybot"
  }

  assert {
    condition = jsondecode(aws_iam_role.github["someone/polybot"].assume_role_policy).Statement[0].Condition.StringEquals == {
      "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
      "token.actions.githubusercontent.com:sub" = ["repo:someone/polybot:environment:dev"]
    }
    error_message = "This repository, this environment, nothing like them."
  }

  assert {
    condition     = strcontains(aws_s3_bucket_policy.state.policy, "role/polybot-dev-github")
    error_message = "It may touch states."
  }
}

run "github_gives_rights_to_machines_alone" {
  variables {
    github_repository = "someone/polybot"
  }

  assert {
    condition = alltrue(flatten([
      for statement in jsondecode(aws_iam_role_policy.github_machine_roles["someone/polybot"].policy).Statement : [
        for resource in statement.Resource : can(regex(":(role|instance-profile)/polybot-dev-\\*-(bot|detector)$", resource))
      ] if statement.Effect == "Allow"
    ]))
    error_message = "Only the machines' roles."
  }

  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.github_machine_roles["someone/polybot"].policy).Statement : statement.Condition.StringEquals["iam:PassedToService"] if contains(statement.Action, "iam:PassRole")]) == "ec2.amazonaws.com"
    error_message = "Roles go to machines."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.github_machine_roles["someone/polybot"].policy).Statement :
      statement.Condition.StringEquals["iam:PermissionsBoundary"] == "arn:aws:iam::123456789012:policy/${aws_iam_policy.machine_boundary.name}"
      if contains(statement.Action, "iam:CreateRole") || contains(statement.Action, "iam:PutRolePolicy")
    ])
    error_message = "No role and no policy without the boundary."
  }
}

run "a_repository_known_by_ids_is_trusted_by_both_names_that_github_sends" {
  command = plan

  variables {
    github_repository = "someone@123/polybot@456"
  }

  assert {
    condition = jsondecode(aws_iam_role.github["someone/polybot"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:someone@123/polybot@456:environment:dev", "repo:someone/polybot:environment:dev",
    ]
    error_message = "Repositories made since July 2026 send their ids in the subject."
  }

  assert {
    condition     = jsondecode(aws_iam_role.github["someone/polybot"].assume_role_policy).Statement[0].Principal.Federated == "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
    error_message = "The account's one provider, whichever environment came first."
  }
}

run "half_an_id_is_refused" {
  command = plan

  variables {
    github_repository = "someone@123/polybot"
  }

  expect_failures = [var.github_repository]
}

run "any_repository_is_refused" {
  command = plan

  variables {
    github_repository = "someone/*"
  }

  expect_failures = [var.github_repository]
}
