#!/usr/bin/env bash
# A JVM that is kept to its quick compiler hashes by SHA-256 five to ten times slower, and counts CRC-32 as fast as ever.
#
# A good guess: `-XX:TieredStopAtLevel=1` makes Java code a little slower and starts quicker. Hashing is the processor's own
# instructions (SHA-NI, AVX), as CRC-32 is, so it does not matter which compiler is at work.
#
# What happens: HotSpot's quick compiler (C1) has the processor's instructions for CRC32 and CRC32C, and none for
# MessageDigest: SHA-1, SHA-256 and SHA-512 are computed by compiled Java code. Only the thorough compiler (C2) replaces them.
# A program that is tuned for a quick start and signs what it sends (AWS signatures hash each body over plain HTTP) or names
# pictures by their digest pays 7 ms a MiB where it could pay 0.7, which a profile shows as `SHA2.implCompress0`.
# Here the services of `./polybot up` run so: it costs 1 ms a photo, less than compiling thoroughly costs on a machine that
# somebody only tries them on.
#
# Seen with OpenJDK 17.0.15 and Temurin 25.0.3 on x86-64, on 29 November 2026. Needs a JDK 17 or later (no packages: the JDK is what it
# is about). Compares processor time in one run, five rounds in turns, and takes the best of each.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Hashes.java" <<'JAVA'
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.zip.CRC32;

public class Hashes {
    public static void main(String[] args) throws Exception {
        byte[] megabyte = new byte[1 << 20];
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        CRC32 crc = new CRC32();
        long bestSha = Long.MAX_VALUE;
        long bestCrc = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long begin = now();
            for (int i = 0; i < 16; i++) {
                sha.update(megabyte);
            }
            long middle = now();
            for (int i = 0; i < 16; i++) {
                crc.update(megabyte);
            }
            bestSha = Math.min(bestSha, middle - begin);
            bestCrc = Math.min(bestCrc, now() - middle);
        }
        System.out.println(bestSha / 16_000 + " " + bestCrc / 16_000);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
JAVA
javac -d "$work" "$work/Hashes.java"
java -version 2>&1 | head -n 1

quick_sha=999999999 quick_crc=999999999 thorough_sha=999999999 thorough_crc=999999999
for _ in 1 2 3 4 5; do
  read -r sha crc < <(java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work" Hashes)
  quick_sha=$((sha < quick_sha ? sha : quick_sha)) quick_crc=$((crc < quick_crc ? crc : quick_crc))
  read -r sha crc < <(java -XX:+UseSerialGC -cp "$work" Hashes)
  thorough_sha=$((sha < thorough_sha ? sha : thorough_sha)) thorough_crc=$((crc < thorough_crc ? crc : thorough_crc))
done
echo "SHA-256, microseconds a MiB: quick compiler $quick_sha, both compilers $thorough_sha"
echo "CRC-32, microseconds a MiB: quick compiler $quick_crc, both compilers $thorough_crc"

if ! ((quick_sha > 3 * thorough_sha && quick_crc < 2 * thorough_crc + 20)); then
  echo "Not as found: SHA-256 should take at least three times as long by the quick compiler, and CRC-32 as long as ever." >&2
  exit 1
fi
echo "As found: SHA-256 takes $((quick_sha / thorough_sha)) times as long by the quick compiler, and CRC-32 as long as ever."
