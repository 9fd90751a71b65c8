environment = "dev"
region      = "us-east-1"
protected   = false

detector_max           = 3
detector_cpu_credits   = "standard"
scaling_target_backlog = 20
log_retention_days     = 7
