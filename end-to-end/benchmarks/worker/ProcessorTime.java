import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used so far. */
final class ProcessorTime {

    private static final double MILLIS_A_TICK = 10;

    private ProcessorTime() {}

    /** In milliseconds, of all its threads. */
    static double of(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
    }

    /** Resident. */
    static double megabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .sum();
    }
}
