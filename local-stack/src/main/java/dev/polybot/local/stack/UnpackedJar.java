package dev.polybot.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * An executable jar of Spring Boot, unpacked so that its libraries lie beside it: a class or a native library is then found at
 * once, where in a jar of jars the search alone takes seconds of processor. Each content has a folder of its own, so a jar that
 * was built again is never mistaken for the one before it.
 *
 * @param jar to unpack
 * @param folder where what was unpacked is kept
 */
record UnpackedJar(Path jar, Path folder) {

    /**
     * The jar to start, unpacked now unless it lies there already.
     *
     * @throws StackFailure when it cannot be unpacked
     */
    Path path() {
        try {
            Path place = folder.resolve(identity());
            if (!Files.exists(place)) {
                unpackOnce(place);
            }
            return place.resolve(jar.getFileName());
        } catch (IOException e) {
            throw failure(FileTroubles.sentence(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("It was interrupted.", e);
        }
    }

    /** By its directory: names, sizes and checksums of all that is in it. */
    String identity() throws IOException {
        CRC32 crc = new CRC32();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc())
                    .forEach(line -> crc.update(line.getBytes(UTF_8)));
        }
        return Long.toHexString(crc.getValue());
    }

    /** One at a time, of this process and of others; what another build left is removed. */
    private void unpackOnce(Path place) throws IOException, InterruptedException {
        synchronized (UnpackedJar.class) {
            Files.createDirectories(folder);
            try (FileChannel file =
                            FileChannel.open(
                                    folder.resolveSibling(folder.getFileName() + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                if (!Files.exists(place)) {
                    clear();
                    Path begun = folder.resolve("begun");
                    unpackTo(begun);
                    Files.move(begun, place);
                }
            }
        }
    }

    private void unpackTo(Path place) throws IOException, InterruptedException {
        Process tool =
                new ProcessBuilder(
                                Installation.java().toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                place.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        if (tool.waitFor() != 0) {
            throw failure(said.strip(), null);
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    private StackFailure failure(String why, @Nullable Exception cause) {
        return new StackFailure(
                jar + " cannot be unpacked. " + why,
                "Free some room on the disk, build it again with `./mvnw package -DskipTests`, or start it"
                        + " first as who built it.",
                cause);
    }
}
