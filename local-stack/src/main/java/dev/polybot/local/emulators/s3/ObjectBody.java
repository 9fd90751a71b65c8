package dev.polybot.local.emulators.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent as an object, freed of the chunks that the SDKs wrap it in:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
final class ObjectBody {

    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final int MAX_LINE = 16 * 1024;

    private final byte[] content;
    private final Map<String, String> trailers;

    private ObjectBody(byte[] content, Map<String, String> trailers) {
        this.content = content;
        this.trailers = trailers;
    }

    byte[] content() {
        return content;
    }

    /** The headers that came behind the content, their names in lower case. */
    Map<String, String> trailers() {
        return trailers;
    }

    static ObjectBody read(InputStream in, boolean chunked) throws IOException, S3Exception {
        return chunked
                ? chunks(in)
                : new ObjectBody(bounded(in.readNBytes(MAX_BYTES + 1)), Map.of());
    }

    private static ObjectBody chunks(InputStream in) throws IOException, S3Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int size = size(line(in)); size > 0; size = size(line(in))) {
            if (content.size() + size > MAX_BYTES) {
                throw tooLarge();
            }
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size || !line(in).isEmpty()) {
                throw incomplete();
            }
            content.writeBytes(chunk);
        }
        Map<String, String> trailers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = Math.max(0, line.indexOf(':'));
            trailers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new ObjectBody(content.toByteArray(), trailers);
    }

    private static int size(String line) throws S3Exception {
        try {
            return Integer.parseUnsignedInt(line.replaceFirst(";.*", ""), 16);
        } catch (NumberFormatException e) {
            throw incomplete();
        }
    }

    /** A line without its end; empty at the end of the stream as well. */
    private static String line(InputStream in) throws IOException, S3Exception {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() == MAX_LINE) {
                throw incomplete();
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static byte[] bounded(byte[] content) throws S3Exception {
        if (content.length > MAX_BYTES) {
            throw tooLarge();
        }
        return content;
    }

    private static S3Exception tooLarge() {
        return new S3Exception(
                400, "EntityTooLarge", "The local S3 takes up to " + MAX_BYTES + " bytes.");
    }

    static S3Exception incomplete() {
        return new S3Exception(
                400, "IncompleteBody", "The body is not as long as its headers say.");
    }
}
