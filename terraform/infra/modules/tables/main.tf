resource "aws_dynamodb_table" "predictions" {
  name                        = "${var.name}-predictions"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "predictionId"
  deletion_protection_enabled = var.protected

  attribute {
    name = "predictionId"
    type = "S"
  }

  attribute {
    name = "chatId"
    type = "S"
  }

  attribute {
    name = "time"
    type = "N"
  }

  global_secondary_index {
    name            = local.by_chat
    hash_key        = "chatId"
    range_key       = "time"
    projection_type = "ALL"
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = var.protected
  }

  server_side_encryption {
    enabled = true
  }

  tags = { Name = "${var.name}-predictions" }
}

# Albums, processed updates, claims: what either bot instance must know, for hours rather than years.
resource "aws_dynamodb_table" "state" {
  name                        = "${aws_dynamodb_table.predictions.name}-state"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = var.protected

  attribute {
    name = "id"
    type = "S"
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  server_side_encryption {
    enabled = true
  }

  tags = { Name = "${var.name}-predictions-state" }
}

locals {
  by_chat = "chatId-time-index"
}
