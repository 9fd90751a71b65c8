output "queues" {
  description = "Name, ARN and URL of every queue, dead-letter queues included, by short name."
  value       = { for key, queue in local.all : key => { name = queue.name, arn = queue.arn, url = queue.url } }
}
