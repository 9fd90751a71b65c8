# The REST interface and the web page: a port, a listener and a target group of their own, so that neither has the paths of the other.
resource "aws_lb_target_group" "rest" {
  count = var.rest_ports == null ? 0 : 1

  name_prefix          = "rest-"
  port                 = var.rest_ports.bot
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  deregistration_delay = var.deregistration_delay_seconds

  # Whether the bot is ready, it says at one place only.
  health_check {
    path                = "/healthz"
    port                = tostring(var.bot_port)
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  tags = { Name = "${var.name}-rest" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "rest" {
  count = var.rest_ports == null ? 0 : 1

  load_balancer_arn = aws_lb.this.arn
  port              = var.rest_ports.public
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.rest[0].arn
  }

  tags = { Name = "${var.name}-rest" }
}

resource "aws_vpc_security_group_ingress_rule" "rest" {
  for_each = toset(var.rest_ports == null ? [] : var.rest_networks)

  security_group_id = aws_security_group.this.id
  description       = "REST and web page"
  cidr_ipv4         = strcontains(each.key, ":") ? null : each.key
  cidr_ipv6         = strcontains(each.key, ":") ? each.key : null
  ip_protocol       = "tcp"
  from_port         = var.rest_ports.public
  to_port           = var.rest_ports.public
  tags              = { Name = "${var.name}-rest" }
}

resource "aws_vpc_security_group_egress_rule" "rest" {
  count = var.rest_ports == null ? 0 : 1

  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.bot_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.rest_ports.bot
  to_port                      = var.rest_ports.bot
  tags                         = { Name = "${var.name}-to-bot-rest" }
}
