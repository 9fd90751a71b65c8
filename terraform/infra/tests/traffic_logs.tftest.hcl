mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name               = "polybot-dev-us-east-1"
  aws                = { partition = "aws", region = "us-east-1", account_id = "123456789012" }
  vpc_id             = "vpc-1"
  load_balancer_days = 14
  flow_days          = 7
  force_destroy      = false
}

run "only_aws_writes_and_nobody_without_tls" {
  module {
    source = "./modules/traffic-logs"
  }

  assert {
    condition     = [for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Sid] == ["FlowLogsWrite", "FlowLogsLook", "LoadBalancerWrites", "TlsOnly"]
    error_message = "What may be written, and by whom."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      statement.Effect == "Deny" || (can(statement.Principal.Service) && can(statement.Condition) && strcontains(jsonencode(statement.Condition), "123456789012"))
    ])
    error_message = "AWS's services alone, and for this account alone."
  }

  assert {
    condition     = one([for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Resource if statement.Sid == "LoadBalancerWrites"]) == "arn:aws:s3:::polybot-dev-us-east-1-logs-123456789012/${output.load_balancer.prefix}/AWSLogs/123456789012/*"
    error_message = "Where the load balancer writes is where it is let in: AWS says nothing where it is not."
  }

  assert {
    condition     = aws_flow_log.this[0].log_destination == "arn:aws:s3:::polybot-dev-us-east-1-logs-123456789012/flow" && aws_flow_log.this[0].traffic_type == "ALL"
    error_message = "Every flow, to the same bucket."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "A load balancer writes with S3's own keys or not at all."
  }
}

run "each_expires_in_its_own_time" {
  module {
    source = "./modules/traffic-logs"
  }

  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.this.rule : one(rule.filter).prefix => one(rule.expiration).days } == { "load-balancer/" = 14, "flow/" = 7 }
    error_message = "Nothing is kept for ever."
  }
}

run "one_without_the_other" {
  module {
    source = "./modules/traffic-logs"
  }

  variables {
    flow_days = null
  }

  assert {
    condition     = length(aws_flow_log.this) == 0 && [for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Sid] == ["LoadBalancerWrites", "TlsOnly"]
    error_message = "Who writes nothing may write nothing."
  }
}
