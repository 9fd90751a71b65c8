#!/usr/bin/env bash
# ElasticMQ with messages-storage: what it acknowledged within the last half second is gone after a kill.
#
# A good guess: a queue with `messages-storage.enabled = true` and a file under it has a message on disk once SendMessage has
# answered 200; that is what the setting is for.
#
# What happens: ElasticMQ 1.7.1 keeps its messages in H2, whose WRITE_DELAY (500 ms unless set) holds for commits too: they lie
# in memory for that long. Killed right after its last answers and started again on the same file, it has lost the last messages,
# without a line in its log. With `;WRITE_DELAY=0` at the end of the storage's URI the same run loses none.
#
# Seen with org.elasticmq:elasticmq-server_2.13:1.7.1 and the H2 that it brings, OpenJDK 17.0.15 and Temurin 25.0.3, on
# 27 November 2026. Needs a JDK 17 or later, Maven, curl and Maven Central.
set -euo pipefail

work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.elasticmq</groupId><artifactId>elasticmq-server_2.13</artifactId><version>1.7.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 19324)

# start FOLDER SUFFIX: ElasticMQ on that folder's file, ready for calls
start() {
  cat > "$work/elasticmq.conf" <<CONF
include classpath("application.conf")
node-address { host = 127.0.0.1, port = $port }
rest-sqs { bind-hostname = "127.0.0.1", bind-port = $port }
rest-stats.enabled = false
messages-storage { enabled = true, uri = "jdbc:h2:file:$1/messages$2" }
queues { letters { defaultVisibilityTimeout = 30 seconds } }
CONF
  java -Dconfig.file="$work/elasticmq.conf" -cp "$work/lib/*" org.elasticmq.server.Main > "$work/log" 2>&1 &
  pid=$!
  for _ in $(seq 120); do
    call GetQueueUrl '{"QueueName":"letters"}' >/dev/null 2>&1 && return
    sleep 0.5
  done
  echo "ElasticMQ did not start:"; cat "$work/log"; exit 1
}

call() {
  curl -sf -m 10 "http://127.0.0.1:$port/" -H "X-Amz-Target: AmazonSQS.$1" -H 'Content-Type: application/x-amz-json-1.0' -d "$2"
}

# run SUFFIX: how many of 50 acknowledged messages are there after a kill and a new start
run() {
  local folder
  folder=$(mktemp -d "$work/data.XXXX")
  start "$folder" "$1"
  local url="http://127.0.0.1:$port/000000000000/letters" acknowledged
  for i in $(seq 50); do # one curl on one connection, so that all of them take far less than half a second
    [ "$i" = 1 ] || echo next
    printf 'url = "http://127.0.0.1:%s/"\nheader = "X-Amz-Target: AmazonSQS.SendMessage"\n' "$port"
    printf 'header = "Content-Type: application/x-amz-json-1.0"\noutput = /dev/null\nwrite-out = "%%{http_code}\\n"\n'
    printf 'data = "{\\"QueueUrl\\":\\"%s\\",\\"MessageBody\\":\\"letter %s\\"}"\n' "$url" "$i"
  done > "$work/calls"
  acknowledged=$(curl -s -m 30 -K "$work/calls" | grep -c '^200$')
  kill -9 "$pid"; wait "$pid" 2>/dev/null || true
  start "$folder" "$1"
  local there
  there=$(call GetQueueAttributes "{\"QueueUrl\":\"$url\",\"AttributeNames\":[\"ApproximateNumberOfMessages\"]}" |
    sed 's/.*"ApproximateNumberOfMessages" *: *"\([0-9]*\)".*/\1/')
  kill -9 "$pid"; wait "$pid" 2>/dev/null || true
  pid=
  echo "$acknowledged $there"
}

java -version 2>&1 | head -1
ls "$work/lib" | grep -E '^(elasticmq-server|h2-)'
read -r acknowledged there < <(run "" 2>/dev/null)
echo "as it is:          $acknowledged acknowledged, $there there after the kill"
read -r durable_acknowledged durable_there < <(run ";WRITE_DELAY=0" 2>/dev/null)
echo "with WRITE_DELAY=0: $durable_acknowledged acknowledged, $durable_there there after the kill"

if [ "$there" -lt "$acknowledged" ] && [ "$durable_there" -eq "$durable_acknowledged" ]; then
  echo "As found: acknowledged messages are lost unless H2 is told to write at once."
else
  echo "No longer as found."; exit 1
fi
