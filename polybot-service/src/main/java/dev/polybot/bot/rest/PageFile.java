package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file of the page as browsers get it: its type, its bytes, the same compressed, and a tag that changes when they do. */
final class PageFile {

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=UTF-8",
                    "css", "text/css;charset=UTF-8",
                    "js", "text/javascript;charset=UTF-8",
                    "svg", "image/svg+xml");

    private static final int TAG_BYTES = 8;

    private final String type;
    private final byte[] plain;
    private final byte[] compressed;
    private final String tag;

    PageFile(String name, byte[] content) {
        this.type = TYPES.getOrDefault(extension(name), "application/octet-stream");
        this.plain = content;
        this.compressed = gzip(content);
        this.tag = "W/\"" + HexFormat.of().formatHex(Sha256.of(content), 0, TAG_BYTES) + '"';
    }

    String type() {
        return type;
    }

    String tag() {
        return tag;
    }

    byte[] bytes(boolean gzip) {
        return gzip ? compressed : plain;
    }

    /** Whether a browser that says this takes the compressed bytes. */
    static boolean takesGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null && acceptEncoding.contains("gzip");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
