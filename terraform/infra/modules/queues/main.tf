locals {
  # AWS wants .fifo at the end of a FIFO queue's name, and its dead letters in a FIFO queue too.
  names      = { for key, queue in var.queues : key => "${var.name}-${key}${queue.fifo ? ".fifo" : ""}" }
  dead_names = { for key, queue in var.queues : key => "${var.name}-${key}-${queue.fifo ? "dead.fifo" : "dead-letters"}" }
}

resource "aws_sqs_queue" "dead_letters" {
  for_each = var.queues

  name                      = local.dead_names[each.key]
  fifo_queue                = each.value.fifo ? true : null
  message_retention_seconds = var.dead_letter_retention_seconds
  receive_wait_time_seconds = 20
  sqs_managed_sse_enabled   = true
  tags                      = { Name = local.dead_names[each.key] }
}

resource "aws_sqs_queue" "this" {
  for_each = var.queues

  name       = local.names[each.key]
  fifo_queue = each.value.fifo ? true : null
  # By chat, the message group, rather than by queue: one chat's messages cost another neither room nor time.
  deduplication_scope        = each.value.fifo ? "messageGroup" : null
  fifo_throughput_limit      = each.value.fifo ? "perMessageGroupId" : null
  message_retention_seconds  = each.value.retention_seconds
  visibility_timeout_seconds = each.value.visibility_timeout_seconds
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters[each.key].arn
    maxReceiveCount     = each.value.max_receive_count
  })
  tags = { Name = local.names[each.key] }
}

# Nothing but its own queue may send a queue's dead letters here.
resource "aws_sqs_queue_redrive_allow_policy" "dead_letters" {
  for_each = var.queues

  queue_url = aws_sqs_queue.dead_letters[each.key].id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.this[each.key].arn]
  })
}

locals {
  all = merge(
    { for key, queue in aws_sqs_queue.this : key => queue },
    { for key, queue in aws_sqs_queue.dead_letters : "${key}-dead-letters" => queue },
  )
}

resource "aws_sqs_queue_policy" "tls_only" {
  for_each = local.all

  queue_url = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "sqs:*"
      Resource  = each.value.arn
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # Two that write one queue's attributes at the same time can lose one of them.
  depends_on = [aws_sqs_queue_redrive_allow_policy.dead_letters]
}
