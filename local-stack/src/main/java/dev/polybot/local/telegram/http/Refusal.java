package dev.polybot.local.telegram.http;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** A request that is refused, with the HTTP status and the sentence that its sender reads. */
public final class Refusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;
    private final @Nullable Integer retryAfterSeconds;

    public Refusal(int status, String sentence) {
        this(status, sentence, null);
    }

    public Refusal(int status, String sentence, @Nullable Integer retryAfterSeconds) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A parameter that is not as it must be, in Telegram's words. */
    public static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** How long the sender must wait, when that is why it is refused. */
    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
