package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A request byte by byte: Java's client would not send most of what is sent here. */
final class RawGet {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawGet() {}

    static Call.Answer of(int port, String target, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder(
                        "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return send(port, request.append("Connection: close\r\n\r\n").toString());
    }

    /** A request as its bytes go, with whatever method. */
    static Call.Answer send(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return read(socket.getInputStream());
        }
    }

    /** The same from a sender who closes his half of the connection then, whatever he has promised. */
    static Call.Answer sendAndClose(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return read(socket.getInputStream());
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The body may come in chunks, whose sizes stand between them. */
    private static Call.Answer read(InputStream stream) throws IOException {
        byte[] all = stream.readAllBytes();
        String text = new String(all, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.lines()
                .skip(1)
                .forEach(
                        line ->
                                headers.put(
                                        line.substring(0, line.indexOf(':')),
                                        line.substring(line.indexOf(':') + 1).strip()));
        byte[] body = end < 0 ? new byte[0] : Arrays.copyOfRange(all, end + 4, all.length);
        boolean chunked = headers.getOrDefault("Transfer-Encoding", "").equals("chunked");
        return new Call.Answer(
                Integer.parseInt(head.substring(9, 12)), headers, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunks) {
        String text = new String(chunks, ISO_8859_1);
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line), 16);
            body.append(text, line + 2, line + 2 + size);
            at = size == 0 ? text.length() : line + 2 + size + 2;
        }
        return body.toString().getBytes(ISO_8859_1);
    }
}
