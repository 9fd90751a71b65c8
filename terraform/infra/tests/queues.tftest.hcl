mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                          = "polybot-dev-us-east-1"
  dead_letter_retention_seconds = 1209600
  queues = {
    identify = { visibility_timeout_seconds = 60, max_receive_count = 3, retention_seconds = 345600 }
    results  = { visibility_timeout_seconds = 60, max_receive_count = 5, retention_seconds = 345600 }
    outbox   = { visibility_timeout_seconds = 60, max_receive_count = 1000, retention_seconds = 1123200, fifo = true }
  }
}

run "every_queue_has_dead_letters_that_outlive_it" {
  module {
    source = "./modules/queues"
  }

  assert {
    condition     = toset(keys(output.queues)) == toset(["identify", "identify-dead-letters", "results", "results-dead-letters", "outbox", "outbox-dead-letters"])
    error_message = "Three queues and their dead letters."
  }

  assert {
    condition = alltrue([
      for key, queue in aws_sqs_queue.this : aws_sqs_queue.dead_letters[key].message_retention_seconds > queue.message_retention_seconds
    ])
    error_message = "A dead letter keeps the age it had: it must be kept longer than its source keeps it."
  }

  assert {
    condition     = alltrue([for key, queue in aws_sqs_queue.this : jsondecode(queue.redrive_policy).deadLetterTargetArn == aws_sqs_queue.dead_letters[key].arn])
    error_message = "A queue's dead letters go to its own dead-letter queue."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this["identify"].redrive_policy).maxReceiveCount == 3 && jsondecode(aws_sqs_queue.this["results"].redrive_policy).maxReceiveCount == 5
    error_message = "Three tries for a job, five for a result."
  }

  assert {
    condition = alltrue([
      for key, allowed in aws_sqs_queue_redrive_allow_policy.dead_letters :
      jsondecode(allowed.redrive_allow_policy) == { redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.this[key].arn] }
    ])
    error_message = "Only its own queue may use a dead-letter queue."
  }

  assert {
    condition     = alltrue([for key in ["identify", "results"] : aws_sqs_queue.dead_letters[key].name == "${aws_sqs_queue.this[key].name}-dead-letters"])
    error_message = "The services find dead letters by the queue's name and -dead-letters."
  }
}

run "every_queue_is_encrypted_and_speaks_tls" {
  module {
    source = "./modules/queues"
  }

  assert {
    condition     = aws_sqs_queue.this["outbox"].name == "polybot-dev-us-east-1-outbox.fifo" && aws_sqs_queue.dead_letters["outbox"].name == "polybot-dev-us-east-1-outbox-dead.fifo"
    error_message = "AWS takes FIFO queues only by names that end in .fifo."
  }

  assert {
    condition     = aws_sqs_queue.this["outbox"].fifo_queue && aws_sqs_queue.dead_letters["outbox"].fifo_queue && aws_sqs_queue.this["identify"].fifo_queue != true
    error_message = "What is said is said in its order; a FIFO queue's dead letters need a FIFO queue."
  }

  assert {
    condition     = aws_sqs_queue.this["outbox"].deduplication_scope == "messageGroup" && aws_sqs_queue.this["outbox"].fifo_throughput_limit == "perMessageGroupId"
    error_message = "One chat's messages must not cost another's throughput."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this["outbox"].redrive_policy).maxReceiveCount == 1000
    error_message = "Each wait for a chat's turn counts as a receive: nothing is given up for having waited."
  }

  assert {
    condition     = alltrue([for queue in concat(values(aws_sqs_queue.this), values(aws_sqs_queue.dead_letters)) : queue.sqs_managed_sse_enabled])
    error_message = "Every queue is encrypted."
  }

  assert {
    condition     = length(aws_sqs_queue_policy.tls_only) == 6 && alltrue([for policy in aws_sqs_queue_policy.tls_only : jsondecode(policy.policy).Statement[0].Effect == "Deny"])
    error_message = "Every queue refuses what is not TLS, and allows nobody else."
  }
}

run "dead_letters_kept_no_longer_than_their_source_are_refused" {
  command = plan

  module {
    source = "./modules/queues"
  }

  variables {
    dead_letter_retention_seconds = 345600
  }

  expect_failures = [var.dead_letter_retention_seconds]
}

run "a_single_try_is_refused" {
  command = plan

  module {
    source = "./modules/queues"
  }

  variables {
    queues = { identify = { visibility_timeout_seconds = 60, max_receive_count = 1, retention_seconds = 345600 } }
  }

  expect_failures = [var.queues]
}
