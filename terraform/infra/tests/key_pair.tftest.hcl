mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name       = "polybot-dev-us-east-1"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIfirst somebody"
}

run "a_key_of_ones_own" {
  module {
    source = "./modules/key-pair"
  }

  assert {
    condition     = startswith(output.name, "polybot-dev-us-east-1-")
    error_message = "Its name begins like all others."
  }
}

# Machines learn a key at their first boot alone: a template that names another pair is another version, and they are replaced.
run "another_key_has_another_name" {
  module {
    source = "./modules/key-pair"
  }

  variables {
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIsecond somebody"
  }

  assert {
    condition     = output.name != run.a_key_of_ones_own.name
    error_message = "Running machines would never hear of the new key."
  }
}

run "no_key_unless_asked" {
  command = plan

  module {
    source = "./modules/key-pair"
  }

  variables {
    public_key = null
  }

  assert {
    condition     = output.name == null
    error_message = "Session Manager needs none."
  }
}
