# The images, run as the machines run them: by the command of Terraform's unit, read-only, not as root, without capabilities.
# shellcheck shell=bash disable=SC2154
. .ci/infra.d/terraform.sh
. .ci/infra.d/containers.sh
. .ci/infra.d/localstack.sh

images_are_built() {
  if [[ -n ${INFRA_IMAGE_TAG:-} ]]; then
    docker image inspect polybot-{bot,detector,local-stack}:"$tag" >/dev/null
  else
    at_end "docker image rm polybot-{bot,detector,local-stack}:$tag >/dev/null 2>&1"
    TAG=$tag docker/build
  fi
}

# A listing of all files of an image, and what must not be among them.
nothing_to_work_with() { # image
  local files container
  container=$(docker create "polybot-$1:$tag" none) || return
  files=$(docker export "$container" | tar -t)
  docker rm "$container" >/dev/null
  grep -qx "opt/jre/bin/java" <<<"$files" || return
  ! grep -E '(^|/)(sh|bash|dash|busybox|apt|apt-get|dpkg|perl|python3?|curl|wget|gcc|cc|javac|jlink|jshell)$' <<<"$files"
}

is_labelled() { # image
  [[ $(docker image inspect --format '{{index .Config.Labels "org.opencontainers.image.version"}}' "polybot-$1:$tag") == "$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)" &&
    $(docker image inspect --format '{{index .Config.Labels "org.opencontainers.image.revision"}}' "polybot-$1:$tag") == "$(git rev-parse --short=12 HEAD)"* ]]
}

lists_its_parts() { # image
  jq -e '.bomFormat == "CycloneDX" and (.components | length > 80) and any(.components[]; .name == "spring-boot")' "docker/target/$1.cdx.json"
}

is_confined() { # service
  local is
  is=$(docker inspect --format '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.Memory}}' "$system-$1")
  echo "$is"
  [[ $is =~ ^"10001:10001 true [ALL] [no-new-privileges] "[1-9] ]] &&
    [[ -z $(docker diff "$system-$1") ]] &&
    [[ $(docker top "$system-$1" -o pid,uid,args | awk '/java/ { print $2; exit }') == 10001 ]]
}

# Where the unit runs an image the engine does not ask it, since each question starts a JVM; composed, it does. The image's own command is tried here.
its_own_health_check_finds_it_well() { # service
  local question
  mapfile -t question < <(docker image inspect --format '{{json .Config.Healthcheck.Test}}' "polybot-$1:$tag" | jq -r '.[1:][]')
  ((${#question[@]})) && docker exec "$system-$1" "${question[@]}" && [[ $(docker inspect --format '{{.State.Health}}' "$system-$1") == "<nil>" ]]
}

# Killed in the middle of its work it would take its job's visibility with it; told to go it finishes.
a_detector_told_to_go_loses_nothing() {
  local person
  predict wall.jpg &
  person=$!
  stops_in_peace detector 120 && service_starts detector 3200 120 && wait $person
}

figures() {
  local service
  for service in bot detector; do
    printf '         %s: %d MB; %s; %s resident, %s of processor time until here\n' "$service" \
      $(($(docker image inspect --format '{{.Size}}' "polybot-$service:$tag") / 1000000)) \
      "$(grep -o 'Started .* in .* seconds' "$logs/$service.log" | tail -n 1)" \
      "$(docker top "$system-$service" -o pid,rss,args | awk '/java/ && !/tini/ { printf "%d MB", $2 / 1024; exit }')" \
      "$(docker top "$system-$service" -o pid,time,args | awk '/java/ && !/tini/ { print $2; exit }')"
  done
}

compose() { if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi; }

compose_is_understood() {
  compose -f docker/compose.yaml config >/dev/null &&
    compose -f docker/compose.yaml -f docker/compose.emulators.yaml config >/dev/null
}

compose_does_the_main_job() { # compose files
  local files=("${@/#/--file=docker/}")
  export LOCALSTACK_IMAGE=$localstack COMPOSE_PROJECT_NAME=$system TAG=$tag PAGE_PORT=$((30000 + RANDOM % 2000)) DETECTOR_OFFLINE=true REST_PORT=$((32000 + RANDOM % 700)) \
    REST_API_KEYS='{"check":"a-key-for-this-check-only-0123456789"}'
  at_end "compose ${files[*]} down --volumes --timeout 5 >/dev/null 2>&1"
  compose "${files[@]}" up --detach || return
  eventually 600 composed_is_healthy || { compose "${files[@]}" logs --tail 20; return 1; }
  composed_is_used
  local result=$?
  ((result == 0)) || compose "${files[@]}" logs --tail 20
  compose "${files[@]}" down --volumes --timeout 60
  unset LOCALSTACK_IMAGE COMPOSE_PROJECT_NAME TAG PAGE_PORT DETECTOR_OFFLINE REST_PORT REST_API_KEYS
  return $result
}

composed_is_used() {
  local said
  said=$(docker run --rm --network "${system}_default" --read-only --tmpfs /tmp:uid=10001 --workdir /tmp "polybot-local-stack:$tag" \
    dev.polybot.local.Polybot send --page http://telegram:8080 --timeout 240 --caption predict /opt/local-stack/samples/breakfast.jpg) || return
  echo "$said"
  grep '^Saved ' <<<"$said" && curl -sSf "http://127.0.0.1:$PAGE_PORT/" >/dev/null || return
  said=$(curl -sS --max-time 70 -H 'Prefer: wait=60' -H "Authorization: Bearer a-key-for-this-check-only-0123456789" -H 'Content-Type: image/jpeg' \
    --data-binary @docs/samples/breakfast.jpg "http://127.0.0.1:$REST_PORT/api/v1/predictions") || return
  echo "$said"
  grep '"succeeded"' <<<"$said"
}

composed_is_healthy() {
  local service
  for service in bot detector; do
    [[ $(docker ps --filter "label=com.docker.compose.project=$system" --filter "label=com.docker.compose.service=$service" --format '{{.Status}}') == *"(healthy)"* ]] || return
  done
}

localstack_is_furnished_twice() {
  local said
  for _ in 1 2; do
    said=$(AWS_CLI="aws --endpoint-url $emulator" TELEGRAM_TOKEN=1:check AWS_DEFAULT_REGION=eu-central-1 docker/localstack/resources.sh) || return
  done
  echo "$said"
}

# The engine is this machine's own, and what Testcontainers tries out in a small image it can try in one that is here.
testcontainers_do_the_main_job() { # profile, its class, further arguments
  TESTCONTAINERS_HOST_OVERRIDE=${TESTCONTAINERS_HOST_OVERRIDE:-localhost} TESTCONTAINERS_RYUK_DISABLED=true \
    TESTCONTAINERS_TINYIMAGE_CONTAINER_IMAGE=${SYSTEM:-debian:bookworm-slim} \
    ./mvnw -B -ntp -q -pl end-to-end -am "-P$1" verify -Dtest=FormattingTests -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dit.test=$2" -Dfailsafe.failIfNoSpecifiedTests=false "-Dimages.tag=$tag" "${@:3}"
}

has_compose() { docker compose version >/dev/null 2>&1 || has docker-compose; }

everything_works_on_localstack() { # what it is
  ! has_compose || check "compose: the main job, and REST with a key, on $1" compose_does_the_main_job compose.yaml
  check "Testcontainers: the main job on the images and $1" testcontainers_do_the_main_job localstack LocalStackEndToEndTests "-Dlocalstack.image=$localstack"
}

if ! has curl || ! has jq || ! has java; then
  skip "images, in containers" "no curl, jq or java"
elif ! engine_answers; then
  skip "images, in containers" "no Docker engine"
elif check "images: all three are built" images_are_built; then
  for image in bot detector; do
    check "$image: no shell, no package manager, no compiler, no downloader" nothing_to_work_with $image
    check "$image: says its version and revision" is_labelled $image
    check "$image: says what it is made of" lists_its_parts $image
  done
  if check "the emulators and the stand-in start in containers" system_starts; then
    check "bot: starts by Terraform's command in 700 MB" service_starts bot 700 60
    check "detector: starts by Terraform's command in 3200 MB" service_starts detector 3200 120
    for image in bot detector; do
      check "$image: its own health check finds it well, and no engine asks it" its_own_health_check_finds_it_well $image
    done
    for sample in docs/samples/*.jpg; do
      check "containers: everything in ${sample##*/} is found" everything_in_it_is_found "${sample##*/}"
    done
    for image in bot detector; do
      check "$image: not root, no capability, nothing written outside /tmp" is_confined $image
    done
    figures
    check "detector: told to go, it finishes, ends with 0, and the next one takes over" a_detector_told_to_go_loses_nothing
    check "bot: told to go, it ends with 0" stops_in_peace bot 60
    check "detector: told to go when idle, it ends with 0" stops_in_peace detector 120
  fi
  if has_compose; then
    check "compose: both files are understood" compose_is_understood
    check "compose: the main job, and REST with a key, on the emulators" compose_does_the_main_job compose.yaml compose.emulators.yaml
  else
    skip "compose" "neither docker compose nor docker-compose"
  fi
  check "Testcontainers: the main job on the images" testcontainers_do_the_main_job images ImagesEndToEndTests
  if localstack_can_be_had; then
    everything_works_on_localstack LocalStack
  else
    skip "the main job on LocalStack itself" "$localstack cannot be fetched"
    if localstack_can_be_played; then
      check "moto in LocalStack's place: image" stand_in_is_built && everything_works_on_localstack "moto in LocalStack's place"
    else
      skip "the main job on moto in LocalStack's place" "no moto for a python3 of version 3.11"
    fi
  fi
fi
if ! has aws; then
  skip "LocalStack's resources are made, and made again" "no aws"
elif ! use_emulator; then
  skip "LocalStack's resources are made, and made again" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  check "LocalStack's resources are made, and made again" localstack_is_furnished_twice
fi
