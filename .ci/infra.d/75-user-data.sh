# A machine's first boot, run by cloud-init in a container with systemd and Docker: what Terraform's template says is what comes to be,
# and a second boot changes nothing. What is played: the registry (the image is there already) and CloudWatch (Docker keeps the log).
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh
. .ci/infra.d/machine.sh

image_of() { echo "123456789012.dkr.ecr.us-east-1.amazonaws.com/polybot-dev-us-east-1-$1:1"; }

# The module by itself: it has no resources, so nothing is asked of any cloud.
user_data_is_rendered() { # service, group
  local service=$1 module
  module=$(copy_of terraform/infra/modules/machine)
  jq -n --arg service "$service" --arg image "$(image_of "$service")" --argjson group "$2" '{
    service: $service, image: $image, group: $group, port: 8080, memory_mb: 300, stop_seconds: 90, region: "us-east-1",
    log_group: "/polybot-dev-us-east-1/\($service)", environment: {TABLE_NAME: "polybot-dev-us-east-1-predictions", BUCKET_PREFIX: "images"}
  }' >"$module/check.auto.tfvars.json"
  terraform -chdir="$module" init -input=false && terraform -chdir="$module" apply -input=false -auto-approve &&
    terraform -chdir="$module" output -raw user_data >"$stage/$service/user-data"
  local result=$?
  rm -rf "$(dirname "$module")"
  return "$result"
}

# Started once without a word from a cloud, so that image and log setting are there; its next start is its first boot.
machine_waits_for_its_first_boot() { # service
  local service=$1 machine=$run-$1
  build_service "$(image_of "$service")" 1 yes && start_machine "$machine" && machine_is_up "$machine" &&
    docker save "$(image_of "$service")" | docker exec -i "$machine" docker load && log_stays_here "$machine" || return
  printf 'instance-id: i-%s\nlocal-hostname: %s\n' "$service" "$service" >"$stage/$service/meta-data"
  docker exec "$machine" mkdir -p /var/lib/cloud/seed/nocloud &&
    docker cp "$stage/$service/user-data" "$machine:/var/lib/cloud/seed/nocloud/" && docker cp "$stage/$service/meta-data" "$machine:/var/lib/cloud/seed/nocloud/" &&
    docker exec "$machine" sh -c 'printf "datasource_list: [NoCloud]\nlocale: C.UTF-8\n" >/etc/cloud/cloud.cfg.d/90_nocloud.cfg; ! ls /etc/polybot 2>/dev/null'
}

schema_is_kept() { docker exec "$run-$1" cloud-init schema --config-file /var/lib/cloud/seed/nocloud/user-data; }

boots() { # service
  docker restart -t 60 "$run-$1" && machine_is_up "$run-$1" && docker exec "$run-$1" timeout 400 cloud-init status --wait --long
}

first_boot() {
  boots "$1" || { docker exec "$run-$1" tail -n 30 /var/log/cloud-init-output.log; return 1; }
  # Each file as the template has it.
  docker cp .ci/ansible/files-are-there.py "$run-$1:/tmp/" && docker exec "$run-$1" python3 /tmp/files-are-there.py /var/lib/cloud/seed/nocloud/user-data &&
    docker exec "$run-$1" test -s /var/log/polybot-user-data.log
}

answers_ready() { # machine: within two minutes
  local _
  for _ in {1..60}; do
    [[ $(curl -sf --max-time 5 "http://$(address_of "$1"):8080/readyz") == 1 ]] && return
    sleep 2
  done
  docker exec "$1" journalctl --unit polybot.service --lines 20 --no-pager
  return 1
}

bot_serves() { answers_ready "$run-bot" && [[ $(docker exec "$run-bot" systemctl is-enabled polybot.service) == enabled ]]; }

# As the unit says: read-only, no capabilities, not more memory than it was given, the environment of service.env.
bot_is_confined() {
  docker exec "$run-bot" docker inspect polybot-bot >"$stage/container.json" &&
    jq -e '.[0] | .HostConfig.ReadonlyRootfs and .HostConfig.CapDrop == ["ALL"] and .HostConfig.Memory == 300 * 1048576 and (.HostConfig.SecurityOpt | index("no-new-privileges") != null)
      and (.Config.Env | index("TABLE_NAME=polybot-dev-us-east-1-predictions") != null)' "$stage/container.json"
}

detector_waits_for_its_group() {
  [[ $(docker exec "$run-detector" systemctl is-active polybot-lifecycle.service) == active ]] &&
    [[ $(docker exec "$run-detector" systemctl is-enabled polybot.service) == disabled ]] &&
    [[ -z $(docker exec "$run-detector" docker ps --quiet) ]]
}

state_of() { # machine: every file of ours, with time and content
  docker exec "$1" sh -c 'find /etc/polybot /etc/systemd/system /usr/local/sbin /root/.docker -type f | sort | while read -r file; do stat -c "%n %a %U %Y" "$file"; sha256sum "$file"; done; dpkg-query -W'
}

second_boot_changes_nothing() { # service
  local before
  before=$(state_of "$run-$1") && boots "$1" || return
  diff <(echo "$before") <(state_of "$run-$1")
}

if ! has terraform || ! has jq || ! has curl; then
  skip "first boot in a container" "no terraform, jq or curl"
elif ! docker_answers; then
  skip "first boot in a container" "no Docker engine with debian:bookworm-slim"
else
  use_provider_mirror
  stage=$(mktemp -d)
  run=polybot-check-boot-$$
  at_end "rm -rf '$stage'"
  mkdir "$stage/bot" "$stage/detector"
  if check "machines as containers: image" machine_image_is_built; then
    for service in bot detector; do
      group=null
      [[ $service == bot ]] || group='{"name": "polybot-dev-us-east-1-detector", "launch_hook": "ready", "termination_hook": "drained", "protect_busy": true}'
      check "$service: user data, rendered by Terraform" user_data_is_rendered $service "$group" || continue
      check "$service: a machine before its first boot" machine_waits_for_its_first_boot $service || continue
      check "$service: cloud-init schema" schema_is_kept $service
      check "$service: first boot by cloud-init, every file as the template has it" first_boot $service || continue
      if [[ $service == bot ]]; then
        check "bot: its service runs and is ready" bot_serves
        check "bot: its container is confined as the unit says" bot_is_confined
      else
        check "detector: it waits for a word from its group before it starts" detector_waits_for_its_group
      fi
      check "$service: a second boot changes nothing" second_boot_changes_nothing $service
      [[ $service == detector ]] || check "bot: after the second boot it is ready again" bot_serves
    done
  fi
fi
