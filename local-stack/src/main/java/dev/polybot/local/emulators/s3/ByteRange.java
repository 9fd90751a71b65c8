package dev.polybot.local.emulators.s3;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an object that is asked for: https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2
 *
 * @param asked whether a part was asked for and not simply everything
 */
record ByteRange(boolean asked, long from, int length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What cannot be understood is passed over, as the standard wants it. */
    static ByteRange of(@Nullable String header, long size) throws S3Exception {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
            return new ByteRange(false, 0, (int) size);
        }
        long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
        boolean suffix = range.group(1).isEmpty();
        long from = suffix ? Math.max(0, size - last) : Long.parseLong(range.group(1));
        long to = suffix ? size - 1 : Math.min(last, size - 1);
        if (from > to) {
            throw new S3Exception(416, "InvalidRange", "The requested range is not satisfiable");
        }
        return new ByteRange(true, from, (int) (to - from + 1));
    }

    String header(long size) {
        return "bytes " + from + '-' + (from + length - 1) + '/' + size;
    }
}
