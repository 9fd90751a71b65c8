resource "aws_lb" "this" {
  name                       = var.name
  load_balancer_type         = "application"
  subnets                    = var.subnet_ids
  security_groups            = [aws_security_group.this.id]
  drop_invalid_header_fields = true
  enable_deletion_protection = var.protected
  # A question over REST may wait for its answer five minutes without a word.
  idle_timeout = 310
  # Telegram comes by IPv4 alone; the callers of the REST interface may not.
  ip_address_type = var.ipv6 ? "dualstack" : "ipv4"

  dynamic "access_logs" {
    for_each = var.logs == null ? [] : [var.logs]

    content {
      enabled = true
      bucket  = access_logs.value.bucket
      prefix  = access_logs.value.prefix
    }
  }

  tags = { Name = var.name }
}

resource "aws_lb_target_group" "bot" {
  # A port is for ever: another one means another group, which must be there before the listener lets go of this one.
  name_prefix          = "bot-"
  port                 = var.bot_port
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  deregistration_delay = var.deregistration_delay_seconds

  # Ready, not merely alive: a bot that drains or has not reached Telegram gets no updates. What all bots share is not asked after (/readyz does):
  # were it away, all of them would be replaced, which brings nothing back.
  health_check {
    path                = "/healthz"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  tags = { Name = "${var.name}-bot" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = var.port
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.bot.arn
  }

  tags = { Name = "${var.name}-https" }
}

# What the machines tell each other and the operator is nobody else's business.
resource "aws_lb_listener_rule" "internal" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 1

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Not found"
      status_code  = "404"
    }
  }

  condition {
    path_pattern {
      values = ["/actuator", "/actuator/*", "/livez", "/readyz", "/healthz"]
    }
  }

  tags = { Name = "${var.name}-internal" }
}
