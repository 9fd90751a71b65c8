# Deployments, run for real: on an AWS emulator with what Terraform made there, and on containers with systemd and Docker that stand for
# the machines of the same ids. What is played: the registry (images are there already), Session Manager (`docker exec` instead), the
# load balancer's forwarding (poll.py asks whoever is registered), and instance refreshes, which the emulator only notes.
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh
. .ci/infra.d/machine.sh
. .ci/infra.d/deployments.sh

inventory_knows_the_machines() {
  ansible-inventory -i ansible/inventory/aws_ec2.yml --list >"$stage/inventory.json" || return
  jq '{bot: .bot.hosts, environment: .environment_dev.hosts, region: .region_us_east_1.hosts}' "$stage/inventory.json"
  jq -e --argjson bots "$(printf '%s\n' "${bots[@]}" | jq -R . | jq -s sort)" '(.bot.hosts | sort) == $bots and ($bots - .environment_dev.hosts) == [] and ($bots - .region_us_east_1.hosts) == []' "$stage/inventory.json"
}

first_deployment() {
  output user_data .bot >"$stage/first-boot.yml"
  playbook bot -e "bot_first_boot=$stage/first-boot.yml" && both_answer 1 && tags_say 1
}

second_run_changes_nothing() {
  playbook bot -e "bot_first_boot=$stage/first-boot.yml" | tee "$stage/second.log" || return
  changes_nothing "$stage/second.log"
}

new_image() { polled new playbook bot -e "bot_image=$image:2" && both_answer 2 && tags_say 2 && both_are_in_both_groups; }

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

broken_deployment_fails() { ! playbook bot -e "bot_image=$image:broken" -e bot_ready_seconds=15 >"$stage/broken.log"; }

broken_image_is_rolled_back() {
  local before after
  before=$(started_at | tail -n 1)
  polled broken broken_deployment_fails || { tail -n 40 "$stage/broken.log"; return 1; }
  after=$(started_at | tail -n 1)
  tail -n 30 "$stage/broken.log"
  # Said plainly, the second one untouched, all as before.
  tr -s ' \n' ' ' <"$stage/broken.log" | grep "Rolled back: $image:2 serves again" >/dev/null && [[ $before == "$after" ]] && both_answer 2 && tags_say 2 && both_are_in_both_groups
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

detectors_second_run() {
  playbook detector -e "detector_image=$detector:2" | tee "$stage/second.log" || return
  changes_nothing "$stage/second.log"
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
  ansible_gets_its_python
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
