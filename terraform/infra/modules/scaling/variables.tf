variable "name" {
  description = "Beginning of the policies' names."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) > 0
    error_message = "The policies need a name."
  }
}

variable "scaling" {
  description = "By what the group grows and shrinks: backlog, step or cpu."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["backlog", "step", "cpu"], var.scaling)
    error_message = "Scaling goes by backlog, step or cpu."
  }
}

variable "group_name" {
  description = "The Auto Scaling group."
  type        = string
  nullable    = false
}

variable "queue_name" {
  description = "The queue of jobs."
  type        = string
  nullable    = false
}

variable "target_backlog" {
  description = "backlog: jobs for each machine to aim at, which is the longest wait that is acceptable divided by the time that one job takes."
  type        = number
  nullable    = false

  validation {
    condition     = var.target_backlog >= 1
    error_message = "At least one job for each machine."
  }
}

variable "target_cpu_percent" {
  description = "cpu: average processor use to aim at."
  type        = number
  nullable    = false

  validation {
    condition     = var.target_cpu_percent >= 10 && var.target_cpu_percent <= 90
    error_message = "Between 10 and 90 %."
  }
}

variable "steps" {
  description = "step: how many machines are added from how many waiting jobs on."
  type = list(object({
    from_jobs = number
    add       = number
  }))
  nullable = false

  validation {
    condition     = length(var.steps) > 0 && try(var.steps[0].from_jobs >= 1, false)
    error_message = "At least one step, and the first from one job or more on."
  }

  validation {
    condition     = alltrue([for position in range(1, length(var.steps)) : var.steps[position].from_jobs > var.steps[position - 1].from_jobs])
    error_message = "Steps must rise, each from more jobs than the one before."
  }

  validation {
    condition     = alltrue([for step in var.steps : step.add >= 1 && step.add <= 19])
    error_message = "A step adds 1 to 19 machines."
  }
}

variable "quiet_minutes" {
  description = "step: minutes without any job after which one machine goes."
  type        = number
  nullable    = false

  validation {
    condition     = var.quiet_minutes >= 1 && var.quiet_minutes <= 60
    error_message = "Between a minute and an hour."
  }
}

variable "warmup_seconds" {
  description = "step: how long a new machine is not yet counted on."
  type        = number
  nullable    = false

  validation {
    condition     = var.warmup_seconds >= 0 && var.warmup_seconds <= 3600
    error_message = "Up to an hour."
  }
}

variable "from_zero" {
  description = "Whether there may be no machine at all, so that the first job starts one."
  type        = bool
  nullable    = false
}

variable "schedules" {
  description = "Other bounds of the group at certain times, by name: when (cron, in a time zone), and the bounds from then on."
  type = map(object({
    recurrence = string
    time_zone  = string
    min        = number
    max        = number
  }))
  nullable = false

  validation {
    condition     = alltrue([for schedule in var.schedules : length(split(" ", schedule.recurrence)) == 5 && schedule.min <= schedule.max])
    error_message = "Five fields of cron, and bounds in their order."
  }
}
