#!/usr/bin/env bash
# ElasticMQ: a long poll whose caller has hung up still receives the next message, and that counts as a try.
#
# A good guess: a ReceiveMessage that waits for a message ends when its connection is closed; what is sent afterwards is for the
# next caller.
#
# What happens: ElasticMQ 1.7.1 keeps the poll until its WaitTimeSeconds are over. The next message goes to it, into nothing:
# it is hidden for its visibility timeout, and its receive count is 1. With a redrive policy of one receive it lies in the
# dead-letter queue without ever having been received. Whoever kills consumers to see what becomes of their messages loses a
# try, and a visibility timeout, for each poll of each killed consumer.
#
# Seen with org.elasticmq:elasticmq-server_2.13:1.7.1, OpenJDK 17.0.15, on 28 November 2026. Needs a JDK 17
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

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 19325)
cat > "$work/elasticmq.conf" <<CONF
include classpath("application.conf")
node-address { host = 127.0.0.1, port = $port }
rest-sqs { bind-hostname = "127.0.0.1", bind-port = $port }
rest-stats.enabled = false
queues {
  letters { defaultVisibilityTimeout = 3 seconds }
  once { defaultVisibilityTimeout = 3 seconds, deadLettersQueue { name = "dead", maxReceiveCount = 1 } }
  dead { defaultVisibilityTimeout = 3 seconds }
}
CONF

# call ACTION QUEUE MORE [CURL OPTIONS]
call() {
  curl -sf -m "${4:-30}" "http://127.0.0.1:$port/" -H "X-Amz-Target: AmazonSQS.$1" -H 'Content-Type: application/x-amz-json-1.0' \
    -d "{\"QueueUrl\":\"http://127.0.0.1:$port/000000000000/$2\"$3}"
}

java -Dconfig.file="$work/elasticmq.conf" -cp "$work/lib/*" org.elasticmq.server.Main > "$work/log" 2>&1 &
pid=$!
for _ in $(seq 120); do
  call GetQueueAttributes letters ',"AttributeNames":["All"]' >/dev/null 2>&1 && break
  sleep 0.5
done

receive=',"WaitTimeSeconds":10,"AttributeNames":["ApproximateReceiveCount"]'
count() { sed -n 's/.*"ApproximateReceiveCount" *: *"\([0-9]*\)".*/\1/p'; }

java -version 2>&1 | head -1
ls "$work/lib" | grep -E '^elasticmq-server'

call ReceiveMessage letters "$receive" 1 >/dev/null || true # this caller hangs up after a second
call SendMessage letters ',"MessageBody":"hello"' >/dev/null
tries=$(call ReceiveMessage letters "$receive" | count)
echo "The first caller who gets the message is told that this is receive number ${tries:-none}."

call ReceiveMessage once "$receive" 1 >/dev/null || true
call SendMessage once ',"MessageBody":"hello"' >/dev/null
call ReceiveMessage once ',"WaitTimeSeconds":5' > "$work/received"
dead=$(call ReceiveMessage dead "$receive" | grep -c '"Body"' || true)
echo "Where one receive is allowed: received by somebody $(grep -c '"Body"' "$work/received" || true) times, in the dead-letter queue $dead."

if [ "$tries" = 2 ] && [ "$dead" = 1 ] && ! grep -q '"Body"' "$work/received"; then
  echo "As found: a message goes to a poll whose caller has gone, and that counts."
else
  echo "No longer as found."; exit 1
fi
