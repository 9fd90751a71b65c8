package dev.polybot.local.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.api.CallCounter;
import dev.polybot.local.telegram.api.Faults;
import dev.polybot.local.telegram.api.FloodControl;
import dev.polybot.local.telegram.http.Answers;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.FormReader;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.Chats;
import dev.polybot.local.telegram.state.TelegramState;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * For tests: makes Telegram behave badly.
 *
 * <ul>
 *   <li>{@code POST /admin/faults}: tooManyRequests, serverErrors, cuts (shares of calls, 0 to 1), retryAfter (seconds),
 *       afterEffect (whether errors and cuts strike after the message was taken), delay (milliseconds), methods
 *       (comma-separated), seed; without parameters everything works again
 *   <li>{@code POST /admin/limits}: enforced; whether the bot is held to what Telegram lets bots say
 *   <li>{@code GET /admin/tally}: how the calls that say something were answered since the last faults or limits were set
 *   <li>{@code POST /admin/block}: chat, blocked
 *   <li>{@code POST /admin/migrate}: chat, to; the group becomes this supergroup
 *   <li>{@code POST /admin/delivery}: ordered; when false, a chat's updates reach the webhook side by side and in any order
 * </ul>
 */
final class AdminApi implements HttpHandler {

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final int LONGEST_RETRY_AFTER = 3600;

    private final TelegramState state;
    private final Faults faults;
    private final FloodControl floodControl;
    private final CallCounter counter;
    private final FormReader forms;

    AdminApi(TelegramState state, Faults faults, FloodControl floodControl, CallCounter counter) {
        this.state = state;
        this.faults = faults;
        this.floodControl = floodControl;
        this.counter = counter;
        this.forms = new FormReader(state.temporary());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try (Form form = forms.read(exchange)) {
                String call =
                        exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath();
                ObjectNode result = Json.object().put("ok", true);
                switch (call) {
                    case "POST /admin/faults" -> {
                        faults.set(plan(form), form.number("seed", 0));
                        counter.reset();
                    }
                    case "POST /admin/limits" -> {
                        floodControl.enforce(form.flag("enforced"));
                        counter.reset();
                    }
                    case "GET /admin/tally" -> result.set("answers", counter.toJson());
                    case "POST /admin/block" ->
                            state.chats().block(form.number("chat", 0), form.flag("blocked"));
                    case "POST /admin/migrate" ->
                            migrate(form.number("chat", 0), form.number("to", 0));
                    case "POST /admin/delivery" -> state.updates().keepOrder(form.flag("ordered"));
                    default -> throw new Refusal(404, "Not Found");
                }
                Answers.json(exchange, 200, result);
            } catch (Refusal refusal) {
                Answers.json(exchange, refusal.status(), Answers.error(refusal));
            }
        }
    }

    /** Of this both chats are told. */
    private void migrate(long group, long supergroup) {
        state.chats().migrate(group, supergroup);
        tell(group, "migrate_to_chat_id", supergroup);
        tell(supergroup, "migrate_from_chat_id", group);
    }

    private void tell(long chat, String event, long other) {
        ObjectNode message = Json.object().put("date", 0).put(event, other);
        message.set(
                "from",
                Json.object().put("id", chat).put("is_bot", false).put("first_name", "Group"));
        message.set("chat", Chats.describe(chat));
        state.updates().add(chat, "message", state.messages().add(message));
    }

    private static Faults.Plan plan(Form form) {
        return new Faults.Plan(
                share(form, "tooManyRequests"),
                Math.clamp(form.number("retryAfter", 1), 0, LONGEST_RETRY_AFTER),
                share(form, "serverErrors"),
                share(form, "cuts"),
                form.flag("afterEffect"),
                Duration.ofMillis(
                        Math.clamp(form.number("delay", 0), 0L, LONGEST_DELAY.toMillis())),
                Arrays.stream(form.text("methods", "").split(","))
                        .map(method -> method.strip().toLowerCase(Locale.ROOT))
                        .filter(method -> !method.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static double share(Form form, String name) {
        try {
            return Math.clamp(Double.parseDouble(form.text(name, "0")), 0, 1);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("parameter \"" + name + "\" must be a number");
        }
    }
}
