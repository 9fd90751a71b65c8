environment = "dev"
region      = "us-east-1"
protected   = false

detector_max           = 3
scaling_target_backlog = 20
log_retention_days     = 7
