package dev.polybot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace of Linux's that has a loopback and nothing else. The kernel counts in it every attempt to reach
 * another machine: what finds no route, over IPv4 and IPv6, name lookups included.
 */
final class LoopbackOnly {

    private static final long LIMIT_MINUTES = 4;

    /** Debian's base system has perl, but not always ip. */
    private static final String ENTER =
            """
            { ip link set lo up || perl -e 'socket(S,2,2,0)||die; $r=pack("a16sx14","lo",65); ioctl(S,0x8914,$r)||die'; } 2>/dev/null || exit 97
            "$@"
            code=$?
            echo "counted: $(awk '/^Ip: [0-9]/ {print $13}' /proc/net/snmp) $(awk '/^Ip6OutNoRoutes/ {print $2}' /proc/net/snmp6 2>/dev/null)"
            exit $code
            """;

    private LoopbackOnly() {}

    /**
     * What came of a command.
     *
     * @param said all that it wrote
     * @param attempts how often somebody tried to reach another machine
     */
    record Outcome(int exitCode, String said, long attempts) {}

    /** Whether such a namespace can be made here; that takes Linux and root, or user namespaces. */
    static boolean isPossible() throws IOException, InterruptedException {
        try {
            return run(List.of("true")).exitCode() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    static Outcome run(List<String> command) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> whole = new ArrayList<>(List.of("unshare", root ? "-n" : "-rn"));
        whole.addAll(List.of("sh", "-c", ENTER, "sh"));
        whole.addAll(command);
        Path said = Files.createTempFile("loopback-only", ".log");
        try {
            Process process =
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("does not end: " + Files.readString(said));
            }
            String text = Files.readString(said, UTF_8);
            return new Outcome(process.exitValue(), text, attempts(text));
        } finally {
            Files.delete(said);
        }
    }

    private static long attempts(String text) {
        return text.lines()
                .filter(line -> line.startsWith("counted: "))
                .flatMap(line -> Arrays.stream(line.substring("counted: ".length()).split(" ")))
                .filter(number -> !number.isBlank())
                .mapToLong(Long::parseLong)
                .sum();
    }
}
