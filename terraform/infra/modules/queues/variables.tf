variable "name" {
  description = "Beginning of the queues' names; the queue's own name follows."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,50}$", var.name))
    error_message = "Queue names take letters, digits, hyphens and underscores."
  }
}

variable "queues" {
  description = "The queues by name. Each gets a dead-letter queue, to which a message goes after max_receive_count tries. A FIFO queue keeps the order within a message group."
  type = map(object({
    visibility_timeout_seconds = number
    max_receive_count          = number
    retention_seconds          = number
    fifo                       = optional(bool, false)
  }))
  nullable = false

  validation {
    condition     = alltrue([for queue in var.queues : queue.visibility_timeout_seconds >= 1 && queue.visibility_timeout_seconds <= 43200])
    error_message = "A visibility timeout lies between one second and twelve hours."
  }

  validation {
    condition     = alltrue([for queue in var.queues : queue.max_receive_count >= 2 && queue.max_receive_count <= 1000])
    error_message = "A message deserves at least two tries: a machine that goes away costs one."
  }

  validation {
    condition     = alltrue([for queue in var.queues : queue.retention_seconds >= 60 && queue.retention_seconds <= 1209600])
    error_message = "SQS keeps messages between one minute and fourteen days."
  }
}

variable "dead_letter_retention_seconds" {
  description = "How long dead letters are kept. A dead letter keeps the age it had, so this must exceed every queue's own retention."
  type        = number
  nullable    = false

  validation {
    condition     = var.dead_letter_retention_seconds <= 1209600 && alltrue([for queue in var.queues : var.dead_letter_retention_seconds > queue.retention_seconds])
    error_message = "Dead letters must be kept longer than the messages of every queue, and at most fourteen days."
  }
}
