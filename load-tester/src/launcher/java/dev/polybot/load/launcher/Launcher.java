package dev.polybot.load.launcher;

import java.lang.reflect.InvocationTargetException;

/** Where the jar begins. It is compiled for Java 8, so that an older Java than is needed can say so instead of failing. */
public final class Launcher {

    private static final int NEEDED = 25;
    private static final int USED_WRONGLY = 2;

    private Launcher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version");
        if (Double.parseDouble(version) < NEEDED) {
            System.err.println(
                    "The load tester needs Java "
                            + NEEDED
                            + ", and this is Java "
                            + version
                            + " (in "
                            + System.getProperty("java.home")
                            + ").");
            System.err.println(
                    "`./polybot load` finds the right one by itself; or name its java, such as"
                            + " /path/to/jdk-25/bin/java -jar load-tester.jar.");
            System.exit(USED_WRONGLY);
        }
        try {
            Class.forName("dev.polybot.load.LoadTester")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
