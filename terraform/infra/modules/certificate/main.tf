# One of three: the operator's own self-signed pair, one that AWS issues and renews, or one that is there already.
resource "aws_acm_certificate" "self_signed" {
  count = var.mode == "self-signed" ? 1 : 0

  certificate_body = var.certificate_pem
  private_key      = var.private_key_pem
  tags             = { Name = var.domain_name }

  # A listener is never without a certificate: the new one first, then the old one goes.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate" "issued" {
  count = var.mode == "issued" ? 1 : 0

  domain_name       = var.domain_name
  validation_method = "DNS"
  tags              = { Name = var.domain_name }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "proof" {
  # By name, not by what AWS answers: the plan must know how many there are.
  for_each = var.mode == "issued" ? toset([var.domain_name]) : toset([])

  zone_id         = var.zone_id
  name            = one([for option in aws_acm_certificate.issued[0].domain_validation_options : option.resource_record_name if option.domain_name == each.key])
  type            = one([for option in aws_acm_certificate.issued[0].domain_validation_options : option.resource_record_type if option.domain_name == each.key])
  records         = [one([for option in aws_acm_certificate.issued[0].domain_validation_options : option.resource_record_value if option.domain_name == each.key])]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "issued" {
  count = var.mode == "issued" ? 1 : 0

  certificate_arn         = aws_acm_certificate.issued[0].arn
  validation_record_fqdns = [for record in aws_route53_record.proof : record.fqdn]
}

# Named plainly and apart from the certificate, so that changing one leaves the other alone.
resource "aws_route53_record" "bot" {
  count = var.zone_id == null ? 0 : 1

  zone_id = var.zone_id
  name    = var.domain_name
  type    = "A"

  alias {
    name                   = var.load_balancer.dns_name
    zone_id                = var.load_balancer.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "bot_ipv6" {
  count = var.zone_id == null || !var.ipv6 ? 0 : 1

  zone_id = var.zone_id
  name    = var.domain_name
  type    = "AAAA"

  alias {
    name                   = var.load_balancer.dns_name
    zone_id                = var.load_balancer.zone_id
    evaluate_target_health = true
  }
}
