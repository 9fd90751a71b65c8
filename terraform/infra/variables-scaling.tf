variable "detector_min" {
  description = "Fewest detectors; with 0 the first waiting job starts one, which takes some minutes."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.detector_min >= 0 && var.detector_min <= var.detector_max && floor(var.detector_min) == var.detector_min
    error_message = "None or more, and no more than detector_max."
  }
}

variable "detector_max" {
  description = "Most detectors."
  type        = number
  default     = 19
  nullable    = false

  validation {
    condition     = var.detector_max >= 1 && var.detector_max <= 19 && floor(var.detector_max) == var.detector_max
    error_message = "Between 1 and 19."
  }
}

variable "detector_spot_instance_types" {
  description = "Kinds of machines, like detector_instance_type or better, that AWS may choose from for all detectors but one, at the spot price; it may take them back with two minutes' notice, in which they drain. Empty for none."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for type in var.detector_spot_instance_types : can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", type)) && !can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", type))])
    error_message = "x86 instance types such as t3a.medium."
  }

  validation {
    condition     = length(var.detector_spot_instance_types) == 0 || var.detector_warm_pool == 0
    error_message = "AWS keeps no warm pool for a group of several kinds of machines: set detector_warm_pool = 0."
  }
}

variable "detector_schedules" {
  description = "Other bounds at certain times, by name, such as none at night: { night = { recurrence = \"0 20 * * *\", time_zone = \"Etc/UTC\", min = 0, max = 1 }, day = { recurrence = \"0 6 * * *\", time_zone = \"Etc/UTC\", min = 1, max = 3 } }"
  type = map(object({
    recurrence = string
    time_zone  = optional(string, "Etc/UTC")
    min        = number
    max        = number
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for schedule in var.detector_schedules : schedule.min >= 0 && schedule.min <= schedule.max && schedule.max <= 19])
    error_message = "Bounds between 0 and 19, in their order."
  }
}

variable "detector_warm_pool" {
  description = "Stopped detectors, image fetched, kept to start in half a minute instead of several; they cost their volumes. 0 for none."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.detector_warm_pool >= 0 && var.detector_warm_pool <= 19
    error_message = "Between 0 and 19."
  }
}

variable "detector_warmup_seconds" {
  description = "How long a detector that has come into service is not yet counted in averages."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.detector_warmup_seconds >= 0 && var.detector_warmup_seconds <= 3600
    error_message = "Up to an hour."
  }
}

variable "detector_launch_timeout_seconds" {
  description = "How long a detector may take from its launch until it is ready; then it is given up."
  type        = number
  default     = 900
  nullable    = false

  validation {
    condition     = var.detector_launch_timeout_seconds >= 120 && var.detector_launch_timeout_seconds <= 7200
    error_message = "Between two minutes and two hours."
  }
}

variable "detector_stop_seconds" {
  description = "How long a detector that is to go may finish its jobs."
  type        = number
  default     = 120
  nullable    = false

  validation {
    condition     = var.detector_stop_seconds >= 30 && var.detector_stop_seconds <= 3600
    error_message = "Between half a minute and an hour."
  }
}

variable "detector_protect_busy" {
  description = "Whether a detector that works is shielded from scale-in."
  type        = bool
  default     = true
  nullable    = false
}

variable "scaling" {
  description = "By what the detectors grow and shrink: cpu, step (jobs that wait) or backlog (jobs for each machine); docs/scaling.md compares them."
  type        = string
  default     = "cpu"
  nullable    = false

  validation {
    condition     = contains(["backlog", "step", "cpu"], var.scaling)
    error_message = "backlog, step or cpu."
  }
}

variable "scaling_target_backlog" {
  description = "backlog: jobs for each detector to aim at: the longest acceptable wait divided by one job's time. 60 is a minute at one picture a second."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.scaling_target_backlog >= 1
    error_message = "At least one."
  }
}

variable "scaling_target_cpu_percent" {
  description = "cpu: average processor use to aim at."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.scaling_target_cpu_percent >= 10 && var.scaling_target_cpu_percent <= 90
    error_message = "Between 10 and 90 %."
  }
}

variable "scaling_steps" {
  description = "step: how many detectors are added from how many waiting jobs on."
  type = list(object({
    from_jobs = number
    add       = number
  }))
  default = [
    { from_jobs = 1, add = 1 },
    { from_jobs = 20, add = 3 },
    { from_jobs = 100, add = 6 },
    { from_jobs = 400, add = 18 },
  ]
  nullable = false

  validation {
    condition     = length(var.scaling_steps) > 0 && alltrue([for position in range(1, length(var.scaling_steps)) : var.scaling_steps[position].from_jobs > var.scaling_steps[position - 1].from_jobs])
    error_message = "At least one step, each from more jobs than the one before."
  }
}

variable "scaling_quiet_minutes" {
  description = "step: minutes without any job after which one detector goes."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.scaling_quiet_minutes >= 1 && var.scaling_quiet_minutes <= 60
    error_message = "Between a minute and an hour."
  }
}
