package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.Samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/** Pictures as they are, spoilt: cut off, with bits flipped, sizes that lie, parts twice, missing or of another file. */
final class Mutants {

    private static final int HEADER = 700;
    private static final int SIDE = 160;

    private final long seed;
    private final List<byte[]> whole = new ArrayList<>();

    /** From the samples, in several formats and small, so that many of them take little time. */
    Mutants(long seed) throws IOException {
        this.seed = seed;
        for (String sample : Samples.expected().keySet()) {
            BufferedImage picture = small(ImageIO.read(Samples.path(sample).toFile()));
            for (String format : List.of("jpg", "png", "gif", "bmp")) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                ImageIO.write(picture, format, file);
                whole.add(file.toByteArray());
            }
        }
    }

    private static BufferedImage small(BufferedImage picture) {
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.drawImage(picture, 0, 0, SIDE, SIDE, null);
        pen.dispose();
        return small;
    }

    /** The n-th, always the same for the same seed. */
    byte[] mutant(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        byte[] file = whole.get(random.nextInt(whole.size())).clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && file.length > 16; i++) {
            file = spoil(file, random);
        }
        return file;
    }

    private byte[] spoil(byte[] file, Random random) {
        int reach = random.nextBoolean() ? file.length : Math.min(HEADER, file.length);
        int at = random.nextInt(reach);
        int length = Math.min(file.length - at, 1 + random.nextInt(64));
        switch (random.nextInt(7)) {
            case 0 -> {
                return Arrays.copyOf(file, 1 + random.nextInt(file.length));
            }
            case 1 -> {
                for (int i = 0; i < 1 + random.nextInt(32); i++) {
                    file[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                }
                return file;
            }
            case 2 -> {
                // A size, a length or a count is two or four bytes that are suddenly large.
                Arrays.fill(file, at, Math.min(file.length, at + 2), (byte) random.nextInt(256));
                return file;
            }
            case 3 -> {
                Arrays.fill(file, at, at + length, (byte) 0xff);
                return file;
            }
            case 4 -> {
                return joined(Arrays.copyOf(file, at), file, at + length);
            }
            case 5 -> {
                return joined(Arrays.copyOf(file, at + length), file, at);
            }
            default -> {
                byte[] other = whole.get(random.nextInt(whole.size()));
                return joined(Arrays.copyOf(file, at), other, Math.min(at, other.length - 1));
            }
        }
    }

    private static byte[] joined(byte[] head, byte[] file, int from) {
        byte[] both = Arrays.copyOf(head, head.length + file.length - from);
        System.arraycopy(file, from, both, head.length, file.length - from);
        return both;
    }
}
