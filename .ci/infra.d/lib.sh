# What every part of .ci/infra uses. Sourced.
# shellcheck shell=bash disable=SC2034

root=$PWD
logs=${INFRA_LOGS:-$(mktemp -d)}
mkdir -p "$logs"
passed=0 failed=0 skipped=0 left_out=() unlisted=()
on_exit=()

# check "what holds" command...: runs the command, prints a line, and the end of its output where it fails.
check() {
  local what=$1 began=$SECONDS log
  shift
  log=$logs/$(printf '%02d-%s' $((passed + failed)) "$(tr -cs '[:alnum:]' - <<<"$what" | cut -c1-60)").log
  if "$@" >"$log" 2>&1; then
    printf 'ok       %s (%d s)\n' "$what" $((SECONDS - began))
    ((++passed))
  else
    printf 'FAILED   %s (%d s), %s:\n' "$what" $((SECONDS - began)) "$log"
    tail -n 40 "$log" | sed 's/^/         | /'
    ((++failed))
    return 1
  fi
}

# skip "what would have been checked" "why not"
skip() {
  printf 'skipped  %s: %s\n' "$1" "$2"
  ((++skipped))
  left_out+=("$1: $2")
  # On a runner everything can be had: what is left out there without being listed is a check that somebody believes to have run.
  if [[ -n ${GITHUB_ACTIONS:-} ]] && ! grep -qxF -- "$1" .ci/infra.d/skips-in-ci.txt; then unlisted+=("$1"); fi
}

has() { command -v "$1" >/dev/null 2>&1; }

# Commands to run when a part ends, last one first: what one leaves behind is nothing to another.
at_end() { on_exit=("$1" "${on_exit[@]}"); }

clean_up() {
  local command
  for command in "${on_exit[@]}"; do eval "$command"; done
  on_exit=()
}
trap clean_up EXIT

summary() {
  printf '\n%d passed, %d failed, %d skipped; output in %s\n' "$passed" "$failed" "$skipped" "$logs"
  ((skipped == 0)) || printf 'left out: %s\n' "${left_out[@]}"
  ((${#unlisted[@]} == 0)) || printf 'left out on the runner, and not listed in .ci/infra.d/skips-in-ci.txt: %s\n' "${unlisted[@]}"
  ((failed == 0 && ${#unlisted[@]} == 0))
}
