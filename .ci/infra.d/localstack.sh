# LocalStack, or what plays it where its image cannot be had. Sourced by the part that checks the images.
# shellcheck shell=bash disable=SC2154

localstack=${LOCALSTACK_IMAGE:-localstack/localstack:4.14.0}

localstack_can_be_had() { docker image inspect "$localstack" >/dev/null 2>&1 || timeout 300 docker pull --quiet "$localstack" >"$logs/localstack-pull.log" 2>&1; }

localstack_can_be_played() { python3 -c 'import sys, moto.server; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; }

stand_in_is_built() {
  local context result
  context=$(mktemp -d)
  localstack=polybot-check-localstack:4.14.0
  cp .ci/localstack/* "$context" && python3 .ci/localstack/packages.py "$context/packages" && docker build --quiet --tag "$localstack" "$context"
  result=$?
  rm -r "$context"
  at_end "docker image rm '$localstack' >/dev/null 2>&1"
  return $result
}
