package dev.polybot.local.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/form-data} body whose files are read from disk while they are sent. */
final class MultipartBody {

    private final String boundary = UUID.randomUUID().toString();
    private final List<BodyPublisher> pieces = new ArrayList<>();

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    MultipartBody field(String name, String value) {
        return piece("--" + boundary + disposition(name) + "\r\n\r\n" + value + "\r\n");
    }

    MultipartBody file(String name, Path file) throws FileNotFoundException {
        String fileName = String.valueOf(file.getFileName()).replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        piece(
                "--"
                        + boundary
                        + disposition(name)
                        + "; filename=\""
                        + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        pieces.add(BodyPublishers.ofFile(file));
        return piece("\r\n");
    }

    BodyPublisher publisher() {
        piece("--" + boundary + "--\r\n");
        return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
    }

    private MultipartBody piece(String text) {
        pieces.add(BodyPublishers.ofByteArray(text.getBytes(UTF_8)));
        return this;
    }

    private static String disposition(String name) {
        return "\r\nContent-Disposition: form-data; name=\"" + name + '"';
    }
}
