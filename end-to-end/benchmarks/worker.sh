#!/usr/bin/env bash
# How many pictures a detector does in a second, and what each costs: jobs wait in the embedded queue, and one process takes them.
#
#   worker.sh                                            this build
#   worker.sh old=../polybot-old new=.                   two builds, in turns, and the ratio of each to the first
#   worker.sh 2x1=.,DETECTOR_WORKERS=2,DETECTOR_THREADS=1 1x2=.,DETECTOR_WORKERS=1,DETECTOR_THREADS=2     two settings
#
# A variant is NAME=CHECKOUT with its jars built, and settings behind commas; JVM holds flags instead of those that compile once,
# which `./polybot up` gives this build and gave no former one: JVM=-XX:TieredStopAtLevel=4. JOBS (300) jobs each time, ROUNDS (3)
# rounds, PHOTOS (docs/samples). The emulators are the build's own, fresh each time. Linux only: processor time is read from /proc.
set -euo pipefail
cd "$(dirname "$0")/../.."

java=$(sed -n 's/.*<jdkHome>\(.*\)<\/jdkHome>.*/\1/p' "$HOME/.m2/discovered-jdk-toolchains-cache.xml" 2>/dev/null |
  while read -r home; do grep -q '^JAVA_VERSION="25' "$home/release" && echo "$home" && break; done)
java=${java:-${JAVA_HOME:?needs a JDK 25}}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$java/java" -Djarmode=tools -jar detector-service/target/detector-service.jar extract --destination "$work/detector" >/dev/null
"$java/javac" -d "$work/classes" -cp "$work/detector/lib/*" end-to-end/benchmarks/worker/*.java
"$java/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work/classes:$work/detector/lib/*" WorkerBenchmark "$work" "${@:-this=.}"
