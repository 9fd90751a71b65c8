package dev.polybot.bot.updates;

import dev.polybot.bot.settings.Credentials;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;

/**
 * The webhook's endpoint. 200 means that the update's effect is durable; Telegram repeats what is answered with anything
 * else. No answer has a body.
 */
@RestController
@ConditionalOnProperty(name = "polybot.telegram.mode", havingValue = "webhook")
class WebhookController {

    static final String PATH = "/telegram/webhook";

    /** An update is a few KiB; the longest text and all its markup stay far below this. */
    static final int MAX_BODY = 1024 * 1024;

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final Credentials credentials;
    private final UpdateHandler updates;
    private final Counter refusals;

    WebhookController(Credentials credentials, UpdateHandler updates, MeterRegistry meters) {
        this.credentials = credentials;
        this.updates = updates;
        // Counted and not logged: whoever guesses secrets must not be able to fill the disk.
        this.refusals = meters.counter("telegram.webhook.refused");
    }

    @PostMapping(PATH)
    ResponseEntity<Void> receive(
            @RequestHeader(name = SECRET_HEADER, required = false) @Nullable String secret,
            HttpServletRequest request)
            throws IOException {
        if (!credentials.webhookSecret().matches(secret)) {
            refusals.increment();
            return answer(HttpStatus.FORBIDDEN);
        }
        if (request.getContentLengthLong() > MAX_BODY) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        IncomingUpdate update = UpdateParser.read(body);
        if (update == null) {
            return answer(HttpStatus.BAD_REQUEST);
        }
        return switch (updates.handle(update)) {
            case UpdateHandler.Result.Handled() -> answer(HttpStatus.OK);
            case UpdateHandler.Result.Repeat(Duration after) -> repeat(after);
        };
    }

    private static ResponseEntity<Void> repeat(@Nullable Duration after) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE);
        if (after != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
        }
        return answer.build();
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
