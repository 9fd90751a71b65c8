environment = "prod"
region      = "us-east-1"

detector_warm_pool = 2
