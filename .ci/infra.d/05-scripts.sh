# Every shell script of the infrastructure, this command's own included.
# shellcheck shell=bash

if ! has shellcheck; then
  skip "shellcheck" "no shellcheck"
else
  check "shellcheck" shellcheck .ci/infra .ci/infra.d/*.sh .ci/run .ci/localstack/{awslocal,docker-entrypoint.sh} docker/build docker/image/{system,assemble,rehearse} docker/localstack/*.sh terraform/infra/modules/machine/files/polybot-lifecycle
fi
