# GitHub's workflows come in by OIDC, for the minutes of a run: no key of AWS lies at GitHub.
locals {
  github = toset([for name in local.repository_names : name if !strcontains(name, "@")])

  # An account has one provider, which all environments share, so none of them may own it: .github/scripts/backend-state makes it
  # where it is missing, and nothing takes it away.
  oidc_provider_arn = "arn:${data.aws_partition.current.partition}:iam::${local.account}:oidc-provider/token.actions.githubusercontent.com"

  # GitHub names a repository in one of two ways: those made since July 2026 with the ids of owner and repository, which nobody can
  # take over with a name that became free. Given with its ids it is known by both.
  repository_names = var.github_repository == null ? [] : distinct([var.github_repository, replace(var.github_repository, "/@[0-9]+/", "")])
}

# Earlier versions kept the provider here; it stays where it is and is forgotten.
removed {
  from = aws_iam_openid_connect_provider.github

  lifecycle {
    destroy = false
  }
}

module "rights" {
  source = "./modules/rights"

  partition   = data.aws_partition.current.partition
  account_id  = local.account
  prefix      = var.prefix
  environment = var.environment
}

# What no role of a machine exceeds, whoever wrote its policies.
resource "aws_iam_policy" "machine_boundary" {
  name        = module.rights.boundary_name
  description = "The most that a machine of ${var.environment} may do"
  policy      = module.rights.boundary_policy
  tags        = { Name = module.rights.boundary_name }
}

resource "aws_iam_role" "github" {
  for_each = local.github

  name        = "${var.prefix}-${var.environment}-github"
  description = "Workflows of ${var.github_repository} in its environment ${var.environment}"
  # A rolling replacement of nineteen detectors takes longer than an hour.
  max_session_duration = 14400

  # Only runs of this repository that its environment let through: pull requests and other branches stand outside.
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = { StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = [for name in local.repository_names : "repo:${name}:environment:${var.environment}"]
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

# ... and rights only of the machines' roles, below their boundary, which it may give to machines alone. Its own name ends otherwise.
resource "aws_iam_role_policy" "github_machine_roles" {
  for_each = local.github

  name   = "machine-roles"
  role   = aws_iam_role.github[each.key].name
  policy = module.rights.github_policy
}
