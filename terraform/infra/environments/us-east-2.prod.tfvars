environment = "prod"
region      = "us-east-2"

detector_warm_pool = 2
