package dev.polybot.local.telegram.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The parts of a multipart body, one after the other. */
final class PartStream {

    private final InputStream in;
    private final byte[] delimiter;
    private boolean atFirst = true;
    private boolean bodyRead = true;

    /**
     * @param in buffered, since it is read byte by byte
     */
    PartStream(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /** Steps to the next part, to the start of its headers; false at the end. */
    boolean next() throws IOException {
        if (!bodyRead) {
            copyTo(OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
        if (atFirst) {
            atFirst = false;
            skipPreamble();
        }
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') {
            return false;
        }
        if (first != '\r' || second != '\n') {
            throw Refusal.badRequest("malformed multipart body");
        }
        bodyRead = false;
        return true;
    }

    /** A line of the part's headers, without its end. */
    String line(int limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() >= limit) {
                throw Refusal.badRequest("malformed multipart header");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }

    /** Copies the part's body up to the delimiter that ends it. */
    void copyTo(OutputStream out, long limit) throws IOException {
        long written = 0;
        int matched = 0;
        while (matched < delimiter.length) {
            int b = in.read();
            if (b < 0) {
                throw Refusal.badRequest("the multipart body ends too early");
            }
            // The delimiter starts with the only CR in it, so a mismatch can only start a new match
            // at its own byte.
            if (b == delimiter[matched]) {
                matched++;
                continue;
            }
            written += matched + 1L;
            if (written > limit) {
                throw new Refusal(413, "Request Entity Too Large");
            }
            out.write(delimiter, 0, matched);
            if (b == delimiter[0]) {
                matched = 1;
            } else {
                matched = 0;
                out.write(b);
            }
        }
        bodyRead = true;
    }

    /** The first delimiter has no line end before it when nothing precedes it. */
    private void skipPreamble() throws IOException {
        int matched = 2;
        while (matched < delimiter.length) {
            int b = in.read();
            if (b < 0) {
                throw Refusal.badRequest("the multipart body has no parts");
            }
            if (b == delimiter[matched]) {
                matched++;
            } else {
                matched = b == delimiter[0] ? 1 : 0;
            }
        }
    }
}
