package dev.polybot.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A chat page with a bot that answers an album with one of as many pictures, at once. */
final class FakeChat implements AutoCloseable {

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private static final String NOTICE =
            "{\"message_id\":1,\"from\":{\"is_bot\":true},\"text\":\"Your picture is waiting.\","
                    + "\"reply_to_message\":{\"message_id\":1},\"reply_markup\":{\"inline_keyboard\":"
                    + "[[{\"text\":\"Cancel\",\"callback_data\":\"cancel:ab\"}]]}}";

    private static final String AS_FILE = "name=\"as\"\r\n\r\nfile";

    /** What was sent: the names of each album's files. */
    final List<List<String>> albums = new CopyOnWriteArrayList<>();

    /** A file of this name is not taken. */
    volatile String refused = "";

    /** Whether the bot says first that the picture is waiting for its turn. */
    volatile boolean busy;

    /** Why it is not taken. */
    volatile String refusal = "IMAGE_PROCESS_FAILED";

    /** Whether it is taken as a file. */
    volatile boolean takesAnyFile;

    private final HttpServer server;
    private volatile String answers = "[]";
    private volatile int lastId;

    FakeChat() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/chat/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
            boolean file = exchange.getRequestURI().getPath().startsWith("/chat/files/");
            int status = 200;
            String answer = file ? "boxes" : answers;
            if (exchange.getRequestMethod().equals("POST")) {
                List<String> names = names(body);
                if (names.contains(refused) && !(takesAnyFile && body.contains(AS_FILE))) {
                    status = 400;
                    answer = "{\"description\":\"" + refusal + "\"}";
                } else {
                    answer = take(names);
                }
            } else if (!file) {
                if (busy) {
                    busy = false;
                    answer = '[' + NOTICE + ']';
                } else {
                    answers = "[]";
                }
            }
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static List<String> names(String body) {
        List<String> names = new ArrayList<>();
        for (Matcher file = FILE_NAME.matcher(body); file.find(); ) {
            names.add(file.group(1));
        }
        return names;
    }

    private String take(List<String> names) {
        albums.add(names);
        int first = lastId + 1;
        lastId += 2 * names.size();
        answers =
                messages(
                        first + names.size(),
                        names.size(),
                        ",\"from\":{\"is_bot\":true},\"media_group_id\":\"g\",\"caption\":\"A dog.\\nSure.\","
                                + "\"photo\":[{\"file_id\":\"f\",\"file_size\":5}],"
                                + "\"reply_to_message\":{\"message_id\":"
                                + first
                                + '}');
        return messages(first, names.size(), "");
    }

    private static String messages(int first, int number, String rest) {
        return IntStream.range(first, first + number)
                .mapToObj(id -> "{\"message_id\":" + id + rest + '}')
                .collect(joining(",", "[", "]"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
