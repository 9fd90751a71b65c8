# Only the public half ever comes here; a private key made by Terraform would lie in the state.
resource "aws_key_pair" "this" {
  count = var.public_key == null ? 0 : 1

  key_name   = var.name
  public_key = var.public_key
  tags       = { Name = var.name }
}
