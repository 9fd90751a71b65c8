# GitHub's workflows come in by OIDC, for the minutes of a run: no key of AWS lies at GitHub.
locals {
  github = var.github_repository == null ? toset([]) : toset([var.github_repository])

  oidc_provider_arn = try(coalesce(var.github_oidc_provider_arn, one(aws_iam_openid_connect_provider.github[*].arn)), null)
  iam               = "arn:${data.aws_partition.current.partition}:iam::${local.account}"
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.github_repository != null && var.github_oidc_provider_arn == null ? 1 : 0

  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
  tags           = { Name = "github" }
}

resource "aws_iam_role" "github" {
  for_each = local.github

  name                 = "${var.prefix}-${var.environment}-github"
  description          = "Workflows of ${each.key} in its environment ${var.environment}"
  max_session_duration = 3600

  # Only runs of this repository that its environment let through: pull requests and other branches stand outside.
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = { StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:${each.key}:environment:${var.environment}"
      } }
    }]
  })

  tags = { Name = "${var.prefix}-${var.environment}-github" }
}

# It makes and unmakes everything, so it may do everything but rights ...
resource "aws_iam_role_policy_attachment" "github_power_user" {
  for_each = local.github

  role       = aws_iam_role.github[each.key].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/PowerUserAccess"
}

# ... and rights only of the machines' roles, which it may give to machines alone. Its own name ends otherwise.
resource "aws_iam_role_policy" "github_machine_roles" {
  for_each = local.github

  name = "machine-roles"
  role = aws_iam_role.github[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "MakeMachineRoles"
        Effect = "Allow"
        Action = [
          "iam:CreateRole", "iam:DeleteRole", "iam:GetRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateRole", "iam:UpdateAssumeRolePolicy",
          "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies",
          "iam:ListInstanceProfilesForRole",
        ]
        Resource = local.machine_roles
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
  })
}

locals {
  machine_roles = [for service in ["bot", "detector"] : "${local.iam}:role/${var.prefix}-${var.environment}-*-${service}"]
}
