# The script that keeps a detector in step with its group, run as it stands, with its surroundings played.
# shellcheck shell=bash disable=SC2154,SC2016

# A machine: a folder, the metadata and group of lifecycle-stand-in.py, and a systemctl and a docker that only write down what they were told.
machine_is_played() {
  stage=$(mktemp -d)
  mkdir "$stage/bin" "$stage/cgroup"
  printf '#!/bin/sh\necho "systemctl $*" >>"%s/heard"\n' "$stage" >"$stage/bin/systemctl"
  printf '#!/bin/sh\ncase $1 in inspect) echo abc ;; *) echo "docker $*" >>"%s/heard" ;; esac\n' "$stage" >"$stage/bin/docker"
  chmod +x "$stage"/bin/*
  mkdir -p "$stage/cgroup/system.slice/docker-abc.scope"
  echo "usage_usec 0" >"$stage/cgroup/system.slice/docker-abc.scope/cpu.stat"
  : >"$stage/heard"
  echo "$1" >"$stage/target"
  python3 .ci/infra.d/lifecycle-stand-in.py "$stage" &
  players=$!
  until [[ -s $stage/port ]]; do sleep 0.1; done
  local url
  url=http://127.0.0.1:$(<"$stage/port")
  env PATH="$stage/bin:$PATH" IMDS_URL="$url" AUTOSCALING_URL="$url/" READY_URL="$url/readyz" LIVE_URL="$url/livez" POLL_SECONDS=0.2 \
    CGROUP_ROOT="$stage/cgroup" REGION=us-east-1 GROUP=polybot-dev-us-east-1-detector LAUNCH_HOOK=ready TERMINATION_HOOK=drained \
    CONTAINER=polybot-detector PROTECT_BUSY=true terraform/infra/modules/machine/files/polybot-lifecycle &
  script=$!
}

heard() { # text: within a minute, or the whole story is told
  local _
  for _ in {1..300}; do
    grep -qF -- "$1" "$stage/heard" && return
    sleep 0.2
  done
  echo "not heard: $1"
  cat "$stage/heard"
  return 1
}

not_heard() {
  sleep 1
  ! grep -F -- "$1" "$stage/heard"
}

machine_is_gone() {
  kill "$script" "$players" 2>/dev/null
  wait "$script" "$players" 2>/dev/null
  rm -r "$stage"
}

a_machine_is_in_service_once_it_is_ready() {
  machine_is_played InService
  heard "systemctl start --no-block polybot.service" && not_heard CompleteLifecycleAction &&
    touch "$stage/ready" "$stage/live" && heard "CompleteLifecycleAction ready signed" && sleep 1 &&
    [[ $(grep -c CompleteLifecycleAction "$stage/heard") == 1 ]]
  local result=$?
  machine_is_gone
  return $result
}

a_machine_that_is_to_go_finishes_first() {
  machine_is_played InService
  touch "$stage/ready" "$stage/live"
  heard "CompleteLifecycleAction ready signed" && echo Terminated >"$stage/target" &&
    heard "CompleteLifecycleAction drained signed" &&
    [[ $(grep -n "systemctl stop polybot.service" "$stage/heard" | cut -d: -f1) -lt $(grep -n "drained" "$stage/heard" | cut -d: -f1) ]] &&
    wait "$script"
  local result=$?
  machine_is_gone
  return $result
}

a_machine_in_the_warm_pool_takes_no_jobs() {
  machine_is_played Warmed:Stopped
  touch "$stage/ready" "$stage/live"
  heard "CompleteLifecycleAction ready signed" && not_heard "systemctl start"
  local result=$?
  machine_is_gone
  return $result
}

a_busy_machine_is_shielded_until_it_is_idle() {
  machine_is_played InService
  touch "$stage/ready" "$stage/live"
  local used=0 result
  # A core in full use, until the shield is asked for.
  (while :; do
    used=$((used + 200000))
    echo "usage_usec $used" >"$stage/cgroup/system.slice/docker-abc.scope/cpu.new"
    mv "$stage/cgroup/system.slice/docker-abc.scope/cpu.new" "$stage/cgroup/system.slice/docker-abc.scope/cpu.stat"
    sleep 0.1
  done) &
  local work=$!
  heard "SetInstanceProtection true signed" && kill $work && heard "SetInstanceProtection false signed"
  result=$?
  kill $work 2>/dev/null
  machine_is_gone
  return $result
}

a_machine_that_no_longer_answers_is_replaced() {
  machine_is_played InService
  touch "$stage/ready" "$stage/live"
  heard "CompleteLifecycleAction ready signed" && rm "$stage/live" && heard "SetInstanceHealth Unhealthy signed" && sleep 1 &&
    [[ $(grep -c SetInstanceHealth "$stage/heard") == 1 ]]
  local result=$?
  machine_is_gone
  return $result
}

# AWS says 400 to a call too many, too: only when there is nothing open any more is it done.
a_machine_that_is_throttled_asks_again() {
  machine_is_played InService
  touch "$stage/ready" "$stage/live"
  echo '<Code>Throttling</Code><Message>Rate exceeded</Message>' >"$stage/refused"
  heard "CompleteLifecycleAction ready signed" && : >"$stage/heard" && heard "CompleteLifecycleAction ready signed" &&
    echo '<Code>ValidationError</Code><Message>No active Lifecycle Action found with instance ID i-0123456789abcdef0</Message>' >"$stage/refused" && sleep 3 &&
    {
      local asked
      asked=$(grep -c 'CompleteLifecycleAction ready' "$stage/heard")
      sleep 2
      [[ $(grep -c 'CompleteLifecycleAction ready' "$stage/heard") == "$asked" ]]
    }
  local result=$?
  machine_is_gone
  return $result
}

a_spot_machine_that_is_to_be_taken_gives_its_jobs_back() {
  machine_is_played InService
  touch "$stage/ready" "$stage/live"
  heard "CompleteLifecycleAction ready signed" && touch "$stage/taken" && heard "systemctl stop polybot.service" && sleep 1 &&
    [[ $(tail -n 1 "$stage/heard") == "systemctl stop polybot.service" ]] &&
    echo Terminated >"$stage/target" && heard "CompleteLifecycleAction drained"
  local result=$?
  machine_is_gone
  return $result
}

if ! has python3 || ! has jq || ! curl --help all 2>/dev/null | grep -- --aws-sigv4 >/dev/null; then
  skip "drain, launch, warm pool and shield" "no python3, jq, or curl with --aws-sigv4"
else
  check "a machine is in service once it is ready, and says so once" a_machine_is_in_service_once_it_is_ready
  check "a machine that is to go stops its service, then says so" a_machine_that_is_to_go_finishes_first
  check "a machine that is throttled asks again, until nothing is open" a_machine_that_is_throttled_asks_again
  check "a spot machine that is to be taken finishes its jobs at once" a_spot_machine_that_is_to_be_taken_gives_its_jobs_back
  check "a machine in the warm pool starts no service" a_machine_in_the_warm_pool_takes_no_jobs
  check "a busy machine is shielded from scale-in until it is idle" a_busy_machine_is_shielded_until_it_is_idle
  check "a machine that no longer answers asks to be replaced" a_machine_that_no_longer_answers_is_replaced
fi
