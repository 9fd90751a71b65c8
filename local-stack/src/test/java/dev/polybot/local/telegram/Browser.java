package dev.polybot.local.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Chromium without a window, driven through its debugging protocol. */
final class Browser implements AutoCloseable {

    private static final String LISTENING = "DevTools listening on ws://";
    private static final int LIMIT_SECONDS = 30;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int lastCall;

    private Browser(Process process) throws Exception {
        this.process = process;
        String address = debuggingAddress(process);
        JsonNode pages =
                Json.read(
                        http.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                "http://" + address + "/json/list"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .body());
        this.socket =
                http.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(pages.get(0).path("webSocketDebuggerUrl").asString()),
                                new Listener())
                        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        call("Runtime.enable", Json.object());
        call("Log.enable", Json.object());
        call("Page.enable", Json.object());
    }

    /** The browser's program, where there is one. */
    static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(
                        name ->
                                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                        .map(folder -> Path.of(folder, name)))
                .filter(file -> file.toFile().canExecute())
                .findFirst();
    }

    static Browser start(Path profile) throws Exception {
        Process process =
                new ProcessBuilder(
                                program().orElseThrow().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "--window-size=420,800",
                                "about:blank")
                        .redirectErrorStream(true)
                        .start();
        try {
            return new Browser(process);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    void open(URI page) throws Exception {
        call("Page.navigate", Json.object().put("url", page.toString()));
    }

    /** What a JavaScript expression is, as text. */
    String evaluate(String expression) throws Exception {
        JsonNode result =
                call(
                        "Runtime.evaluate",
                        Json.object()
                                .put("expression", "String(" + expression + ")")
                                .put("userGesture", true));
        return result.path("result").path("value").asString("");
    }

    void type(String text) throws Exception {
        call("Input.insertText", Json.object().put("text", text));
    }

    void press(String key) throws Exception {
        int code = key.equals("Enter") ? 13 : 27;
        for (String type : List.of("keyDown", "keyUp")) {
            ObjectNode event = Json.object().put("type", type).put("key", key);
            event.put("code", key).put("windowsVirtualKeyCode", code);
            if (key.equals("Enter") && type.equals("keyDown")) {
                event.put("text", "\r");
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Chooses a file in a file field. */
    void choose(String selector, Path file) throws Exception {
        int root = call("DOM.getDocument", Json.object()).path("root").path("nodeId").asInt();
        ObjectNode query = Json.object().put("nodeId", root).put("selector", selector);
        int field = call("DOM.querySelector", query).path("nodeId").asInt();
        ObjectNode chosen = Json.object().put("nodeId", field);
        chosen.putArray("files").add(file.toString());
        call("DOM.setFileInputFiles", chosen);
    }

    /** Errors that the page's scripts, its content policy or its requests have caused. */
    List<String> complaints() {
        return complaints;
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = ++lastCall;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(id, answer);
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(Json.write(message), true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS).path("result");
    }

    private void hear(JsonNode message) {
        CompletableFuture<JsonNode> call = calls.remove(message.path("id").asInt(0));
        if (call != null) {
            call.complete(message);
        }
        switch (message.path("method").asString("")) {
            case "Runtime.exceptionThrown" ->
                    complaints.add(message.path("params").path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                JsonNode entry = message.path("params").path("entry");
                if (entry.path("level").asString("").equals("error")) {
                    complaints.add(entry.path("text").asString(""));
                }
            }
            default -> {}
        }
    }

    private static String debuggingAddress(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                drain(output);
                return line.substring(LISTENING.length()).split("/", 2)[0];
            }
        }
        throw new IOException("the browser did not start");
    }

    private static void drain(BufferedReader output) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (output.readLine() != null) {}
                            } catch (IOException closed) {
                                // The browser has ended.
                            }
                        });
    }

    @Override
    public void close() {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        var unused = socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true);
        for (ProcessHandle relative : family) {
            var ended = relative.onExit().completeOnTimeout(relative, 5, TimeUnit.SECONDS).join();
            ended.destroyForcibly();
        }
        http.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                JsonNode message = Json.read(text.toString());
                text.setLength(0);
                hear(message);
            }
            from.request(1);
            return null;
        }
    }
}
