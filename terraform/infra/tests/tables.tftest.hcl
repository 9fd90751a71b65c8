mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name      = "polybot-dev-us-east-1"
  protected = true
}

run "predictions_have_their_key_index_and_expiry" {
  command = plan

  module {
    source = "./modules/tables"
  }

  assert {
    condition     = aws_dynamodb_table.predictions.hash_key == "predictionId" && aws_dynamodb_table.predictions.range_key == null
    error_message = "The key is predictionId alone."
  }

  assert {
    condition = one([
      for index in aws_dynamodb_table.predictions.global_secondary_index : "${index.name} ${index.hash_key} ${index.range_key} ${index.projection_type}"
    ]) == "chatId-time-index chatId time ALL"
    error_message = "The index by chat and time."
  }

  assert {
    condition     = { for attribute in aws_dynamodb_table.predictions.attribute : attribute.name => attribute.type } == { predictionId = "S", chatId = "S", time = "N" }
    error_message = "predictionId and chatId are strings, time is a number."
  }

  assert {
    condition     = aws_dynamodb_table.predictions.ttl[0].attribute_name == "expiresAt" && aws_dynamodb_table.predictions.ttl[0].enabled
    error_message = "Predictions expire."
  }
}

run "state_has_its_key_and_expiry_and_is_named_after_predictions" {
  command = plan

  module {
    source = "./modules/tables"
  }

  assert {
    condition     = aws_dynamodb_table.state.hash_key == "id" && aws_dynamodb_table.state.ttl[0].attribute_name == "expiresAt" && aws_dynamodb_table.state.ttl[0].enabled
    error_message = "The key is id; state expires."
  }

  assert {
    condition     = aws_dynamodb_table.state.name == "${aws_dynamodb_table.predictions.name}-state"
    error_message = "The bot's default is the table's name and -state."
  }
}

run "what_is_protected_cannot_be_deleted_and_can_be_restored" {
  command = plan

  module {
    source = "./modules/tables"
  }

  assert {
    condition     = aws_dynamodb_table.predictions.deletion_protection_enabled && aws_dynamodb_table.state.deletion_protection_enabled && aws_dynamodb_table.predictions.point_in_time_recovery[0].enabled
    error_message = "Deletion protection and point-in-time recovery."
  }

  assert {
    condition     = aws_dynamodb_table.predictions.billing_mode == "PAY_PER_REQUEST" && aws_dynamodb_table.state.billing_mode == "PAY_PER_REQUEST"
    error_message = "Paid by request: an idle bot costs nothing here."
  }
}
