resource "aws_ecr_repository" "this" {
  for_each = var.services

  name = "${var.name}-${each.key}"
  # A tag means the same image for ever: that is what makes going back to an older one safe.
  image_tag_mutability = "IMMUTABLE"
  force_delete         = var.force_delete

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Untagged layers are build leftovers"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 1 }
        action       = { type = "expire" }
      },
      {
        # A deployment gives its image a second tag. What this rule knows no later rule expires, however many are pushed meanwhile.
        rulePriority = 2
        description  = "What was deployed, to go back to"
        selection    = { tagStatus = "tagged", tagPatternList = ["deployed-*"], countType = "imageCountMoreThan", countNumber = var.kept_images }
        action       = { type = "expire" }
      },
      {
        rulePriority = 3
        description  = "What was pushed"
        selection    = { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = var.kept_images }
        action       = { type = "expire" }
      },
    ]
  })
}
