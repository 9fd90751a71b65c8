#!/usr/bin/env bash
# Spring Cloud AWS: a second configure(...) on a builder replaces the first; on what it builds, they add up.
#
# A good guess: `builder().configure(a).configure(b)` applies a, then b, as the method of the same name on the factory does.
#
# What happens: in spring-cloud-aws-sqs 4.1.0 both SqsMessageListenerContainerFactory.builder() and
# SqsMessageListenerContainer.builder() keep only the last one. What the first has set, such as the number of messages at once or
# the way of acknowledging, is the default again, silently. `factory.configure(a)` and then `factory.configure(b)` on the built
# factory keep both.
#
# Seen with io.awspring.cloud:spring-cloud-aws-sqs:4.1.0, software.amazon.awssdk:sqs:2.54.14, OpenJDK 17.0.15, on
# 27 November 2026. Needs a JDK 17 or later, Maven and Maven Central. No queue is called.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.awspring.cloud</groupId><artifactId>spring-cloud-aws-sqs</artifactId><version>4.1.0</version></dependency>
    <dependency><groupId>software.amazon.awssdk</groupId><artifactId>sqs</artifactId><version>2.54.14</version></dependency>
    <dependency><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>3.1.5</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

cat > "$work/Twice.java" <<'JAVA'
import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.ContainerOptions;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

public class Twice {
    public static void main(String[] args) {
        SqsAsyncClient nobody =
                (SqsAsyncClient)
                        Proxy.newProxyInstance(
                                Twice.class.getClassLoader(), new Class<?>[] {SqsAsyncClient.class}, (p, m, a) -> null);
        show(
                "factory's builder",
                SqsMessageListenerContainerFactory.builder()
                        .sqsAsyncClient(nobody)
                        .configure(options -> options.maxConcurrentMessages(30))
                        .configure(options -> options.pollTimeout(Duration.ofSeconds(7)))
                        .build()
                        .createContainer("queue")
                        .getContainerOptions());
        show(
                "container's builder",
                SqsMessageListenerContainer.<Object>builder()
                        .sqsAsyncClient(nobody)
                        .queueNames("queue")
                        .messageListener(message -> {})
                        .configure(options -> options.maxConcurrentMessages(30))
                        .configure(options -> options.pollTimeout(Duration.ofSeconds(7)))
                        .build()
                        .getContainerOptions());
        var factory = new SqsMessageListenerContainerFactory<Object>();
        factory.setSqsAsyncClient(nobody);
        factory.configure(options -> options.maxConcurrentMessages(30));
        factory.configure(options -> options.pollTimeout(Duration.ofSeconds(7)));
        show("the factory itself", factory.createContainer("queue").getContainerOptions());
    }

    static void show(String where, ContainerOptions<?, ?> options) {
        System.out.println(
                where + ": at once " + options.getMaxConcurrentMessages() + ", poll " + options.getPollTimeout().toSeconds() + " s");
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep -E '^(spring-cloud-aws-sqs|sqs)-'
echo "configured twice, first 30 at once, then a poll of 7 s:"
java -cp "$work/lib/*" "$work/Twice.java" 2>"$work/errors" | tee "$work/seen" || { cat "$work/errors"; exit 1; }

if diff "$work/seen" - <<'SEEN'
factory's builder: at once 10, poll 7 s
container's builder: at once 10, poll 7 s
the factory itself: at once 30, poll 7 s
SEEN
then echo "As found: a builder forgets the first configure(...), the factory itself does not."
else echo "No longer as found."; exit 1; fi
