mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name         = "polybot-dev-us-east-1"
  services     = ["bot", "detector"]
  kept_images  = 10
  force_delete = false
}

run "images_are_immutable_scanned_and_expire" {
  command = plan

  module {
    source = "./modules/registry"
  }

  assert {
    condition     = toset([for repository in aws_ecr_repository.this : repository.name]) == toset(["polybot-dev-us-east-1-bot", "polybot-dev-us-east-1-detector"])
    error_message = "A repository for each service."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE" && repository.image_scanning_configuration[0].scan_on_push])
    error_message = "A tag means one image, and each image is scanned."
  }

  assert {
    condition     = alltrue([for policy in aws_ecr_lifecycle_policy.this : jsondecode(policy.policy).rules[0].selection.tagStatus == "untagged" && jsondecode(policy.policy).rules[1].selection.countNumber == 10])
    error_message = "Leftovers go, ten versions stay."
  }

  assert {
    condition     = alltrue([for policy in aws_ecr_lifecycle_policy.this : [for rule in jsondecode(policy.policy).rules : rule.selection.tagPatternList if rule.selection.tagStatus == "tagged"] == [["deployed-*"], ["*"]]])
    error_message = "What runs stays, however many are pushed meanwhile: the rule of what was deployed goes first."
  }
}

run "keeping_nothing_to_go_back_to_is_refused" {
  command = plan

  module {
    source = "./modules/registry"
  }

  variables {
    kept_images = 1
  }

  expect_failures = [var.kept_images]
}
