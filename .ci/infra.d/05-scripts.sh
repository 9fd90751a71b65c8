# Every shell script of the infrastructure, this command's own included.
# shellcheck shell=bash disable=SC2034

# In a shell of its own, whose counts are its own.
left_out() { # what was left out
  (
    trap - EXIT
    GITHUB_ACTIONS=true failed=0 skipped=0 left_out=() unlisted=()
    skip "$1" "no tool" && summary
  )
}

on_a_runner_what_is_left_out_fails() { ! left_out "a check that nobody knows" && left_out "$(head -n 1 .ci/infra.d/skips-in-ci.txt)"; }

# grep -q ends as soon as it has found something. Who still writes is killed by that, and under pipefail what was found counts as not found.
nobody_is_cut_off() {
  local cut_off
  cut_off=$(grep -nE '[^|]\|[[:space:]]*grep ([^|]* )?-[[:alpha:]]*q' .ci/infra .ci/infra.d/*.sh .ci/run .ci/format .github/scripts/* docker/build docker/image/{system,assemble,rehearse} \
    docker/localstack/*.sh terraform/infra/modules/machine/files/polybot-lifecycle)
  [[ -z $cut_off ]] || { echo "$cut_off"; return 1; }
}

check "no pipe ends in grep -q" nobody_is_cut_off
check "on a runner what is left out fails, unless it is listed" on_a_runner_what_is_left_out_fails
if ! has shellcheck; then
  skip "shellcheck" "no shellcheck"
else
  check "shellcheck" shellcheck .ci/infra .ci/infra.d/*.sh .ci/run .ci/localstack/{awslocal,docker-entrypoint.sh} docker/build docker/image/{system,assemble,rehearse} docker/localstack/*.sh terraform/infra/modules/machine/files/polybot-lifecycle
fi
