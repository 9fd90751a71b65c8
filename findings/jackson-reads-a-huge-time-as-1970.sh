#!/usr/bin/env bash
# Jackson 3 refuses 1e18 as an Instant, and reads 1e100 as 1970 and as a Duration of zero.
#
# A good guess: a number of seconds that no Instant or Duration can hold is refused, and the further out it lies the surer.
#
# What happens: jackson-databind 3.1.5 refuses 1e17 and 1e18 as an Instant or OffsetDateTime ("exceeds minimum or maximum
# instant") and an integer of twenty digits ("out of range of long"). A number with a far larger exponent (1e100, 1e400, -1e100)
# is read without a word as 1970-01-01T00:00:00Z, and as a Duration as zero. So a deadline or a timestamp from outside that is
# absurdly large becomes one in the past; bound such numbers before or after reading, and do not count on the reader.
#
# Seen with tools.jackson.core:jackson-databind:3.1.5, OpenJDK 17.0.15, on 27 November 2026. Needs a JDK 17 or later, Maven and
# Maven Central.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>3.1.5</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

cat > "$work/Times.java" <<'JAVA'
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

public class Times {
    public static void main(String[] args) {
        for (String number : List.of("1.5e9", "1e17", "1e18", "99999999999999999999", "1e100", "-1e100", "1e400")) {
            System.out.println(number + " | " + read(number, Instant.class) + " | " + read(number, Duration.class));
        }
    }

    static String read(String number, Class<?> type) {
        try {
            return String.valueOf(JsonMapper.shared().readValue(number, type));
        } catch (JacksonException | java.time.DateTimeException e) {
            return "refused";
        }
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep databind
echo "the number of seconds | as an Instant | as a Duration"
java -cp "$work/lib/*" "$work/Times.java" | tee "$work/seen"

if diff "$work/seen" - <<'SEEN'
1.5e9 | 2017-07-14T02:40:00Z | PT416666H40M
1e17 | refused | PT27777777777777H46M40S
1e18 | refused | PT277777777777777H46M40S
99999999999999999999 | refused | refused
1e100 | 1970-01-01T00:00:00Z | PT0S
-1e100 | 1970-01-01T00:00:00Z | PT0S
1e400 | 1970-01-01T00:00:00Z | PT0S
SEEN
then echo "As found: the nearer ones are refused, the farthest are 1970 and zero."
else echo "No longer as found."; exit 1; fi
