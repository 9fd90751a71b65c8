package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The short form of fuzzing: each beginning of a file of each format, and some thousand of each with bytes changed. */
class HeaderFuzzerTests {

    private static final int CHANGED = 4000;
    private static final int HEADER = 120;

    private final List<byte[]> files = HeaderFuzzer.seeds();

    @Test
    void everyBeginningOfAFileIsRefusedOrRead() {
        for (byte[] file : files) {
            for (int length = 0; length <= file.length; length++) {
                tryOut(Arrays.copyOf(file, length));
            }
        }
    }

    @Test
    void everyFileWithBytesChangedIsRefusedOrRead() {
        Random random = new Random(20_261_128);
        for (byte[] file : files) {
            for (int i = 0; i < CHANGED; i++) {
                byte[] changed = file.clone();
                int reach = i % 2 == 0 ? Math.min(HEADER, file.length) : file.length;
                int times = 1 + random.nextInt(4);
                for (int j = 0; j < times; j++) {
                    int at = random.nextInt(reach);
                    int length = Math.min(1 << random.nextInt(3), file.length - at);
                    Arrays.fill(changed, at, at + length, extreme(random));
                }
                tryOut(changed);
            }
        }
    }

    /** The bytes at which counts and offsets turn over, and any other. */
    private static byte extreme(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> (byte) 0xFF;
            case 2 -> 0x7F;
            default -> (byte) random.nextInt(256);
        };
    }

    private static void tryOut(byte[] file) {
        assertThatCode(() -> HeaderFuzzer.fuzzerTestOneInput(file))
                .as(() -> HexFormat.of().formatHex(Arrays.copyOf(file, Math.min(200, file.length))))
                .doesNotThrowAnyException();
    }
}
