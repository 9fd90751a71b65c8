module "network" {
  source = "./modules/network"

  name    = local.name
  network = var.network
  zones   = local.zones

  ipv6                = var.ipv6
  private             = var.private_subnets
  interface_endpoints = var.interface_endpoints
}

module "traffic_logs" {
  source = "./modules/traffic-logs"
  count  = var.load_balancer_logs_days == null && var.flow_logs_days == null ? 0 : 1

  name               = local.name
  aws                = { partition = data.aws_partition.current.partition, region = var.region, account_id = data.aws_caller_identity.current.account_id }
  vpc_id             = module.network.vpc_id
  load_balancer_days = var.load_balancer_logs_days
  flow_days          = var.flow_logs_days
  force_destroy      = !var.protected
}

module "buckets" {
  source = "./modules/buckets"

  name                   = local.name
  account_id             = data.aws_caller_identity.current.account_id
  originals_prefix       = var.originals_prefix
  output_prefix          = var.output_prefix
  separate_output_bucket = var.separate_output_bucket
  # A day more than the predictions, which DynamoDB forgets when it has time.
  originals_days = var.history_days + 1
  output_days    = var.history_days + 1
  force_destroy  = !var.protected
}

module "queues" {
  source = "./modules/queues"

  name                          = local.name
  dead_letter_retention_seconds = var.dead_letter_retention_seconds
  queues                        = merge(var.queues, { outbox = merge(var.queues.outbox, { fifo = true }) })
}

module "tables" {
  source = "./modules/tables"

  name      = local.name
  protected = var.protected
}

module "secrets" {
  source = "./modules/secrets"

  name                    = local.name
  telegram_token          = var.telegram_token
  telegram_webhook_secret = var.telegram_webhook_secret
  telegram_secret_version = var.telegram_secret_version
  certificate_pem         = local.handed_certificate
  recovery_days           = var.protected ? 7 : 0
}

module "registry" {
  source = "./modules/registry"

  name         = local.name
  services     = local.services
  kept_images  = var.kept_images
  force_delete = !var.protected
}

module "logs" {
  source = "./modules/logs"

  name           = local.name
  services       = local.services
  retention_days = var.log_retention_days
}

module "roles" {
  source = "./modules/roles"

  name = local.name
  aws = {
    partition  = data.aws_partition.current.partition
    region     = var.region
    account_id = data.aws_caller_identity.current.account_id
  }
  buckets = {
    images_arn       = module.buckets.images.arn
    output_arn       = module.buckets.output.arn
    originals_prefix = var.originals_prefix
    output_prefix    = var.output_prefix
  }
  queues = {
    identify_arn              = module.queues.queues["identify"].arn
    results_arn               = module.queues.queues["results"].arn
    identify_dead_letters_arn = module.queues.queues["identify-dead-letters"].arn
    outbox_arn                = module.queues.queues["outbox"].arn
  }
  tables = {
    predictions_arn       = module.tables.predictions.arn
    predictions_index_arn = module.tables.predictions.index_arn
    state_arn             = module.tables.state.arn
  }
  # backend-state makes it, for the whole environment.
  permissions_boundary_arn = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:policy/${var.prefix}-${var.environment}-machine-boundary"
  secret_arns              = concat([module.secrets.telegram.arn], module.secrets.certificate == null ? [] : [module.secrets.certificate.arn], var.rest_keys_secret_arn == null ? [] : [var.rest_keys_secret_arn])
  repository_arns          = { for service, repository in module.registry.repositories : service => repository.arn }
  log_group_arns           = { for service, group in module.logs.groups : service => group.arn }
  group_names              = local.group_names
  metrics                  = var.service_metrics
}

module "key_pair" {
  source = "./modules/key-pair"

  name       = local.name
  public_key = var.ssh_public_key
}
