package dev.polybot.local.telegram.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578) as a stream: files go to disk, never into memory as a whole. */
final class MultipartReader {

    private static final int MAX_PARTS = 64;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_FIELD_BYTES = 256 * 1024;

    /** A bot may upload files of 50 MB. */
    static final long MAX_FILE_BYTES = 50L * 1024 * 1024;

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(name|filename)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]*))");

    private final Path temporary;

    MultipartReader(Path temporary) {
        this.temporary = temporary;
    }

    Form read(InputStream body, String boundary, Map<String, String> fields) throws IOException {
        Map<String, List<Upload>> files = new LinkedHashMap<>();
        Form form = new Form(fields, files);
        try {
            PartStream parts = new PartStream(new BufferedInputStream(body), boundary);
            for (int count = 0; parts.next(); count++) {
                if (count == MAX_PARTS) {
                    throw Refusal.badRequest("too many parts");
                }
                readPart(parts, form);
            }
            return form;
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private void readPart(PartStream part, Form form) throws IOException {
        Map<String, String> headers = headers(part);
        Map<String, String> disposition =
                parameters(headers.getOrDefault("content-disposition", ""));
        String name = disposition.getOrDefault("name", "");
        String fileName = disposition.get("filename");
        if (fileName == null) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            part.copyTo(value, MAX_FIELD_BYTES);
            form.fields().put(name, value.toString(UTF_8));
        } else {
            Path content = Files.createTempFile(temporary, "upload", null);
            form.files()
                    .computeIfAbsent(name, unused -> new ArrayList<>())
                    .add(
                            new Upload(
                                    plainName(fileName),
                                    headers.getOrDefault(
                                            "content-type", "application/octet-stream"),
                                    content));
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(content))) {
                part.copyTo(file, MAX_FILE_BYTES);
            }
        }
    }

    private static Map<String, String> headers(PartStream part) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        int left = MAX_HEADER_BYTES;
        for (String line = part.line(left); !line.isEmpty(); line = part.line(left)) {
            left -= line.length();
            String[] pair = line.split(":", 2);
            if (pair.length == 2) {
                headers.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip());
            }
        }
        return headers;
    }

    private static Map<String, String> parameters(String disposition) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(disposition);
        while (matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            String plain = value.replaceAll("\\\\(.)", "$1");
            parameters.put(matcher.group(1), new String(plain.getBytes(ISO_8859_1), UTF_8));
        }
        return parameters;
    }

    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("[\\p{Cntrl}\"]", "").strip();
        String bounded =
                printable.length() > 120
                        ? printable.substring(printable.length() - 120)
                        : printable;
        return bounded.isEmpty() || bounded.matches("\\.+") ? "file" : bounded;
    }
}
