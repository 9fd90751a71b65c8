output "name" {
  description = "Name of the key pair; null for none."
  value       = one(aws_key_pair.this[*].key_name)
}
