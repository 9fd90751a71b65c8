package dev.polybot.bot.rest;

import dev.polybot.model.text.TypingDistance;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads pictures from the parts of a multipart form, under whatever field names, as they arrive. Parts that are neither
 * files nor said to be pictures are fields.
 */
final class FormReader {

    /** What belongs into the address, since it is for all pictures of a form. */
    private static final Set<String> OPTIONS = Set.of("confidence", "classes");

    /** What forms say by themselves: the encoding of their texts (HTML), the button that sent them. */
    private static final Set<String> ASKING_NOTHING = Set.of("_charset_", "submit");

    /** Fields of a form that are no pictures. */
    private static final int OTHER_PARTS = 20;

    /** A name of 255 characters, each three times four bytes, and once more as .NET writes it for older servers. */
    private static final int MAX_HEADER = 16 * 1024;

    private static final int MAX_HEADERS = 20;

    private static final MimeConfig BOUNDS =
            MimeConfig.custom()
                    .setStrictParsing(true)
                    .setMaxHeaderCount(MAX_HEADERS)
                    .setMaxHeaderLen(MAX_HEADER)
                    .setMaxLineLen(MAX_HEADER)
                    .build();

    private final int mostPictures;

    FormReader(int mostPictures) {
        this.mostPictures = mostPictures;
    }

    /** Makes an upload of a part. */
    @FunctionalInterface
    interface PictureReader {
        /**
         * Reads one.
         *
         * @param which it is among several, as the beginning of a sentence
         */
        Upload read(InputStream content, @Nullable String name, String which) throws IOException;
    }

    /**
     * Adds the pictures one by one, so that whoever asked can remove those that came before a fault.
     *
     * @param address the parameters that are in the address
     */
    void read(
            UploadStream body,
            MediaType type,
            Set<String> address,
            PictureReader reader,
            List<Upload> pictures)
            throws IOException {
        String boundary = type.getParameter("boundary");
        if (boundary == null || boundary.replace("\"", "").isBlank()) {
            throw malformed(
                    "The form's Content-Type names no boundary. Leave that header to your HTTP client, which"
                            + " knows it.");
        }
        MimeTokenStream form = new MimeTokenStream(BOUNDS);
        form.setRecursionMode(RecursionMode.M_NO_RECURSE);
        form.parseHeadless(body, "multipart/form-data; boundary=" + quoted(boundary));
        Part part = new Part();
        int parts = 0;
        try {
            for (EntityState state = form.getState();
                    state != EntityState.T_END_OF_STREAM;
                    state = form.next()) {
                if (state == EntityState.T_START_BODYPART) {
                    part = new Part();
                    parts++;
                } else if (state == EntityState.T_FIELD) {
                    part.note(form.getField());
                } else if (state == EntityState.T_BODY && part.isPicture()) {
                    add(part, form.getDecodedInputStream(), reader, pictures);
                } else if (state == EntityState.T_BODY) {
                    requireNothing(part.field(), form.getDecodedInputStream(), address);
                }
                if (parts > mostPictures + OTHER_PARTS || pictures.size() > mostPictures) {
                    throw tooMany();
                }
            }
        } catch (MimeException e) {
            throw malformed(fault(e));
        } catch (MimeIOException e) {
            throw malformed(cutOff(body.count(), parts, boundary));
        }
        if (pictures.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE, "The form has no picture. Add one as a file.");
        }
    }

    /** A form's second file input, left empty, is no picture; a file that is empty is a fault. */
    private static void add(
            Part part, InputStream content, PictureReader reader, List<Upload> pictures)
            throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(content);
        int first = bytes.read();
        if (first < 0 && part.isNameless()) {
            return;
        }
        if (first >= 0) {
            bytes.unread(first);
        }
        String which =
                "Picture "
                        + (pictures.size() + 1)
                        + (part.isNameless()
                                ? ": "
                                : ", "
                                        + ProblemException.quoted(PictureName.of(part.name()))
                                        + ": ");
        pictures.add(reader.read(bytes, part.name(), which));
    }

    /** A field that is no picture and asks for something: passed over, it would seem to be obeyed. */
    private static void requireNothing(String field, InputStream value, Set<String> address)
            throws IOException {
        if (ASKING_NOTHING.contains(field) || value.read() < 0) {
            return;
        }
        if (address.contains(field)) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    ProblemException.quoted(field)
                            + " is in the address already: leave it out of the form.");
        }
        throw ProblemException.of(
                ProblemKind.UNPROCESSABLE,
                ProblemException.quoted(field) + " is no field of the form" + meant(field));
    }

    private static String meant(String field) {
        if (OPTIONS.contains(field)) {
            return ": put it into the address, " + example(field);
        }
        if (field.equals("name")) {
            return ": each file's own name counts.";
        }
        return TypingDistance.nearest(field, OPTIONS)
                .map(
                        near ->
                                ". Did you mean \""
                                        + near
                                        + "\"? Put it into the address, "
                                        + example(near))
                .orElse(
                        ", which has pictures alone: send each as a file, with curl as -F file=@picture.jpg.");
    }

    private static String example(String option) {
        return "such as ?" + option + (option.equals("classes") ? "=person,dog." : "=0.4.");
    }

    private ProblemException tooMany() {
        return ProblemException.of(
                ProblemKind.TOO_LARGE,
                "A request may have up to " + mostPictures + " pictures. Send fewer at once.");
    }

    private static String cutOff(long bytes, int parts, String boundary) {
        if (bytes == 0) {
            return "The form is empty: the request has no body. Add a picture as a file.";
        }
        return parts == 0
                ? "The form's boundary is not in its body: its Content-Type says another than its"
                        + " parts do."
                : "The form is cut off, or its writer was not closed: its closing boundary, "
                        + ProblemException.quoted("--" + boundary.replace("\"", "") + "--")
                        + ", is missing.";
    }

    private static String fault(MimeException e) {
        String what = String.valueOf(e.getMessage());
        if (what.contains("length limit")) {
            return "A part's headers are longer than " + MAX_HEADER / 1024 + " kB.";
        }
        return what.contains("limit")
                ? "A part has more than " + MAX_HEADERS + " headers."
                : "The headers of one of the form's parts are not well-formed.";
    }

    private static String quoted(String boundary) {
        return boundary.startsWith("\"") ? boundary : '"' + boundary + '"';
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemKind.MALFORMED, detail);
    }

    /** What a part says of itself. */
    private static final class Part {

        private @Nullable ContentDisposition disposition;
        private String type = "";

        void note(Field field) {
            String value = field.getBody();
            if (field.getName().equalsIgnoreCase("Content-Disposition")) {
                disposition = read(value);
            } else if (field.getName().equalsIgnoreCase("Content-Type")) {
                type = value.strip().toLowerCase(Locale.ROOT);
            }
        }

        /** A second name whose encoding cannot be undone is none. */
        private static ContentDisposition read(String value) {
            for (String readable :
                    List.of(value, value.replaceAll("(?i); *filename\\*=[^;]*", ""))) {
                try {
                    return ContentDisposition.parse(readable);
                } catch (IllegalArgumentException e) {
                    // Said below.
                }
            }
            throw malformed("A part's Content-Disposition cannot be read.");
        }

        boolean isPicture() {
            return name() != null
                    || type.startsWith("image/")
                    || type.startsWith("application/octet-stream");
        }

        String field() {
            String name = disposition == null ? null : disposition.getName();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        }

        boolean isNameless() {
            String name = name();
            return name == null || name.isEmpty();
        }

        @Nullable String name() {
            if (disposition == null) {
                return null;
            }
            String name = disposition.getFilename();
            // Only filename* says its encoding, and has been decoded by it.
            return name == null || disposition.getCharset() != null ? name : decoded(name);
        }

        /** HTML's algorithm for multipart/form-data encodes these three and no others, not even the percent sign. */
        private static String decoded(String name) {
            return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        }
    }
}
