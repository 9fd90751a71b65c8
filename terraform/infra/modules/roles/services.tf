# What the code of each service calls.
locals {
  originals = "${var.buckets.images_arn}/${var.buckets.originals_prefix}/*"
  outputs   = "${var.buckets.output_arn}/${var.buckets.output_prefix}/*"

  queue_lookup = ["sqs:GetQueueUrl"]
  consume      = concat(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"], local.queue_lookup)
  produce      = concat(["sqs:SendMessage"], local.queue_lookup)

  bot = [
    { Sid = "StoreAndReadOriginals", Effect = "Allow", Action = ["s3:PutObject", "s3:GetObject"], Resource = [local.originals] },
    # Callers of the REST interface may delete what is theirs; pictures of chats nobody deletes.
    { Sid = "ForgetPicturesOfCallers", Effect = "Allow", Action = ["s3:DeleteObject"], Resource = [for objects in [local.originals, local.outputs] : replace(objects, "/[*]$/", "rest:*")] },
    { Sid = "ReadOutput", Effect = "Allow", Action = ["s3:GetObject"], Resource = [local.outputs] },
    # Without it a picture that is gone answers 403, which could as well mean a fault of ours; with it 404, which the user is told.
    {
      Sid       = "TellGoneFromForbidden", Effect = "Allow", Action = ["s3:ListBucket"], Resource = distinct([var.buckets.images_arn, var.buckets.output_arn]),
      Condition = { StringLike = { "s3:prefix" = ["${var.buckets.originals_prefix}/*", "${var.buckets.output_prefix}/*"] } }
    },
    { Sid = "AskForDetection", Effect = "Allow", Action = concat(["sqs:GetQueueAttributes"], local.produce), Resource = [var.queues.identify_arn] },
    { Sid = "PutResultsOff", Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [var.queues.results_arn] },
    # What the bot says goes through a queue of its own, which it writes and reads.
    { Sid = "SayAndSend", Effect = "Allow", Action = concat(["sqs:SendMessage", "sqs:GetQueueAttributes"], local.consume), Resource = [var.queues.outbox_arn] },
    { Sid = "TakeResultsAndDeadJobs", Effect = "Allow", Action = local.consume, Resource = [var.queues.results_arn, var.queues.identify_dead_letters_arn] },
    { Sid = "ReadPredictionsAndClaimReplies", Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], Resource = [var.tables.predictions_arn] },
    { Sid = "ListByChat", Effect = "Allow", Action = ["dynamodb:Query"], Resource = [var.tables.predictions_index_arn] },
    { Sid = "KeepState", Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], Resource = [var.tables.state_arn] },
    { Sid = "ReadSecrets", Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = var.secret_arns },
  ]

  detector = [
    { Sid = "ReadOriginals", Effect = "Allow", Action = ["s3:GetObject"], Resource = [local.originals] },
    # Without it a missing picture answers 403, which could as well mean a fault of ours; with it 404, which is the user's answer.
    {
      Sid       = "TellMissingFromForbidden", Effect = "Allow", Action = ["s3:ListBucket"], Resource = [var.buckets.images_arn],
      Condition = { StringLike = { "s3:prefix" = ["${var.buckets.originals_prefix}/*"] } }
    },
    { Sid = "StoreOutput", Effect = "Allow", Action = ["s3:PutObject"], Resource = [local.outputs] },
    { Sid = "TakeJobs", Effect = "Allow", Action = local.consume, Resource = [var.queues.identify_arn] },
    { Sid = "TellResults", Effect = "Allow", Action = local.produce, Resource = [var.queues.results_arn] },
    { Sid = "WritePredictions", Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem"], Resource = [var.tables.predictions_arn] },
  ]
}
