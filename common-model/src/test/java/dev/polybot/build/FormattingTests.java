package dev.polybot.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formatting is a rule of the build. It is a test because the formatter parses with the compiler of the JDK it runs on,
 * and tests run on the JDK that the toolchain chose, whereas Maven itself may run on an older one.
 *
 * <p>{@code .ci/format} runs this with {@code -Dformat.apply=true}, which mends the files instead of reporting them.
 */
class FormattingTests {

    private static final boolean APPLY = Boolean.getBoolean("format.apply");

    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(Style.AOSP).formatJavadoc(false).build());

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        List<Path> unformatted = javaFiles().filter(this::isUnformatted).toList();
        assertThat(unformatted)
                .as("files that are not formatted; `.ci/format` mends them")
                .isEmpty();
    }

    private boolean isUnformatted(Path file) {
        try {
            String source = Files.readString(file);
            String formatted = format(source);
            if (APPLY && !formatted.equals(source)) {
                Files.writeString(file, formatted);
                return false;
            }
            return !formatted.equals(source);
        } catch (IOException | FormatterException e) {
            throw new AssertionError("cannot format " + file, e);
        }
    }

    private String format(String source) throws FormatterException {
        String withoutUnused = RemoveUnusedImports.removeUnusedImports(source);
        return formatter.formatSource(ImportOrderer.reorderImports(withoutUnused, Style.AOSP));
    }

    private static Stream<Path> javaFiles() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return Files.walk(root)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> file.toString().contains("/src/"))
                .sorted();
    }
}
