# What deployments are played on and asked about: Terraform's infrastructure on the emulator, containers in place of its machines, AWS's word on
# who is registered and what runs. Sourced by the part that deploys.
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

machines_are_started() {
  local bot
  for bot in "${bots[@]}"; do start_machine "$bot" || return; done
  docker save "$image:1" "$image:2" "$image:broken" >"$stage/images.tar" || return
  for bot in "${bots[@]}"; do
    machine_is_up "$bot" && log_stays_here "$bot" && docker exec -i "$bot" docker load <"$stage/images.tar" || return
  done
}

aws_says() { aws --endpoint-url "$emulator" --region us-east-1 --output text "$@"; }

target_groups() {
  aws_says elbv2 describe-target-groups --names polybot-dev-us-east-1-{bot,rst} --query 'TargetGroups[].TargetGroupArn' | tr '\t' '\n'
}

both_are_in_both_groups() {
  local group
  [[ $(target_groups | wc -l) == 2 ]] || return
  for group in $(target_groups); do
    [[ $(aws_says elbv2 describe-target-health --target-group-arn "$group" --query 'length(TargetHealthDescriptions)') == 2 ]] || return
  done
}

answers() { # bot: the version that answers
  curl -sf --max-time 5 "http://$(address_of "$1"):8080/readyz"
}

both_answer() { # version
  local bot said
  for bot in "${bots[@]}"; do
    said=$(answers "$bot")
    [[ $said == "$1" ]] || { echo "$bot answers '$said', not '$1'"; return 1; }
  done
}

tags_say() { # tag of the image
  local bot said
  for bot in "${bots[@]}"; do
    said=$(aws_says ec2 describe-tags --filters "Name=resource-id,Values=$bot" Name=key,Values=Image --query 'Tags[0].Value')
    [[ $said == "$image:$1" ]] || { echo "$bot is tagged $said"; return 1; }
  done
}

started_at() {
  local bot
  for bot in "${bots[@]}"; do docker exec "$bot" docker inspect --format '{{.State.StartedAt}}' polybot-bot; done
}

group_version() {
  aws_says autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$(output detector_group)" --query 'AutoScalingGroups[0].LaunchTemplate.Version'
}

group_is_at() { # version of the template, tag of the image
  local group template
  group=$(output detector_group)
  template=$(output detector_launch_template .id)
  [[ $(aws_says autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$group" --query 'AutoScalingGroups[0].LaunchTemplate.Version') == "$1" ]] &&
    [[ $(aws_says ec2 describe-launch-template-versions --launch-template-id "$template" --versions '$Latest' --query 'LaunchTemplateVersions[0].VersionNumber') == "$1" ]] &&
    aws_says ec2 describe-launch-template-versions --launch-template-id "$template" --versions "$1" --query 'LaunchTemplateVersions[0].LaunchTemplateData.UserData' | base64 -d | grep -F "IMAGE=$detector:$2"
}

# Runs a command while the load balancer is played, and judges what it saw.
polled() { # name of the log, command
  local log=$stage/poll-$1.log pid result=0
  shift
  python3 .ci/ansible/poll.py "$(target_groups | paste -sd,)" "${addresses[@]}" >"$log" 2>"$log.err" &
  pid=$!
  until [[ -s $log ]] || ! kill -0 $pid; do sleep 0.2; done
  "$@" || result=$?
  kill $pid && wait $pid
  python3 .ci/ansible/poll.py --judge "$log" || { cat "$log.err"; return 1; }
  return $result
}

changes_nothing() { ! grep -E 'changed=[1-9]|failed=[1-9]|unreachable=[1-9]' "$1"; }
