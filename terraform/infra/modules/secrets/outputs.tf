output "telegram" {
  description = "Name and ARN of the secret with the bot's token."
  value       = { name = aws_secretsmanager_secret.telegram.name, arn = aws_secretsmanager_secret.telegram.arn }
}

output "certificate" {
  description = "Name and ARN of the secret with the certificate; null where there is none."
  value       = one([for secret in aws_secretsmanager_secret.certificate : { name = secret.name, arn = secret.arn }])
}
