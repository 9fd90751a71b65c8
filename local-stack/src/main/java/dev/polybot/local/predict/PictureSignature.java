package dev.polybot.local.predict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** How the files begin that are read as pictures. Names are not believed. */
final class PictureSignature {

    /** As many bytes tell. */
    static final int LENGTH = 12;

    private static final List<String> BEGINNINGS =
            List.of("\u00ff\u00d8", "\u0089PNG\r\n", "GIF87a", "GIF89a", "BM");

    private PictureSignature() {}

    /** Whether a file with that beginning is JPEG, PNG, GIF, WebP or BMP. */
    static boolean is(byte[] first) {
        String head = new String(first, ISO_8859_1);
        return BEGINNINGS.stream().anyMatch(head::startsWith)
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8));
    }
}
