# Deployments, run for real: on an AWS emulator with what Terraform made there, and on a container with systemd and Docker that stands for
# a detector's machine. What is played: the registry (images are there already), Session Manager (`docker exec` instead), and instance
# refreshes, which the emulator only notes.
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh
. .ci/infra.d/machine.sh
. .ci/infra.d/deployments.sh

inventory_knows_the_machines() {
  ansible-inventory -i ansible/inventory/aws_ec2.yml --list >"$stage/inventory.json" || return
  jq '{bot: .bot.hosts, detector: .detector.hosts, environment: .environment_dev.hosts, region: .region_us_east_1.hosts}' "$stage/inventory.json"
  jq -e '(.bot.hosts | length) == 2 and (.bot.hosts - .environment_dev.hosts) == [] and (.bot.hosts - .region_us_east_1.hosts) == []' "$stage/inventory.json"
}

is_replaced() { # service
  playbook "$1" -e "$1_image=$(image_of "$1"):2" && group_is_at "$1" 2 2
}

second_run_changes_nothing() { # service
  playbook "$1" -e "$1_image=$(image_of "$1"):2" | tee "$stage/second.log" || return
  changes_nothing "$stage/second.log"
}

# For a changed secret: the same image, and the machines are replaced all the same.
bots_are_replaced_again() {
  local before
  before=$(refreshes bot)
  playbook bot -e bot_restart=true && (($(refreshes bot) == before + 1)) && group_is_at bot 2 2
}

nothing_asked_is_refused() { ! playbook bot | tee "$stage/nothing.log" && grep -q 'Give bot_image' "$stage/nothing.log"; }

failed_refresh_is_told() { # service
  local pid result=0 port=$stage/port before
  rm -f "$port"
  before=$(group_version "$1")
  python3 .ci/ansible/failing-refresh.py "$emulator" "$stage" &
  pid=$!
  until [[ -s $port ]]; do sleep 0.2; done
  ! AWS_ENDPOINT_URL=http://127.0.0.1:$(<"$port") playbook "$1" -e "$1_image=$(image_of "$1"):broken" | tee "$stage/refresh.log" || result=1
  kill $pid
  ((result == 0)) && tr -s ' \n' ' ' <"$stage/refresh.log" | grep 'ended as RollbackSuccessful' >/dev/null && [[ $(group_version "$1") == "$before" ]] &&
    tr '&' '\n' <"$stage/deleted" | grep "LaunchTemplateVersion.*=$((before + 1))\$"
}

# The machine that the group made; it has no group to ask in here, so its lifecycle unit waits and the deployment starts the service.
changed_in_place() {
  local machine=$1 before detector
  before=$(group_version detector)
  detector=$(image_of detector)
  build_service "$detector:3" 3 yes && start_machine "$machine" && machine_is_up "$machine" && log_stays_here "$machine" &&
    docker save "$detector:3" | docker exec -i "$machine" docker load || return
  output user_data .detector >"$stage/first-boot-detector.yml"
  playbook detector -e "detector_image=$detector:3" -e detector_way=in_place -e "detector_first_boot=$stage/first-boot-detector.yml" || return
  [[ $(answers "$machine") == 3 ]] && group_is_at detector $((before + 1)) 3
}

changed_in_place_again() {
  playbook detector -e "detector_image=$(image_of detector):3" -e detector_way=in_place -e "detector_first_boot=$stage/first-boot-detector.yml" | tee "$stage/second.log" || return
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
  skip "deployments" "no ansible, terraform, jq, aws or openssl"
elif ! python3 -c 'import boto3' 2>/dev/null; then
  skip "deployments" "no boto3 for python3"
elif ! use_emulator; then
  skip "deployments" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  stage=$(mktemp -d)
  infra=$(copy_of terraform/infra)
  at_end "rm -rf '$stage' '$(dirname "$infra")'"
  export ANSIBLE_CONFIG=$root/ansible/ansible.cfg ANSIBLE_NOCOLOR=1
  ansible_gets_its_python
  if check "deployments: Terraform's infrastructure, on the emulator" everything_is_made; then
    check "inventory: both bots, by tag" inventory_knows_the_machines
    check "deployments: an environment that is not there is refused" wrong_places_are_refused
    check "bot: nothing asked for is refused" nothing_asked_is_refused
    for service in bot detector; do
      check "$service: replaced by a new template version and an instance refresh" is_replaced $service
      check "$service: a second run changes nothing" second_run_changes_nothing $service
    done
    check "bot: replaced again for a changed secret" bots_are_replaced_again
    check "Terraform finds nothing to change after deployments" terraform_finds_nothing_to_change
    mapfile -t detectors < <(jq -r '.detector.hosts[]?' "$stage/inventory.json")
    if ! docker_answers; then
      skip "detector: changed in place" "no Docker engine with debian:bookworm-slim"
    elif check "machines as containers: image" machine_image_is_built; then
      check "detector: changed in place, machines to come likewise" changed_in_place "${detectors[0]}" &&
        check "detector: a second run in place changes nothing" changed_in_place_again
    fi
    for service in bot detector; do
      check "$service: a refresh that was taken back fails, and its version is gone" failed_refresh_is_told $service
    done
    check "deployments: Terraform takes away what was deployed" all_is_taken_away
  fi
fi
