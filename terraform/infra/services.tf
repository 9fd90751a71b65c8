module "certificate" {
  source = "./modules/certificate"

  mode            = var.certificate_mode
  domain_name     = var.domain_name
  certificate_pem = var.certificate_pem
  private_key_pem = var.certificate_private_key_pem
  existing_arn    = var.certificate_arn
  zone_id         = local.zone_id
  load_balancer   = module.load_balancer.address
  ipv6            = var.ipv6
}

module "load_balancer" {
  source = "./modules/load-balancer"

  name                         = local.name
  vpc_id                       = module.network.vpc_id
  subnet_ids                   = values(module.network.public_subnet_ids)
  ipv6                         = var.ipv6
  logs                         = var.load_balancer_logs_days == null ? null : module.traffic_logs[0].load_balancer
  certificate_arn              = module.certificate.arn
  port                         = var.https_port
  telegram_networks            = var.telegram_networks
  rest_networks                = var.rest_networks
  rest_ports                   = local.rest_ports
  bot_port                     = var.service_port
  bot_security_group_id        = module.bot.security_group_id
  deregistration_delay_seconds = var.deregistration_delay_seconds
  protected                    = var.protected
}

module "bot" {
  source = "./modules/bot"

  name                            = local.name
  region                          = var.region
  vpc_id                          = module.network.vpc_id
  subnet_ids                      = module.network.machine_subnet_ids
  ami_id                          = local.ami_id
  instance_type                   = var.bot_instance_type
  instance_profile                = module.roles.instance_profiles["bot"]
  key_name                        = module.key_pair.name
  ssh_networks                    = var.ssh_networks
  image                           = local.images["bot"]
  environment                     = local.bot_environment
  memory_mb                       = var.bot_memory_mb
  log_group                       = module.logs.groups["bot"].name
  volume_gb                       = var.volume_gb
  tags                            = local.machine_tags
  port                            = var.service_port
  load_balancer_security_group_id = module.load_balancer.security_group_id
  target_group_arn                = module.load_balancer.target_group_arn
  rest                            = module.load_balancer.rest
  group_name                      = local.group_names["bot"]
  notification_topic_arn          = module.monitoring.topics.scaling
}

module "detector" {
  source = "./modules/detector"

  name                   = local.name
  region                 = var.region
  vpc_id                 = module.network.vpc_id
  subnet_ids             = values(module.network.machine_subnet_ids)
  group_name             = local.group_names["detector"]
  ami_id                 = local.ami_id
  instance_type          = var.detector_instance_type
  instance_profile       = module.roles.instance_profiles["detector"]
  key_name               = module.key_pair.name
  ssh_networks           = var.ssh_networks
  image                  = local.images["detector"]
  environment            = local.detector_environment
  memory_mb              = var.detector_memory_mb
  log_group              = module.logs.groups["detector"].name
  volume_gb              = var.volume_gb
  tags                   = local.machine_tags
  port                   = var.service_port
  min_size               = var.detector_min
  max_size               = var.detector_max
  warm_pool_size         = var.detector_warm_pool
  warmup_seconds         = var.detector_warmup_seconds
  launch_timeout_seconds = var.detector_launch_timeout_seconds
  stop_seconds           = var.detector_stop_seconds
  protect_busy           = var.detector_protect_busy
  cpu_credits            = var.detector_cpu_credits
  more_instance_types    = var.detector_spot_instance_types
  notification_topic_arn = module.monitoring.topics.scaling
}

module "scaling" {
  source = "./modules/scaling"

  name               = "${local.name}-detector"
  scaling            = var.scaling
  group_name         = module.detector.group.name
  queue_name         = module.queues.queues["identify"].name
  target_backlog     = var.scaling_target_backlog
  target_cpu_percent = var.scaling_target_cpu_percent
  steps              = var.scaling_steps
  quiet_minutes      = var.scaling_quiet_minutes
  from_zero          = local.detector_bounds.min_size == 0
  schedules          = var.detector_schedules
  warmup_seconds     = var.detector_warmup_seconds
}

module "monitoring" {
  source = "./modules/monitoring"

  name                     = local.name
  region                   = var.region
  alert_emails             = var.alert_emails
  queue_names              = { for key, queue in module.queues.queues : key => queue.name }
  load_balancer_dimensions = module.load_balancer.dimensions
  certificate_arn          = module.certificate.arn
  group                    = merge(local.detector_bounds, { name = local.group_names["detector"] })
  log_groups               = { for service, group in module.logs.groups : service => group.name }
  oldest_message_seconds   = var.alarm_oldest_message_seconds
  errors_per_minute        = var.alarm_errors_per_minute
  service_metrics          = var.service_metrics
  canary                   = var.canary_alarm
  monthly_budget_usd       = var.monthly_budget_usd
}
