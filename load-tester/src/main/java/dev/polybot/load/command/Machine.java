package dev.polybot.load.command;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine that this program runs on, for the report. */
final class Machine {

    private Machine() {}

    static String inWords() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize() >> 30
                        : 0;
        return Runtime.getRuntime().availableProcessors()
                + " cores"
                + (memory == 0 ? "" : ", " + memory + " GB")
                + ", "
                + System.getProperty("os.name")
                + ' '
                + System.getProperty("os.arch")
                + ", Java "
                + System.getProperty("java.version");
    }

    /** Programs that want a core, over the last minute; below 0 when the system does not say. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "not known" : String.format(Locale.ROOT, "%.1f", load);
    }
}
