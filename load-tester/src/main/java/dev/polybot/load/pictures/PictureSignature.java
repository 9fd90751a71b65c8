package dev.polybot.load.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How the files begin that Polybot reads as pictures: JPEG, PNG, GIF, WebP and BMP. */
final class PictureSignature {

    private static final int LENGTH = 12;
    private static final Pattern BEGINNINGS =
            Pattern.compile("\u00ff\u00d8|\u0089PNG\r\n|GIF8[79]a|BM|RIFF....WEBP", Pattern.DOTALL);

    private PictureSignature() {}

    static boolean isOf(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            String head = new String(content.readNBytes(LENGTH), ISO_8859_1);
            return BEGINNINGS.matcher(head).lookingAt();
        }
    }
}
