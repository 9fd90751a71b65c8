resource "aws_security_group" "this" {
  name        = "${var.name}-bot"
  description = "The load balancer in, the web out"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-bot" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.load_balancer_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
  tags                         = { Name = "${var.name}-bot-load-balancer" }
}

resource "aws_vpc_security_group_ingress_rule" "rest" {
  count = var.rest == null ? 0 : 1

  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.load_balancer_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.rest.port
  to_port                      = var.rest.port
  tags                         = { Name = "${var.name}-bot-rest" }
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  for_each = toset(var.ssh_networks)

  security_group_id = aws_security_group.this.id
  description       = "SSH"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  tags              = { Name = "${var.name}-bot-ssh" }
}

# AWS's interfaces and Telegram by HTTPS; Ubuntu's package archives by HTTP, whose packages are signed.
resource "aws_vpc_security_group_egress_rule" "web" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.this.id
  description       = "Web"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
  tags              = { Name = "${var.name}-bot-web" }
}
