package dev.polybot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives the stand-in for Telegram bad days and good ones, and asks how it answered. */
final class TelegramDays implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI standIn;

    TelegramDays(URI standIn) {
        this.standIn = standIn;
    }

    /** From now on these shares of calls fail. */
    void bad(Map<String, String> faults) throws IOException, InterruptedException {
        call("faults", faults);
    }

    /** From now on everything works. */
    void good() throws IOException, InterruptedException {
        call("faults", Map.of());
    }

    void holdToLimits(boolean on) throws IOException, InterruptedException {
        call("limits", Map.of("enforced", Boolean.toString(on)));
    }

    /** From now on the bots are told of a chat's updates side by side and in any order. */
    void deliverInAnyOrder() throws IOException, InterruptedException {
        call("delivery", Map.of("ordered", "false"));
    }

    /** From now on the group is this supergroup. */
    void migrate(long group, long supergroup) throws IOException, InterruptedException {
        call("migrate", Map.of("chat", Long.toString(group), "to", Long.toString(supergroup)));
    }

    /** How many calls were answered with a status since faults or limits were set; 0 is a cut connection. */
    int answered(int status) throws IOException, InterruptedException {
        HttpRequest request = request("tally").GET().build();
        JsonNode tally =
                JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        return tally.path("answers").path(Integer.toString(status)).asInt(0);
    }

    private void call(String what, Map<String, String> parameters)
            throws IOException, InterruptedException {
        String form =
                parameters.entrySet().stream()
                        .map(p -> p.getKey() + '=' + URLEncoder.encode(p.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                request(what)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("The stand-in refused: HTTP " + status);
        }
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(standIn.resolve("/admin/" + what))
                .timeout(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        http.close();
    }
}
