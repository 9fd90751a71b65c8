# The whole system in containers, the services started by the very command of Terraform's unit. Sourced by the part that
# checks the images.
# shellcheck shell=bash disable=SC2154

system=polybot-check-$$
tag=${INFRA_IMAGE_TAG:-check}
declare -A attached port

# An engine, and the base images where no registry can be reached.
engine_answers() {
  local starter=$root/../shared/tools/docker-up
  has docker || [[ -x $starter ]] || return
  timeout 20 docker info >/dev/null 2>&1 || { [[ -x $starter ]] && "$starter" >"$logs/docker-up.log" 2>&1; }
}

system_starts() {
  local hardened=(--read-only --cap-drop ALL --security-opt no-new-privileges --tmpfs /data:uid=10001)
  docker network create "$system" >/dev/null || return
  at_end "docker network rm '$system' >/dev/null"
  at_end "docker rm --force '$system-aws' '$system-telegram' '$system-bot' '$system-detector' >/dev/null 2>&1"
  docker run --detach --name "$system-aws" --network "$system" --network-alias aws "${hardened[@]}" --tmpfs /tmp:exec \
    --env TELEGRAM_TOKEN=1:check "polybot-local-stack:$tag" dev.polybot.local.emulators.EmulatorsMain /data aws &&
    docker run --detach --name "$system-telegram" --network "$system" --network-alias telegram --no-healthcheck "${hardened[@]}" --tmpfs /tmp \
      --env TELEGRAM_TOKEN=1:check "polybot-local-stack:$tag" dev.polybot.local.telegram.FakeTelegramMain \
      --port 8080 --name telegram --data /data --samples /opt/local-stack/samples &&
    eventually 300 healthy aws &&
    write_environment
}

write_environment() {
  cat >"$logs/service.env" <<'END'
AWS_DEFAULT_REGION=eu-central-1
AWS_ACCESS_KEY_ID=local
AWS_SECRET_ACCESS_KEY=local
AWS_ENDPOINT_URL_SQS=http://aws:4566
AWS_ENDPOINT_URL_S3=http://aws:4567
AWS_ENDPOINT_URL_DYNAMODB=http://aws:4568
AWS_ENDPOINT_URL_SECRETS_MANAGER=http://aws:4569
S3_PATH_STYLE=true
SQS_QUEUE_IDENTIFY=polybot-identify
SQS_QUEUE_RESULTS=polybot-results
SQS_QUEUE_OUTBOX=polybot-outbox.fifo
BUCKET_NAME=polybot-images
TABLE_NAME=polybot-predictions
TELEGRAM_SECRET=polybot/telegram
TELEGRAM_API_URL=http://telegram:8080
DETECTOR_OFFLINE=true
END
}

# What the unit's ExecStart says, with the defaults of Terraform's variables; only the log stays here and the network is ours.
unit_command() { # service, memory, seconds to stop, port
  local megabytes=$2
  sed '/^%{/d' terraform/infra/modules/machine/files/polybot.service.tftpl | sed -n '/^ExecStart=/,/[^\\]$/p' | sed -e 's/^ExecStart=//' -e 's/\\$//' |
    tr '\n' ' ' | sed -e "s|\${container}|$system-$1|g" -e "s|\${port}|$4|g" -e "s|\${memory_mb}|$2|g" -e "s|\${stop_seconds}|$3|g" \
    -e "s|\${floor(memory_mb / 4)}|$((megabytes / 4))|" -e "s|/etc/polybot/service.env|$logs/$1.env|" \
    -e "s|\$LOG_OPTIONS|--network $system --network-alias $1|" -e "s|\$IMAGE|polybot-$1:$tag|"
}

service_starts() { # service, memory, seconds to stop
  local service=$1 command
  port[$service]=$((20000 + RANDOM % 10000))
  { cat "$logs/service.env"; echo "SERVER_PORT=${port[$service]}"; echo "TELEGRAM_APP_URL=http://$service:${port[$service]}"; } >"$logs/$service.env"
  command=$(unit_command "$service" "$2" "$3" "${port[$service]}")
  echo "$command"
  # shellcheck disable=SC2086 # a command line, as systemd splits it
  $command >>"$logs/$service.log" 2>&1 &
  attached[$service]=$!
  eventually 600 ready "$service"
}

eventually() { # seconds, command...
  local limit=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < limit)) || { echo "not in time: $*"; return 1; }
    sleep 1
  done
}

ready() { curl -sf --max-time 5 "http://127.0.0.1:${port[$1]}/readyz" >/dev/null; }
healthy() { [[ $(docker inspect --format '{{.State.Health.Status}}' "$system-$1") == healthy ]]; }

# A person with a photo, on the stand-in's page.
predict() { # sample
  docker run --rm --network "$system" --read-only --tmpfs /tmp:uid=10001 --workdir /tmp "polybot-local-stack:$tag" \
    dev.polybot.local.Polybot send --page http://telegram:8080 --timeout 240 --caption predict "/opt/local-stack/samples/$1"
}

everything_in_it_is_found() { # sample
  local answer count
  answer=$(predict "$1") || return
  echo "$answer"
  jq -r --arg sample "$1" '.[$sample] | to_entries[] | "\(.value) \(.key)"' docs/samples/expected.json | while read -r count; do
    grep -qF "$count" <<<"$answer" || { echo "missing: $count"; return 1; }
  done
}

stops_in_peace() { # service, seconds
  local began=$SECONDS status
  docker stop --time "$2" "$system-$1" >/dev/null
  wait "${attached[$1]}"
  status=$?
  echo "ended with $status after $((SECONDS - began)) s"
  ((status == 0 && SECONDS - began < $2))
}
