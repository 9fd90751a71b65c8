package dev.polybot.bot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A Bot API on loopback that does what it is told: it notes the calls and answers as real ones do, or with faults. */
public final class FakeTelegram implements AutoCloseable {

    public static final String TOKEN = "123456789:test-token-of-the-emulated-secret-00";

    /** A call that was made. */
    public record Call(String method, String body) {}

    private record Answer(int status, String type, byte[] body) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<byte[]> pictures = new CopyOnWriteArrayList<>();
    private final AtomicInteger messageIds = new AtomicInteger(1000);

    public FakeTelegram() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next call of this method is answered so; later ones as usual. */
    public void answerNext(String method, int status, String json) {
        answers.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>())
                .add(new Answer(status, "application/json", json.getBytes(UTF_8)));
    }

    /** The next call of this method fails as Telegram's do. */
    public void failNext(String method, int code, String description) {
        answerNext(
                method,
                code,
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                        .formatted(code, description));
    }

    /** The next call of this method is told to wait. */
    public void tooManyRequests(String method, int retryAfter) {
        answerNext(
                method,
                429,
                """
                {"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d",
                 "parameters":{"retry_after":%d}}"""
                        .formatted(retryAfter, retryAfter));
    }

    /** At the next call of this method the group turns out to be a supergroup with another number. */
    public void hasMoved(String method, long chat) {
        answerNext(
                method,
                400,
                """
                {"ok":false,"error_code":400,
                 "description":"Bad Request: group chat was upgraded to a supergroup chat",
                 "parameters":{"migrate_to_chat_id":%d}}"""
                        .formatted(chat));
    }

    /** A file that users have sent. */
    public void hasFile(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    /** The calls of a method so far, whatever its case. */
    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
    }

    /** The JPEG files that have been sent, as photos or as files. */
    public List<byte[]> pictures() {
        return List.copyOf(pictures);
    }

    public void forgetCalls() {
        calls.clear();
        pictures.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String body = new String(bytes, UTF_8);
        Answer answer;
        String filePrefix = "/file/bot" + TOKEN + '/';
        if (path.startsWith(filePrefix)) {
            byte[] file = files.get(path.substring(filePrefix.length()));
            answer = file == null ? notFound() : new Answer(200, "image/jpeg", file);
        } else if (path.startsWith("/bot" + TOKEN + '/')) {
            String method = path.substring(path.lastIndexOf('/') + 1);
            pictureIn(bytes).ifPresent(pictures::add);
            calls.add(new Call(method, body));
            Queue<Answer> prepared = answers.get(method.toLowerCase(Locale.ROOT));
            Answer next = prepared == null ? null : prepared.poll();
            answer = next != null ? next : usual(method.toLowerCase(Locale.ROOT), body);
        } else {
            answer = notFound();
        }
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(
                answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private static Optional<byte[]> pictureIn(byte[] form) {
        String bytes = new String(form, ISO_8859_1);
        int start = bytes.indexOf("\u00ff\u00d8\u00ff");
        return start < 0
                ? Optional.empty()
                : Optional.of(
                        bytes.substring(start, bytes.lastIndexOf("\u00ff\u00d9") + 2)
                                .getBytes(ISO_8859_1));
    }

    private Answer usual(String method, String body) {
        String result =
                switch (method) {
                    case "getme" ->
                            "{\"id\":123456789,\"is_bot\":true,\"first_name\":\"Polybot\",\"username\":\"polybot\"}";
                    case "getfile" ->
                            "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_path\":\"photos/file_1.jpg\"}";
                    case "getupdates" -> "[]";
                    case "sendmessage", "sendphoto", "senddocument" ->
                            "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}"
                                    .formatted(messageIds.incrementAndGet());
                    case "sendmediagroup" -> album(body);
                    default -> "true";
                };
        return new Answer(
                200,
                "application/json",
                "{\"ok\":true,\"result\":%s}".formatted(result).getBytes(UTF_8));
    }

    /** A message for each file of the form. */
    private String album(String body) {
        return Pattern.compile("attach://")
                .matcher(body)
                .results()
                .map(
                        unused ->
                                "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}"
                                        .formatted(messageIds.incrementAndGet()))
                .collect(joining(",", "[", "]"));
    }

    private static Answer notFound() {
        return new Answer(
                404,
                "application/json",
                "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}".getBytes(UTF_8));
    }
}
