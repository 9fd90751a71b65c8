output "predictions" {
  description = "Name and ARN of the predictions table, and the ARN of its index by chat and time."
  value = {
    name      = aws_dynamodb_table.predictions.name
    arn       = aws_dynamodb_table.predictions.arn
    index_arn = "${aws_dynamodb_table.predictions.arn}/index/${local.by_chat}"
  }
}

output "state" {
  description = "Name and ARN of the bot's state table."
  value       = { name = aws_dynamodb_table.state.name, arn = aws_dynamodb_table.state.arn }
}
