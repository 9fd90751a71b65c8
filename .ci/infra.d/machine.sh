# Machines as containers: systemd as process 1, a Docker engine of their own. Sourced by the parts of .ci/infra that need some.
# shellcheck shell=bash disable=SC2154

docker_answers() {
  has docker && timeout 10 docker info >/dev/null 2>&1 &&
    { docker image inspect debian:bookworm-slim || timeout 120 docker pull --quiet debian:bookworm-slim; } >/dev/null 2>&1
}

machine_image_is_built() { docker build --quiet --tag polybot-check-machine .ci/ansible/machine; }

# Neither privileged nor the host's engine: what a machine starts, it starts within.
start_machine() { # name, further options
  local name=$1
  shift
  docker run --detach --name "$name" --hostname "$name" --cap-add SYS_ADMIN --cap-add NET_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined --cgroupns host \
    --tmpfs /run --tmpfs /run/lock --volume /sys/fs/cgroup:/sys/fs/cgroup:rw --volume /var/lib/docker "$@" polybot-check-machine >/dev/null
  at_end "docker rm --force --volumes '$name' >/dev/null 2>&1"
}

machine_is_up() { # name: within two minutes
  local _
  for _ in {1..60}; do
    [[ $(docker exec "$1" systemctl is-system-running 2>/dev/null) =~ ^(running|degraded)$ ]] &&
      docker exec "$1" docker info >/dev/null 2>&1 && return
    sleep 2
  done
  docker exec "$1" systemctl --failed --no-pager
  return 1
}

address_of() { docker inspect --format '{{.NetworkSettings.IPAddress}}' "$1"; }

# CloudWatch is not here to log to: Docker keeps the log itself.
log_stays_here() {
  docker exec "$1" sh -c 'mkdir -p /etc/systemd/system/polybot.service.d && printf "[Service]\nEnvironment=LOG_OPTIONS=\n" >/etc/systemd/system/polybot.service.d/log.conf'
}

# A service that says whether it is ready, under the name and tag that a registry would give it.
build_service() { # image, version, ready (yes|no)
  docker build --quiet --tag "$1" --build-arg "VERSION=$2" --build-arg "READY=$3" .ci/ansible/service
  at_end "docker rmi '$1' >/dev/null 2>&1"
}
