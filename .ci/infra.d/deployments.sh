# What deployments are played on and asked about: Terraform's infrastructure on the emulator, AWS's word on what runs. Sourced by the part that deploys.
# shellcheck shell=bash disable=SC2154,SC2016

# With a REST interface, so that the load balancer has two ways to a bot.
place=(-input=false -var-file=environments/us-east-1.dev.tfvars -var rest_keys_secret_arn=arn:aws:secretsmanager:us-east-1:123456789012:secret:rest-abcdef)

# Ansible gets this Python's boto3, with what it needs: its own may be older than AWS_ENDPOINT_URL, or none.
ansible_gets_its_python() {
  local package
  mkdir "$stage/python"
  for package in boto3 botocore s3transfer jmespath dateutil urllib3 six; do
    ln -s "$(python3 -c "import $package; print((getattr($package, '__path__', None) or [$package.__file__])[0])")" "$stage/python/"
  done
  export PYTHONPATH=$stage/python
  printf 'all:\n  hosts:\n    localhost:\n      ansible_connection: local\n      ansible_python_interpreter: %s\n' "$(python3 -c 'import sys; print(sys.executable)')" >"$stage/localhost.yml"
}

everything_is_made() {
  # The state stays here.
  printf 'terraform {\n  backend "local" {}\n}\n' >"$infra/backend_override.tf"
  terraform -chdir="$infra" init -input=false && terraform -chdir="$infra" apply "${place[@]}" -auto-approve &&
    terraform -chdir="$infra" output -json >"$stage/outputs.json"
}

output() { jq -r ".$1.value${2:-}" "$stage/outputs.json"; }

playbook() { # playbook, further arguments
  local name=$1
  shift
  ansible-playbook -i ansible/inventory/aws_ec2.yml -i "$stage/localhost.yml" "ansible/playbooks/$name.yml" \
    -e polybot_environment=dev -e polybot_region=us-east-1 -e polybot_connection=community.docker.docker "$@"
}

aws_says() { aws --endpoint-url "$emulator" --region us-east-1 --output text "$@"; }

answers() { # bot: the version that answers
  curl -sf --max-time 5 "http://$(address_of "$1"):8080/readyz"
}

image_of() { # service: its image in the registry, without a tag
  local image
  image=$(output images ".$1")
  echo "${image%:*}"
}

refreshes() { # service
  aws_says autoscaling describe-instance-refreshes --auto-scaling-group-name "$(output "$1_group")" --query 'length(InstanceRefreshes)'
}

group_version() { # service
  aws_says autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$(output "$1_group")" --query 'AutoScalingGroups[0].LaunchTemplate.Version'
}

group_is_at() { # service, version of the template, tag of the image
  local template
  template=$(output "$1_launch_template" .id)
  [[ $(group_version "$1") == "$2" ]] &&
    [[ $(aws_says ec2 describe-launch-template-versions --launch-template-id "$template" --versions '$Latest' --query 'LaunchTemplateVersions[0].VersionNumber') == "$2" ]] &&
    aws_says ec2 describe-launch-template-versions --launch-template-id "$template" --versions "$2" --query 'LaunchTemplateVersions[0].LaunchTemplateData.UserData' | base64 -d | grep -F "IMAGE=$(image_of "$1"):$3"
}

changes_nothing() { ! grep -E 'changed=[1-9]|failed=[1-9]|unreachable=[1-9]' "$1"; }
