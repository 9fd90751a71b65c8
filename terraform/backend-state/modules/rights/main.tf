# Policies as documents alone, so that they can be judged without an account.
locals {
  iam           = "arn:${var.partition}:iam::${var.account_id}"
  place         = "${var.prefix}-${var.environment}"
  boundary_name = "${local.place}-machine-boundary"
  boundary      = "${local.iam}:policy/${local.boundary_name}"
  machine_roles = [for service in ["bot", "detector"] : "${local.iam}:role/${local.place}-*-${service}"]

  bounded = { StringEquals = { "iam:PermissionsBoundary" = local.boundary } }

  # Roles and their policies only for machines, and only below the boundary, which nobody here may change.
  machine_role_statements = [
    {
      Sid    = "LookAtAndRemoveMachineRoles"
      Effect = "Allow"
      Action = [
        "iam:DeleteRole", "iam:GetRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateRole", "iam:UpdateRoleDescription", "iam:UpdateAssumeRolePolicy",
        "iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole",
      ]
      Resource = local.machine_roles
    },
    {
      Sid       = "MakeMachineRolesBelowTheBoundary"
      Effect    = "Allow"
      Action    = ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"]
      Resource  = local.machine_roles
      Condition = local.bounded
    },
    {
      Sid    = "MakeInstanceProfiles"
      Effect = "Allow"
      Action = [
        "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:GetInstanceProfile", "iam:TagInstanceProfile", "iam:UntagInstanceProfile",
        "iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile",
      ]
      Resource = [for role in local.machine_roles : replace(role, ":role/", ":instance-profile/")]
    },
    {
      Sid       = "GiveThemToMachines"
      Effect    = "Allow"
      Action    = ["iam:PassRole"]
      Resource  = local.machine_roles
      Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }
    },
  ]

  # PowerUserAccess knows no environments. What carries another one's name or tag is out of reach, its states and secrets above all.
  others = [for environment in ["dev", "prod"] : environment if environment != var.environment]
  other_environment_statements = [
    {
      Sid    = "LeaveOtherEnvironmentsAloneByName"
      Effect = "Deny"
      Action = ["*"]
      Resource = flatten([for other in local.others : [for beginning in [
        "s3:::", "secretsmanager:*:*:secret:", "sqs:*:*:", "dynamodb:*:*:table/", "ecr:*:*:repository/", "logs:*:*:log-group:/", "sns:*:*:",
        "cloudwatch:*:*:alarm:", "lambda:*:*:function:", "autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/", "iam::*:role/",
      ] : "arn:${var.partition}:${beginning}${var.prefix}-${other}-*"]])
    },
    {
      Sid       = "LeaveOtherEnvironmentsAloneByTag"
      Effect    = "Deny"
      Action    = ["*"]
      Resource  = ["*"]
      Condition = { StringEquals = { "aws:ResourceTag/Project" = var.prefix, "aws:ResourceTag/Environment" = local.others } }
    },
    {
      # A session on a machine has the machine's rights.
      Sid       = "OpenNoSessionThere"
      Effect    = "Deny"
      Action    = ["ssm:StartSession", "ssm:SendCommand"]
      Resource  = ["*"]
      Condition = { StringEquals = { "ssm:resourceTag/Environment" = local.others } }
    },
  ]

  # Everything that infra's roles allow, for the names of this environment. A right that is needed in both places is given in both.
  boundary_statements = [
    {
      Sid    = "ThisEnvironmentsData"
      Effect = "Allow"
      Action = [
        "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket",
        "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl", "sqs:GetQueueAttributes",
        "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:TransactWriteItems", "dynamodb:ConditionCheckItem",
        "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage",
        "logs:CreateLogStream", "logs:PutLogEvents",
        "autoscaling:CompleteLifecycleAction", "autoscaling:RecordLifecycleActionHeartbeat", "autoscaling:SetInstanceProtection", "autoscaling:SetInstanceHealth",
      ]
      Resource = [for beginning in [
        "s3:::", "sqs:*:${var.account_id}:", "dynamodb:*:${var.account_id}:table/", "ecr:*:${var.account_id}:repository/", "logs:*:${var.account_id}:log-group:/",
        "autoscaling:*:${var.account_id}:autoScalingGroup:*:autoScalingGroupName/",
      ] : "arn:${var.partition}:${beginning}${local.place}-*"]
    },
    {
      # States hold what machines must not see.
      Sid      = "NoStates"
      Effect   = "Deny"
      Action   = ["s3:*"]
      Resource = ["arn:${var.partition}:s3:::${local.place}-*-tfstate-*"]
    },
    {
      # The REST keys' secret is named by the operator.
      Sid      = "Secrets"
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = ["arn:${var.partition}:secretsmanager:*:${var.account_id}:secret:*"]
    },
    {
      Sid      = "NoOtherEnvironmentsSecrets"
      Effect   = "Deny"
      Action   = ["secretsmanager:*"]
      Resource = [for other in local.others : "arn:${var.partition}:secretsmanager:*:*:secret:${var.prefix}-${other}-*"]
    },
    {
      Sid       = "ThisEnvironmentsMetrics"
      Effect    = "Allow"
      Action    = ["cloudwatch:PutMetricData"]
      Resource  = ["*"]
      Condition = { StringLike = { "cloudwatch:namespace" = "Polybot/${local.place}-*" } }
    },
    {
      Sid    = "WhatMachinesNeed"
      Effect = "Allow"
      Action = [
        "ecr:GetAuthorizationToken", "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
      ]
      Resource = ["*"]
    },
  ]
}
