resource "aws_security_group" "this" {
  name        = "${var.name}-load-balancer"
  description = "Telegram and named networks in, bot machines out"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-load-balancer" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each = toset(var.telegram_networks)

  security_group_id = aws_security_group.this.id
  description       = "Telegram"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
  tags              = { Name = "${var.name}-https" }
}

resource "aws_vpc_security_group_egress_rule" "bot" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.bot_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.bot_port
  to_port                      = var.bot_port
  tags                         = { Name = "${var.name}-to-bot" }
}
