package dev.polybot.local.telegram.http;

import java.io.Serial;
import java.util.Map;

/** A request that is refused, with the HTTP status and the sentence that its sender reads. */
public final class Refusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;
    private final Map<String, Long> parameters;

    public Refusal(int status, String sentence) {
        this(status, sentence, Map.of());
    }

    private Refusal(int status, String sentence, Map<String, Long> parameters) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
        this.parameters = parameters;
    }

    /** A parameter that is not as it must be, in Telegram's words. */
    public static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    /** A call too many: its sender must wait. */
    public static Refusal tooManyRequests(long retryAfterSeconds) {
        return new Refusal(
                429,
                "Too Many Requests: retry after " + retryAfterSeconds,
                Map.of("retry_after", retryAfterSeconds));
    }

    /** A message to a group that is a supergroup now. */
    public static Refusal migrated(long supergroup) {
        return new Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                Map.of("migrate_to_chat_id", supergroup));
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** What the sender has to know to do better: https://core.telegram.org/bots/api#responseparameters. */
    public Map<String, Long> parameters() {
        return parameters;
    }
}
