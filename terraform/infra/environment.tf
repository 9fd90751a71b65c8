# The services' settings: the names by which they find what this creates.
locals {
  shared_environment = {
    AWS_DEFAULT_REGION = var.region
    SERVER_PORT        = tostring(var.service_port)
    SQS_QUEUE_IDENTIFY = module.queues.queues["identify"].name
    SQS_QUEUE_RESULTS  = module.queues.queues["results"].name
    BUCKET_NAME        = module.buckets.images.name
    BUCKET_PREFIX      = var.originals_prefix
    OUTPUT_BUCKET_NAME = module.buckets.output.name
    OUTPUT_PREFIX      = var.output_prefix
    TABLE_NAME         = module.tables.predictions.name
    # A prediction lives as long as its pictures, and both services say so.
    PREDICTION_RETENTION = "${var.history_days}d"
  }

  # A namespace for each, so that neither can send the other's numbers, or the canary's.
  metrics_environment = {
    for service in local.services : service => var.service_metrics ? { METRICS_CLOUDWATCH = "true", METRICS_CLOUDWATCH_NAMESPACE = "Polybot/${local.name}/${service}" } : {}
  }

  bot_environment = merge(
    # A bot that stops says so and stays until the load balancer has noticed: two checks, ten seconds apart, and some.
    # The load balancer keeps connections for 310 s and must be the first to end one, or a request meets an end that is just closing.
    { DRAIN_DELAY = "25s", SERVER_TOMCAT_KEEPALIVETIMEOUT = "320s" },
    var.bot_environment,
    local.shared_environment,
    {
      SQS_QUEUE_OUTBOX                = module.queues.queues["outbox"].name
      SQS_QUEUE_IDENTIFY_DEAD_LETTERS = module.queues.queues["identify-dead-letters"].name
      STATE_TABLE_NAME                = module.tables.state.name
      TELEGRAM_APP_URL                = "https://${var.domain_name}:${var.https_port}"
      TELEGRAM_SECRET                 = module.secrets.telegram.name
      # Nobody reads it; but a bot reads its secrets once, and with another value it is replaced by one that reads the new ones.
      SECRETS_VERSION = module.secrets.versions
    },
    local.metrics_environment["bot"],
    module.secrets.certificate == null ? {} : { SUB_DOMAIN_SECRET = module.secrets.certificate.name },
    local.rest_environment,
  )

  # Uploads pass through the container's /tmp, which is a quarter of its memory: half of that is theirs.
  rest_environment = local.rest_ports == null ? {} : {
    REST_PORT                = tostring(local.rest_ports.bot)
    REST_API_KEYS_SECRET     = var.rest_keys_secret_arn
    REST_MAX_REQUEST         = "${max(20, floor(var.bot_memory_mb / 16))}MB"
    REST_MAX_BYTES_IN_FLIGHT = "${max(20, floor(var.bot_memory_mb / 8))}MB"
  }

  detector_environment = merge(
    {
      # The container's file system is read-only but for /tmp.
      DETECTOR_CACHE_DIR = "/tmp/models"
    },
    var.detector_environment,
    local.shared_environment,
    local.metrics_environment["detector"],
    var.detector_model == null ? {} : { DETECTOR_MODEL = var.detector_model.location },
    try(var.detector_model.sha256, null) == null ? {} : { DETECTOR_MODEL_SHA256 = var.detector_model.sha256 },
  )
}
