# Every step of the workflows that no other part runs, run once in a container that stands for a runner, on an AWS emulator.
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh
. .ci/infra.d/machine.sh

runner_is_started() {
  docker build --quiet --tag polybot-check-runner .ci/workflows/runner || return
  mkdir "$stage/repository"
  git ls-files --cached --others --exclude-standard -z | xargs -0 tar -cf - 2>/dev/null | tar -C "$stage/repository" -xf -
  local mirror mounts=(--volume "$stage/repository:/repository" --volume "$(readlink -f "$(command -v terraform)"):/usr/local/bin/terraform:ro") variable
  if [[ -n ${TF_CLI_CONFIG_FILE:-} ]]; then
    # What a mirror holds may be links into another one.
    mirror=$(sed -n 's/.*path *= *"\(.*\)"/\1/p' "$TF_CLI_CONFIG_FILE")
    mirror=$(readlink -f "$mirror"/registry.terraform.io/hashicorp/aws/*/linux_amd64 | head -n 1)
    mirror=${mirror%/registry.terraform.io/*}
    printf 'provider_installation {\n  filesystem_mirror {\n    path = "/providers"\n  }\n}\n' >"$stage/terraform.rc"
    mounts+=(--volume "$mirror:/providers:ro" --volume "$stage/terraform.rc:/terraform.rc:ro" --env TF_CLI_CONFIG_FILE=/terraform.rc)
  fi
  for variable in "${!TF_VAR_@}"; do
    # The images' tags are the steps' own business.
    [[ $variable == *_image_tag ]] || mounts+=(--env "$variable")
  done
  # For Ansible alone (Dockerfile), whose own boto3 is older than AWS_ENDPOINT_URL.
  local package
  for package in boto3 botocore s3transfer jmespath dateutil urllib3; do
    mounts+=(--volume "$(readlink -f "$(python3 -c "import $package; print($package.__path__[0])")"):/python/$package:ro")
  done
  mounts+=(--volume "$(readlink -f "$(python3 -c 'import six; print(six.__file__)')"):/python/six.py:ro" --env "TELEGRAM_API_URL=http://127.0.0.1:$telegram_port")
  docker run --detach --name "$runner" --network host "${mounts[@]}" --env AWS_ENDPOINT_URL --env AWS_ACCESS_KEY_ID --env AWS_SECRET_ACCESS_KEY \
    --env AWS_EC2_METADATA_DISABLED --env CHECKPOINT_DISABLE --env GITHUB_OUTPUT=/tmp/output --env GITHUB_STEP_SUMMARY=/tmp/summary polybot-check-runner
  at_end "docker rm --force '$runner' >/dev/null 2>&1"
}

telegram_answers() {
  telegram_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  python3 .ci/workflows/telegram-stand-in.py "$telegram_port" https://bot.polybot.example:8443/telegram/webhook >"$logs/telegram-stand-in.log" 2>&1 &
  at_end "kill $! 2>/dev/null"
}

# The services are played: what the smoke test asks of AWS is real, what answers it is not.
services_are_played() {
  python3 .ci/workflows/services-stand-in.py polybot-dev-us-east-1 >"$logs/services-stand-in.log" 2>&1 &
  services=$!
  at_end "kill $services 2>/dev/null"
}

# With nobody there it fails, and says what it waits for.
a_smoke_test_without_services_fails() {
  on_runner <<<'ENVIRONMENT=dev REGION=us-east-1 SMOKE_SECONDS=10 .github/scripts/smoke-test' >"$stage/smoke.log" 2>&1 && return 1
  cat "$stage/smoke.log"
  grep 'is in the table: not in time' "$stage/smoke.log"
}

on_runner() { docker exec -i "$runner" bash; }

packages_can_be_had() { on_runner <<<'curl -sf -o /dev/null --max-time 20 https://pypi.org/simple/moto/'; }

step_runs() { # number
  python3 .ci/workflows/steps.py script "$1" | on_runner
}

step_named() { python3 .ci/workflows/steps.py script "$1" | sed -n '1s/^# //p'; }

# What a push would leave, without its layers.
images_are_pushed() {
  local image
  for image in bot:1 bot:2 detector:1; do
    aws --endpoint-url "$emulator" --region us-east-1 ecr put-image --repository-name "polybot-dev-us-east-1-${image%:*}" --image-tag "${image#*:}" --image-manifest \
      '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},"layers":[]}' || return
  done
}

without_its_words_nothing_is_destroyed() {
  ! on_runner <<<'ENVIRONMENT=dev REGION=us-east-1 CONFIRMATION="destroy polybot-prod-us-east-1" .github/scripts/infra destroy' &&
    ! on_runner <<<'ENVIRONMENT=dev CONFIRMATION=yes .github/scripts/backend-state down'
}

states_that_describe_something_stay() {
  ! on_runner <<<'ENVIRONMENT=dev STATE_PRINCIPALS=arn:aws:iam::123456789012:role/deployer CONFIRMATION="delete the states of dev" .github/scripts/backend-state down' >"$logs/refused.log" 2>&1
  cat "$logs/refused.log"
  grep 'still describes' "$logs/refused.log"
}

what_is_typed_is_not_run() {
  ! on_runner <<<'ENVIRONMENT="dev; touch /tmp/run" REGION=us-east-1 .github/scripts/infra plan' &&
    ! on_runner <<<'ENVIRONMENT=dev REGION="us-east-1\$(touch /tmp/run)" .github/scripts/infra plan' &&
    ! on_runner <<<'ENVIRONMENT=dev REGION=us-east-1 IMAGE_TAG="1 -e x=\$(touch /tmp/run)" .github/scripts/deploy bot' &&
    on_runner <<<'[[ ! -e /tmp/run ]]'
}

outputs_hold_no_secret() {
  on_runner <<<'cat /tmp/output /tmp/summary' >"$stage/handed-on"
  grep '^webhook_url=https://bot.polybot.example:8443/telegram/webhook$' "$stage/handed-on" && grep '^tag=1$' "$stage/handed-on" &&
    ! grep -F -e "$example_token" -e 'PRIVATE KEY' "$stage/handed-on"
}

if ! has terraform || ! has jq || ! has aws || ! has openssl || ! has git || ! python3 -c 'import yaml' 2>/dev/null; then
  skip "workflows' steps in a container" "no terraform, jq, aws, openssl, git or PyYAML"
elif ! docker_answers; then
  skip "workflows' steps in a container" "no Docker engine with debian:bookworm-slim"
elif ! use_emulator; then
  skip "workflows' steps in a container" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  stage=$(mktemp -d)
  at_end "rm -rf '$stage'"
  runner=polybot-check-runner-$$
  telegram_answers
  if check "a container stands for a runner" runner_is_started; then
    check "what is typed into a workflow is never run" what_is_typed_is_not_run
    for ((step = 0; step < $(python3 .ci/workflows/steps.py count); step++)); do
      name=$(step_named "$step")
      [[ $name != "infrastructure-destroy.yml: Destroy" ]] || {
        check "the steps handed on addresses, and no secret" outputs_hold_no_secret
        check "nothing is destroyed without its words" without_its_words_nothing_is_destroyed
        check "states that describe something are not taken away" states_that_describe_something_stay
      }
      [[ $name != "deploy.yml: Smoke test" ]] || {
        check "a smoke test fails where nobody does the job" a_smoke_test_without_services_fails
        services_are_played
      }
      if [[ $name == *": Fetch "* ]] && ! packages_can_be_had; then
        skip "step run: $name" "PyPI is not reached from here"
        continue
      fi
      check "step run: $name" step_runs "$step" || break
      [[ $name != "infrastructure-region.yml: Make the registries" ]] || check "images are in the registry, without layers" images_are_pushed
    done
    python3 .ci/workflows/steps.py elsewhere | sed 's/^/         step run elsewhere: /'
  fi
fi
