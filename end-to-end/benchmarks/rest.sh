#!/usr/bin/env bash
# Requests a second of the REST tier on this machine, beside a bare Spring MVC "hello" on the same libraries and with the same
# flags, in the same run. Needs wrk. Each measurement takes SECONDS_EACH seconds (default 10) on CONNECTIONS connections (default 32).
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-32}
flags=(-XX:+UseSerialGC -Xmx192m -Xss512k)
work=$(mktemp -d)
hello=
java=$(sed -n 's/.*<jdkHome>\(.*\)<\/jdkHome>.*/\1/p' "$HOME/.m2/discovered-jdk-toolchains-cache.xml" 2>/dev/null |
  while read -r home; do grep -q '^JAVA_VERSION="25' "$home/release" && echo "$home" && break; done)
java=${java:-${JAVA_HOME:?needs a JDK 25}}/bin

end() {
  ./polybot down --data "$work/data" >/dev/null || true
  if [[ -n $hello ]]; then kill "$hello" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap end EXIT

until_answers() { # address
  for _ in $(seq 300); do
    if curl -fs -o /dev/null "$1"; then return; fi
    sleep 1
  done
  echo "$1 does not answer" >&2
  return 1
}

"$java/java" -Djarmode=tools -jar polybot-service/target/polybot-service.jar extract --destination "$work/bot" >/dev/null
"$java/javac" -cp "$work/bot/lib/*" -d "$work/hello" end-to-end/benchmarks/hello/Hello.java
SPRING_CLOUD_AWS_REGION_STATIC=us-east-1 SPRING_THREADS_VIRTUAL_ENABLED=true SERVER_ADDRESS=127.0.0.1 SERVER_PORT=0 \
  "$java/java" "${flags[@]}" -cp "$work/hello:$work/bot/lib/*" Hello >"$work/hello.log" 2>&1 &
hello=$!

for _ in $(seq 300); do
  if hello_port=$(grep -o 'started on port [0-9]*' "$work/hello.log"); then break; fi
  sleep 1
done
hello_port=${hello_port##* }

export REST_REQUESTS_PER_MINUTE=1000000000
./polybot up --port 0 --rest-port 0 --data "$work/data" >"$work/up.log" 2>&1 &
for _ in $(seq 300); do
  rest=$(sed -n 's/.*"rest" *: *"\([^"]*\)".*/\1/p' "$work/data/running.json" 2>/dev/null) || true
  if [[ -n $rest ]]; then break; fi
  sleep 1
done
until_answers "http://127.0.0.1:$hello_port/hello"
until_answers "$rest/api/v1/classes"

export PICTURE=docs/samples/wall.jpg
prediction=$(curl -fs -H 'Prefer: wait=60' -H 'Content-Type: image/jpeg' --data-binary "@$PICTURE" "$rest/api/v1/predictions" |
  sed 's/.*"self":"\([^"]*\)".*/\1/')

per_second() { # name, wrk's arguments...
  local name=$1 out
  shift
  out=$(wrk -t2 -c"$connections" -d"${seconds}s" --timeout 30s --latency "$@")
  printf '%-42s %10s requests/s   p50 %8s   p99 %8s   errors: %s\n' "$name" \
    "$(awk '/Requests\/sec/ {print $2}' <<<"$out")" "$(awk '$1 == "50%" {print $2}' <<<"$out")" "$(awk '$1 == "99%" {print $2}' <<<"$out")" \
    "$(grep -E 'Non-2xx|Socket errors' <<<"$out" | tr -s ' ' | tr '\n' ' ' || true)"
}

# Warm: the first round of each is thrown away.
for address in "http://127.0.0.1:$hello_port/hello" "$rest/api/v1/classes" "$rest$prediction"; do
  wrk -t2 -c"$connections" -d"${seconds}s" "$address" >/dev/null
done
per_second "hello, bare Spring MVC" "http://127.0.0.1:$hello_port/hello"
per_second "GET /api/v1/classes" "$rest/api/v1/classes"
per_second "GET /api/v1/predictions/{id}" "$rest$prediction"
per_second "hello, bare Spring MVC (again)" "http://127.0.0.1:$hello_port/hello"
per_second "POST /api/v1/predictions ($(stat -c %s "$PICTURE") bytes)" -s end-to-end/benchmarks/upload.lua "$rest/api/v1/predictions"
