mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                     = "polybot-dev-us-east-1"
  aws                      = { partition = "aws", region = "us-east-1", account_id = "123456789012" }
  buckets                  = { images_arn = "arn:aws:s3:::pictures", output_arn = "arn:aws:s3:::results", originals_prefix = "images", output_prefix = "predicted" }
  queues                   = { identify_arn = "arn:aws:sqs:::identify", results_arn = "arn:aws:sqs:::results", identify_dead_letters_arn = "arn:aws:sqs:::identify-dead-letters", outbox_arn = "arn:aws:sqs:::outbox.fifo" }
  tables                   = { predictions_arn = "arn:aws:dynamodb:::table/predictions", predictions_index_arn = "arn:aws:dynamodb:::table/predictions/index/chatId-time-index", state_arn = "arn:aws:dynamodb:::table/predictions-state" }
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/polybot-dev-machine-boundary"
  secret_arns              = ["arn:aws:secretsmanager:::secret:telegram"]
  repository_arns          = { bot = "arn:aws:ecr:::repository/bot", detector = "arn:aws:ecr:::repository/detector" }
  log_group_arns           = { bot = "arn:aws:logs:::log-group:bot", detector = "arn:aws:logs:::log-group:detector" }
  group_names              = { bot = "polybot-dev-us-east-1-bot", detector = "polybot-dev-us-east-1-detector" }
}

run "no_star_where_a_resource_can_be_named" {
  module {
    source = "./modules/roles"
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(output.policies) : [
        for statement in jsondecode(policy).Statement :
        !contains(statement.Resource, "*") || length(setsubtract(statement.Action, [
          # AWS knows no resource for these.
          "ecr:GetAuthorizationToken", "cloudwatch:PutMetricData",
          "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
        ])) == 0
      ]
    ]))
    error_message = "Every statement names its resources."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(output.policies) : [
        for statement in jsondecode(policy).Statement : [for action in statement.Action : !strcontains(action, "*")]
      ]
    ]))
    error_message = "Every statement names its actions."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(output.policies) : [
        for statement in jsondecode(policy).Statement : [
          for resource in statement.Resource : length(split(":", resource)) > 1 && !strcontains(split(":", resource)[2], "*") if resource != "*"
        ]
      ]
    ]))
    error_message = "A wildcard may only stand for keys, streams and instances, never for a service."
  }
}

run "the_roles_that_machines_get_are_the_ones_that_were_judged" {
  module {
    source = "./modules/roles"
  }

  assert {
    condition = alltrue([
      for service in ["bot", "detector"] : toset([for statement in jsondecode(output.policies[service]).Statement : statement.Sid]) == toset(concat(
        [for statement in jsondecode(aws_iam_role_policy.service[service].policy).Statement : statement.Sid],
        [for statement in jsondecode(aws_iam_role_policy.machine[service].policy).Statement : statement.Sid],
      ))
    ])
    error_message = "The output must be what is attached, all of it."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : jsondecode(role.assume_role_policy).Statement == [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]])
    error_message = "Only machines take the roles."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : role.permissions_boundary == "arn:aws:iam::123456789012:policy/polybot-dev-machine-boundary"])
    error_message = "Every role has its boundary."
  }
}

run "the_detector_does_its_job_and_no_more" {
  module {
    source = "./modules/roles"
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.service["detector"].policy).Statement : [for action in statement.Action : [for resource in statement.Resource : "${action} ${resource}"]]])) == toset([
      "s3:GetObject arn:aws:s3:::pictures/images/*",
      "s3:ListBucket arn:aws:s3:::pictures",
      "s3:PutObject arn:aws:s3:::results/predicted/*",
      "sqs:ReceiveMessage arn:aws:sqs:::identify",
      "sqs:DeleteMessage arn:aws:sqs:::identify",
      "sqs:ChangeMessageVisibility arn:aws:sqs:::identify",
      "sqs:GetQueueUrl arn:aws:sqs:::identify",
      "sqs:SendMessage arn:aws:sqs:::results",
      "sqs:GetQueueUrl arn:aws:sqs:::results",
      "dynamodb:GetItem arn:aws:dynamodb:::table/predictions",
      "dynamodb:PutItem arn:aws:dynamodb:::table/predictions",
    ])
    error_message = "The detector reads originals, takes jobs, stores output and predictions, tells results. No secret, no delete, no scan."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_iam_role_policy.service["detector"].policy).Statement : statement.Condition.StringLike["s3:prefix"] if contains(statement.Action, "s3:ListBucket")
    ]) == ["images/*"]
    error_message = "Only originals may be listed."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_iam_role_policy.machine["detector"].policy).Statement : statement.Resource if contains(statement.Action, "autoscaling:CompleteLifecycleAction")
    ]) == ["arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/polybot-dev-us-east-1-detector"]
    error_message = "A detector answers its own group alone."
  }
}

run "the_bot_does_its_job_and_no_more" {
  module {
    source = "./modules/roles"
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.service["bot"].policy).Statement : [for action in statement.Action : [for resource in statement.Resource : "${action} ${resource}"]]])) == toset(flatten([
      "s3:PutObject arn:aws:s3:::pictures/images/*",
      "s3:GetObject arn:aws:s3:::pictures/images/*",
      "s3:DeleteObject arn:aws:s3:::pictures/images/rest:*",
      "s3:DeleteObject arn:aws:s3:::results/predicted/rest:*",
      "s3:GetObject arn:aws:s3:::results/predicted/*",
      "s3:ListBucket arn:aws:s3:::pictures", "s3:ListBucket arn:aws:s3:::results",
      "sqs:SendMessage arn:aws:sqs:::identify",
      "sqs:SendMessage arn:aws:sqs:::results",
      "sqs:GetQueueUrl arn:aws:sqs:::identify",
      "sqs:GetQueueAttributes arn:aws:sqs:::identify",
      [for action in ["SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueUrl", "GetQueueAttributes"] : "sqs:${action} arn:aws:sqs:::outbox.fifo"],
      [for queue in ["results", "identify-dead-letters"] : [
        for action in ["ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueUrl"] : "sqs:${action} arn:aws:sqs:::${queue}"
      ]],
      "dynamodb:GetItem arn:aws:dynamodb:::table/predictions",
      "dynamodb:PutItem arn:aws:dynamodb:::table/predictions",
      "dynamodb:UpdateItem arn:aws:dynamodb:::table/predictions",
      "dynamodb:BatchGetItem arn:aws:dynamodb:::table/predictions",
      "dynamodb:Query arn:aws:dynamodb:::table/predictions/index/chatId-time-index",
      [for action in ["GetItem", "BatchGetItem", "PutItem", "UpdateItem"] : "dynamodb:${action} arn:aws:dynamodb:::table/predictions-state"],
      "secretsmanager:GetSecretValue arn:aws:secretsmanager:::secret:telegram",
    ]))
    error_message = "The bot stores originals, deletes those of REST callers, reads output, asks and counts what waits, takes answers or puts them off, says and sends, claims replies, keeps state, reads its secrets. No scan."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_iam_role_policy.machine["bot"].policy).Statement : statement.Resource if contains(statement.Action, "autoscaling:CompleteLifecycleAction")
    ]) == ["arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/polybot-dev-us-east-1-bot"]
    error_message = "A bot answers its own group alone."
  }
}

run "metrics_go_to_a_services_own_namespace_where_asked" {
  command = plan

  module {
    source = "./modules/roles"
  }

  variables {
    metrics = true
  }

  assert {
    condition = alltrue([
      for service in ["bot", "detector"] : one([
        for statement in jsondecode(aws_iam_role_policy.service[service].policy).Statement : statement.Condition.StringEquals["cloudwatch:namespace"] if contains(statement.Action, "cloudwatch:PutMetricData")
      ]) == "Polybot/polybot-dev-us-east-1/${service}"
    ])
    error_message = "Nobody's numbers but its own."
  }
}

run "a_group_name_with_a_wildcard_is_refused" {
  command = plan

  module {
    source = "./modules/roles"
  }

  variables {
    group_names = { bot = "polybot-dev-us-east-1-bot", detector = "polybot-*" }
  }

  expect_failures = [var.group_names]
}
