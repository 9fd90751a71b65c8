output "telegram" {
  description = "Name and ARN of the secret with the bot's token."
  value       = { name = aws_secretsmanager_secret.telegram.name, arn = aws_secretsmanager_secret.telegram.arn }
}

output "certificate" {
  description = "Name and ARN of the secret with the certificate; null where there is none."
  value       = one([for secret in aws_secretsmanager_secret.certificate : { name = secret.name, arn = secret.arn }])
}

output "versions" {
  description = "Which values the secrets have: another token or certificate, another text. Known once they are written."
  value       = join(" ", concat([tostring(var.telegram_secret_version)], var.certificate_pem == null ? [] : [substr(sha256(var.certificate_pem), 0, 8)]))
  depends_on  = [aws_secretsmanager_secret_version.telegram, aws_secretsmanager_secret_version.certificate]
}
