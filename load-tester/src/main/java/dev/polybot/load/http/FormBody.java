package dev.polybot.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/form-data} body (RFC 7578). */
public final class FormBody {

    private final String boundary = UUID.randomUUID().toString();
    private final List<byte[]> pieces = new ArrayList<>();

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public FormBody field(String name, String value) {
        return text("--" + boundary + disposition(name) + "\r\n\r\n" + value + "\r\n");
    }

    public FormBody file(String name, String fileName, byte[] content) {
        String harmless = fileName.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        text(
                "--"
                        + boundary
                        + disposition(name)
                        + "; filename=\""
                        + harmless
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        pieces.add(content);
        return text("\r\n");
    }

    /** Its length is declared, as browsers and the generators of the courses do: servers keep room for what may come. */
    public BodyPublisher publisher() {
        text("--" + boundary + "--\r\n");
        long length = pieces.stream().mapToLong(piece -> piece.length).sum();
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(pieces), length);
    }

    private FormBody text(String text) {
        pieces.add(text.getBytes(UTF_8));
        return this;
    }

    private static String disposition(String name) {
        return "\r\nContent-Disposition: form-data; name=\"" + name + '"';
    }
}
