# Deployments, run for real: on an AWS emulator with what Terraform made there, and on containers with systemd and Docker that stand for
# the machines of the same ids. What is played: the registry (images are there already), Session Manager (`docker exec` instead), the
# load balancer's forwarding (poll.py asks whoever is registered), and instance refreshes, which the emulator only notes.
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh
. .ci/infra.d/machine.sh

place=(-input=false -var-file=environments/us-east-1.dev.tfvars)

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

inventory_knows_the_machines() {
  ansible-inventory -i ansible/inventory/aws_ec2.yml --list >"$stage/inventory.json" || return
  jq '{bot: .bot.hosts, environment: .environment_dev.hosts, region: .region_us_east_1.hosts}' "$stage/inventory.json"
  jq -e --argjson bots "$(printf '%s\n' "${bots[@]}" | jq -R . | jq -s sort)" '(.bot.hosts | sort) == $bots and ($bots - .environment_dev.hosts) == [] and ($bots - .region_us_east_1.hosts) == []' "$stage/inventory.json"
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

aws_says() { aws --endpoint-url "$emulator" --region us-east-1 --output text "$@"; }

# Runs a command while the load balancer is played, and judges what it saw.
polled() { # name of the log, command
  local log=$stage/poll-$1.log pid result=0
  shift
  python3 .ci/ansible/poll.py "$(output target_group_arn)" "${addresses[@]}" >"$log" 2>"$log.err" &
  pid=$!
  until [[ -s $log ]] || ! kill -0 $pid; do sleep 0.2; done
  "$@" || result=$?
  kill $pid && wait $pid
  python3 .ci/ansible/poll.py --judge "$log" || { cat "$log.err"; return 1; }
  return $result
}

first_deployment() {
  output user_data .bot >"$stage/first-boot.yml"
  playbook bot -e "bot_first_boot=$stage/first-boot.yml" && both_answer 1 && tags_say 1
}

second_run_changes_nothing() {
  playbook bot -e "bot_first_boot=$stage/first-boot.yml" | tee "$stage/second.log" || return
  changes_nothing "$stage/second.log"
}

changes_nothing() { ! grep -E 'changed=[1-9]|failed=[1-9]|unreachable=[1-9]' "$1"; }

new_image() { polled new playbook bot -e "bot_image=$image:2" && both_answer 2 && tags_say 2; }

# The tag is what Terraform asks for; the deployment is told nothing.
image_by_tag() {
  terraform -chdir="$infra" apply "${place[@]}" -auto-approve -var bot_image_tag=1 -var detector_image_tag=1 >/dev/null &&
    tags_say 1 && both_answer 2 && polled tag playbook bot && both_answer 1
}

new_setting() {
  sed 's/^\( *\)TABLE_NAME=/\1ADDED=yes\n&/' "$stage/first-boot.yml" >"$stage/setting.yml"
  polled setting playbook bot -e "bot_first_boot=$stage/setting.yml" -e "bot_image=$image:2" && both_answer 2 &&
    docker exec "${bots[0]}" docker inspect polybot-bot | jq -e '.[0].Config.Env | index("ADDED=yes") != null'
}

absent_image_changes_nothing() {
  local before after
  before=$(started_at)
  ! playbook bot -e "bot_image=$image:absent" | tee "$stage/absent.log" && grep -q 'Nothing was changed' "$stage/absent.log" || return
  after=$(started_at)
  [[ $before == "$after" ]] && both_answer 2 && tags_say 2
}

started_at() {
  local bot
  for bot in "${bots[@]}"; do docker exec "$bot" docker inspect --format '{{.State.StartedAt}}' polybot-bot; done
}

broken_deployment_fails() { ! playbook bot -e "bot_image=$image:broken" -e bot_ready_seconds=15 >"$stage/broken.log"; }

broken_image_is_rolled_back() {
  local before after
  before=$(started_at | tail -n 1)
  polled broken broken_deployment_fails || { tail -n 40 "$stage/broken.log"; return 1; }
  after=$(started_at | tail -n 1)
  tail -n 30 "$stage/broken.log"
  # Said plainly, the second one untouched, all as before.
  tr -s ' \n' ' ' <"$stage/broken.log" | grep "Rolled back: $image:2 serves again" >/dev/null && [[ $before == "$after" ]] && both_answer 2 && tags_say 2 &&
    [[ $(aws_says elbv2 describe-target-health --target-group-arn "$(output target_group_arn)" --query 'length(TargetHealthDescriptions)') == 2 ]]
}

the_only_one_is_not_taken_out() {
  local result=0
  aws_says elbv2 deregister-targets --target-group-arn "$(output target_group_arn)" --targets "Id=${bots[1]}" || return
  { ! playbook bot -e "bot_image=$image:1" --limit "localhost,${bots[0]}" | tee "$stage/alone.log" && grep -q 'would be an outage' "$stage/alone.log"; } || result=1
  [[ $(answers "${bots[0]}") == 2 ]] || result=1
  aws_says elbv2 register-targets --target-group-arn "$(output target_group_arn)" --targets "Id=${bots[1]},Port=8080" || return
  return $result
}

detectors_are_replaced() {
  playbook detector -e "detector_image=$detector:2" && group_is_at 2 2
}

group_is_at() { # version of the template, tag of the image
  local group template
  group=$(output detector_group)
  template=$(output detector_launch_template .id)
  [[ $(aws_says autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$group" --query 'AutoScalingGroups[0].LaunchTemplate.Version') == "$1" ]] &&
    [[ $(aws_says ec2 describe-launch-template-versions --launch-template-id "$template" --versions '$Latest' --query 'LaunchTemplateVersions[0].VersionNumber') == "$1" ]] &&
    aws_says ec2 describe-launch-template-versions --launch-template-id "$template" --versions "$1" --query 'LaunchTemplateVersions[0].LaunchTemplateData.UserData' | base64 -d | grep -F "IMAGE=$detector:$2"
}

detectors_second_run() {
  playbook detector -e "detector_image=$detector:2" | tee "$stage/second.log" || return
  changes_nothing "$stage/second.log"
}

group_version() {
  aws_says autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$(output detector_group)" --query 'AutoScalingGroups[0].LaunchTemplate.Version'
}

failed_refresh_is_told() {
  local pid result=0 port=$stage/port before
  before=$(group_version)
  python3 .ci/ansible/failing-refresh.py "$emulator" "$stage" &
  pid=$!
  until [[ -s $port ]]; do sleep 0.2; done
  ! AWS_ENDPOINT_URL=http://127.0.0.1:$(<"$port") playbook detector -e "detector_image=$detector:broken" | tee "$stage/refresh.log" || result=1
  kill $pid
  ((result == 0)) && tr -s ' \n' ' ' <"$stage/refresh.log" | grep 'ended as RollbackSuccessful' >/dev/null && [[ $(group_version) == "$before" ]] &&
    tr '&' '\n' <"$stage/deleted" | grep "LaunchTemplateVersion.*=$((before + 1))\$"
}

# The machine that the group made; it has no group to ask in here, so its lifecycle unit waits and the deployment starts the service.
changed_in_place() {
  local machine=$1 before
  before=$(group_version)
  build_service "$detector:3" 3 yes && start_machine "$machine" && machine_is_up "$machine" && log_stays_here "$machine" &&
    docker save "$detector:3" | docker exec -i "$machine" docker load || return
  output user_data .detector >"$stage/first-boot-detector.yml"
  playbook detector -e "detector_image=$detector:3" -e detector_way=in_place -e "detector_first_boot=$stage/first-boot-detector.yml" || return
  [[ $(answers "$machine") == 3 ]] && group_is_at $((before + 1)) 3
}

changed_in_place_again() {
  playbook detector -e "detector_image=$detector:3" -e detector_way=in_place -e "detector_first_boot=$stage/first-boot-detector.yml" | tee "$stage/second.log" || return
  changes_nothing "$stage/second.log"
}

# Terraform and Ansible mean the same thing by the same tag. Its outputs still name the old one; they follow with the next apply.
terraform_finds_nothing_to_change() {
  local changes
  plan_of "$infra" "$logs/after-deployments.json" "${place[@]}" -var bot_image_tag=2 -var detector_image_tag=2 >/dev/null || return
  changes=$(jq -r '.resource_changes[] | select(.change.actions != ["no-op"]) | "\(.address) \(.change.actions | join(","))"' "$logs/after-deployments.json")
  [[ -z $changes ]] || { echo "$changes"; return 1; }
  (($(jq '.resource_changes | length' "$logs/after-deployments.json") > 50))
}

all_is_taken_away() {
  terraform -chdir="$infra" destroy "${place[@]}" -auto-approve -var bot_image_tag=1 -var detector_image_tag=1
}

wrong_places_are_refused() {
  ! playbook bot -e polybot_environment=test && ! playbook bot -e polybot_environment=prod | tee "$stage/place.log" && grep -q 'No running machine' "$stage/place.log"
}

if ! has ansible-playbook || ! has terraform || ! has jq || ! has aws || ! has openssl; then
  skip "deployments on containers" "no ansible, terraform, jq, aws or openssl"
elif ! python3 -c 'import boto3' 2>/dev/null; then
  skip "deployments on containers" "no boto3 for python3"
elif ! docker_answers; then
  skip "deployments on containers" "no Docker engine with debian:bookworm-slim"
elif ! use_emulator; then
  skip "deployments on containers" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  stage=$(mktemp -d)
  infra=$(copy_of terraform/infra)
  at_end "rm -rf '$stage' '$(dirname "$infra")'"
  export ANSIBLE_CONFIG=$root/ansible/ansible.cfg ANSIBLE_NOCOLOR=1
  # Ansible gets this Python's boto3, with what it needs: its own may be older than AWS_ENDPOINT_URL, or none.
  mkdir "$stage/python"
  for package in boto3 botocore s3transfer jmespath dateutil urllib3 six; do
    ln -s "$(python3 -c "import $package; print((getattr($package, '__path__', None) or [$package.__file__])[0])")" "$stage/python/"
  done
  export PYTHONPATH=$stage/python
  printf 'all:\n  hosts:\n    localhost:\n      ansible_connection: local\n      ansible_python_interpreter: %s\n' "$(python3 -c 'import sys; print(sys.executable)')" >"$stage/localhost.yml"
  if check "deployments: Terraform's infrastructure, on the emulator" everything_is_made; then
    mapfile -t bots < <(output bot_instances '[]' | sort)
    image=$(output images .bot) image=${image%:*}
    detector=$(output images .detector) detector=${detector%:*}
    check "inventory: both bots, by tag" inventory_knows_the_machines
    check "detector: replaced by a new template version and an instance refresh" detectors_are_replaced
    check "detector: a second run changes nothing" detectors_second_run
    check "deployments: an environment that is not there is refused" wrong_places_are_refused
    if check "machines as containers: image" machine_image_is_built &&
      check "service images" eval 'build_service "$image:1" 1 yes && build_service "$image:2" 2 yes && build_service "$image:broken" broken no' &&
      check "machines as containers: two with systemd and Docker" machines_are_started; then
      addresses=()
      for bot in "${bots[@]}"; do addresses+=("$bot=$(address_of "$bot")"); done
      if check "bot: deployed from nothing" first_deployment; then
        check "bot: a second run changes nothing" second_run_changes_nothing
        check "bot: a new image, without a moment's outage" new_image
        check "bot: an image that cannot be fetched changes nothing" absent_image_changes_nothing
        check "bot: a broken image is rolled back, the old one serving all the while" broken_image_is_rolled_back
        check "bot: the only healthy one is not taken out" the_only_one_is_not_taken_out
        check "bot: a changed setting reaches machines that are there" new_setting
        check "Terraform finds nothing to change after deployments" terraform_finds_nothing_to_change
        check "bot: the image that Terraform asks for by tag" image_by_tag
      fi
    fi
    mapfile -t detectors < <(jq -r '.detector.hosts[]?' "$stage/inventory.json")
    if [[ ${#detectors[@]} == 1 ]]; then
      check "detector: changed in place, machines to come likewise" changed_in_place "${detectors[0]}" &&
        check "detector: a second run in place changes nothing" changed_in_place_again
    else
      skip "detector: changed in place" "the emulator made no machine for the group"
    fi
    check "detector: a refresh that was taken back fails, and its version is gone" failed_refresh_is_told
    check "deployments: Terraform takes away what was deployed" all_is_taken_away
  fi
fi
