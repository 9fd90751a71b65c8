#!/usr/bin/env bash
# ElasticMQ: a long poll of a FIFO queue takes a whole processor for as long as a message waits for one of its own group.
#
# A good guess: a ReceiveMessage that waits sleeps until something can be received: a new message, or the end of a visibility
# timeout. Messages behind one in flight of their group cannot be, and cost nothing.
#
# What happens: ElasticMQ 1.7.1 wakes the poll when the earliest of all messages becomes visible, and counts those behind one in flight as
# visible: their time has passed, so it looks again at once, finds nothing to give, and looks again, until the poll ends. With WaitTimeSeconds=0,
# or with no message behind the one in flight, nothing of the kind happens. Whoever lets groups wait by the visibility timeout (a rate limit, a
# back-off) and polls as AWS recommends burns a processor with an idle consumer.
#
# Seen with org.elasticmq:elasticmq-server_2.13:1.7.1, OpenJDK 17.0.15, on 28 November 2026. Linux, for processor time from /proc; needs a JDK 17
# or later, Maven, curl and Maven Central.
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

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 19326)
cat > "$work/elasticmq.conf" <<CONF
include classpath("application.conf")
node-address { host = 127.0.0.1, port = $port }
rest-sqs { bind-hostname = "127.0.0.1", bind-port = $port }
rest-stats.enabled = false
queues {
  "alone.fifo" { fifo = true, contentBasedDeduplication = true, defaultVisibilityTimeout = 60 seconds }
  "behind.fifo" { fifo = true, contentBasedDeduplication = true, defaultVisibilityTimeout = 60 seconds }
}
CONF

# call ACTION QUEUE MORE
call() {
  curl -sf -m 30 "http://127.0.0.1:$port/" -H "X-Amz-Target: AmazonSQS.$1" -H 'Content-Type: application/x-amz-json-1.0' \
    -d "{\"QueueUrl\":\"http://127.0.0.1:$port/000000000000/$2\"$3}"
}
processor() { awk '{ print ($14 + $15) * 10 }' "/proc/$pid/stat"; } # milliseconds

java -XX:TieredStopAtLevel=1 -Dconfig.file="$work/elasticmq.conf" -cp "$work/lib/*" org.elasticmq.server.Main > "$work/log" 2>&1 &
pid=$!
for _ in $(seq 120); do
  call GetQueueAttributes alone.fifo ',"AttributeNames":["All"]' >/dev/null 2>&1 && break
  sleep 0.5
done

# poll QUEUE: milliseconds of processor that five seconds of waiting take, and how much came
poll() {
  local before; before=$(processor)
  call ReceiveMessage "$1" ',"WaitTimeSeconds":5' > "$work/received"
  echo "$(($(processor) - before)) $(grep -c '"Body"' "$work/received" || true)"
}
send() { call SendMessage "$1" ",\"MessageBody\":\"$2\",\"MessageGroupId\":\"group\"" >/dev/null; }

java -version 2>&1 | head -1
ls "$work/lib" | grep -E '^elasticmq-server'

send alone.fifo first
call ReceiveMessage alone.fifo '' >/dev/null
poll alone.fifo >/dev/null # warms up
read -r alone came_alone <<< "$(poll alone.fifo)"
echo "One message in flight, none behind it: five seconds of polling take $alone ms of processor; received: $came_alone."

send behind.fifo first
send behind.fifo second
call ReceiveMessage behind.fifo '' >/dev/null
read -r behind came_behind <<< "$(poll behind.fifo)"
echo "One in flight, one of its group behind it: $behind ms of processor; received: $came_behind."

if [ "$came_alone" = 0 ] && [ "$came_behind" = 0 ] && [ "$alone" -lt 500 ] && [ "$behind" -gt 2500 ]; then
  echo "As found: the poll never sleeps while a message waits for one of its own group."
else
  echo "No longer as found."; exit 1
fi
