# The services on what Terraform made. Sourced by the parts that apply.
# shellcheck shell=bash disable=SC2154

# Builds them too, where they are not built.
the_main_job_is_done_on_it() { # file of `terraform output -json`
  # An earlier run's word on another module would be taken for this one's.
  rm -rf end-to-end/target/aws-calls-applied ./*/target/failsafe-reports/failsafe-summary.xml
  APPLIED_OUTPUTS=$1 APPLIED_TOKEN=$example_token AWS_ENDPOINT_URL=$emulator \
    ./mvnw -B -ntp -q -pl end-to-end -am verify -Dtest=FormattingTests -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=AppliedInfrastructureEndToEndTests -Dfailsafe.failIfNoSpecifiedTests=false || return
  [[ -n $(find end-to-end/target/aws-calls-applied -name '*.jsonl') ]]
}

its_roles_allow_what_was_called() { # file of `terraform output -json`
  jq .role_policies.value "$1" >"$logs/applied-policies.json" &&
    npm --prefix .ci/iam ci --no-audit --no-fund >/dev/null &&
    node .ci/iam/recorded.js "$logs/applied-policies.json" us-east-1 some end-to-end/target/aws-calls-applied/*.jsonl
}

# The same services for as long as a part runs, each started anew when its settings change, as its group does with a machine.

programs_are_built() {
  ./mvnw -B -ntp -q -pl local-stack,polybot-service,detector-service -am package -DskipTests
}

java_25() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if grep -qs '^JAVA_VERSION="25' "$home/release"; then
      "$home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED "$@"
      return
    fi
  done
  echo "no Java 25"
  return 1
}

# Known still when everything ends.
declare -gA running settings_of port_of
local_stack="$root/local-stack/target/polybot.jar:$root/local-stack/target/lib/*"
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Ends what java_25 began, and waits for it.
service_ends() { # name
  [[ -n ${running[$1]:-} ]] || return 0
  pkill -TERM -P "${running[$1]}"
  wait "${running[$1]}" 2>/dev/null
  unset "running[$1]"
}

telegram_is_played() {
  port_of[telegram]=$(free_port)
  mkdir -p "$stage/telegram"
  (TELEGRAM_TOKEN=$example_token java_25 -cp "$local_stack" dev.polybot.local.telegram.FakeTelegramMain \
    --port "${port_of[telegram]}" --name 127.0.0.1 --data "$stage/telegram" --samples docs/samples) >"$logs/telegram.log" 2>&1 &
  running[telegram]=$!
  at_end "service_ends telegram"
  within 120 curl -s -o /dev/null --max-time 5 "http://127.0.0.1:${port_of[telegram]}/"
}

within() { # seconds, command...
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < until)) || { echo "not in time: $*"; return 1; }
    sleep 1
  done
}

is_ready() { kill -0 "${running[$1]}" && curl -sf -o /dev/null --max-time 5 "http://127.0.0.1:${port_of[$1]}/readyz"; }

is_ready_or_gone() { ! kill -0 "${running[$1]}" 2>/dev/null || is_ready "$1"; }

# Only ports, endpoints and credentials are of here.
service_follows() { # service, its jar, file of `terraform output -json`
  local settings
  settings=$(jq -r ".$1_environment.value | to_entries[] | \"\(.key)=\(.value)\"" "$3")
  if [[ ${settings_of[$1]:-} == "$settings" ]] && is_ready "$1"; then
    echo "$1: the same settings, goes on"
    return
  fi
  service_ends "$1"
  [[ -n ${port_of[$1]:-} ]] || port_of[$1]=$(free_port)
  mapfile -t environment <<<"$settings"
  environment+=("AWS_ENDPOINT_URL=$emulator" AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test S3_PATH_STYLE=true "SERVER_PORT=${port_of[$1]}" MANAGEMENT_PORT=0)
  if [[ $1 == bot ]]; then
    environment+=("TELEGRAM_API_URL=http://127.0.0.1:${port_of[telegram]}" "TELEGRAM_APP_URL=http://127.0.0.1:${port_of[bot]}" DRAIN_DELAY=0s)
  else
    environment+=(DETECTOR_OFFLINE=true "DETECTOR_CACHE_DIR=$stage/models")
  fi
  (export "${environment[@]}" && java_25 -Xmx512m -jar "$2") >>"$logs/$1-service.log" 2>&1 &
  running[$1]=$!
  settings_of[$1]=$settings
  at_end "service_ends $1"
  within 240 is_ready_or_gone "$1" && is_ready "$1" && echo "$1: started with new settings"
}

services_follow() { # file of `terraform output -json`
  service_follows detector detector-service/target/detector-service.jar "$1" && service_follows bot polybot-service/target/polybot-service.jar "$1"
}

a_photo_comes_back() {
  local folder said
  folder=$(mktemp -d)
  said=$(cd "$folder" && java_25 -cp "$local_stack" "-Dpolybot.root=$root" dev.polybot.local.Polybot send --page "http://127.0.0.1:${port_of[telegram]}" \
    --timeout 240 --caption predict "$root/docs/samples/wall.jpg")
  rm -r "$folder"
  echo "$said"
  grep -q '^Saved ' <<<"$said"
}
