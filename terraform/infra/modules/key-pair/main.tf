# Only the public half ever comes here; a private key made by Terraform would lie in the state.
resource "aws_key_pair" "this" {
  count = var.public_key == null ? 0 : 1

  # Named after what it is: another key is another pair, so that the machines are replaced by some that know it.
  key_name   = "${var.name}-${substr(sha256(var.public_key), 0, 8)}"
  public_key = var.public_key
  tags       = { Name = var.name }

  lifecycle {
    create_before_destroy = true
  }
}
