package dev.polybot.local.telegram.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Answers;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.FormReader;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.picture.Media;
import dev.polybot.local.telegram.state.TelegramState;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Answers {@code /bot<token>/<method>} as Telegram does: the method's name in any case, parameters in any form. */
public final class BotApi implements HttpHandler {

    private final String prefix;
    private final FormReader forms;
    private final Faults faults;
    private final FloodControl floodControl;
    private final CallCounter counter;
    private final CommandMenus menus = new CommandMenus();
    private final Map<String, Method> methods = new HashMap<>();

    /**
     * Serves a bot.
     *
     * @param reachable the addresses to which updates may be pushed
     */
    public BotApi(
            BotIdentity bot,
            TelegramState state,
            Media media,
            Callbacks callbacks,
            Faults faults,
            FloodControl floodControl,
            CallCounter counter,
            Predicate<InetAddress> reachable,
            Clock clock) {
        this.prefix = "/bot" + bot.token() + '/';
        this.forms = new FormReader(state.temporary());
        this.faults = faults;
        this.floodControl = floodControl;
        this.counter = counter;
        Outbox outbox = new Outbox(bot, state.chats(), state.messages(), clock);
        Attachments attachments = new Attachments(media, state.files());
        methods.putAll(new InfoMethods(bot, state.files()).all());
        methods.putAll(menus.methods());
        methods.putAll(new UpdateMethods(state.updates(), reachable).all());
        methods.putAll(new SendMethods(outbox, attachments, state.events()).all());
        methods.putAll(new EditMethods(outbox, attachments, state.messages(), clock).all());
        methods.put("answercallbackquery", callbacks::answer);
    }

    /** The commands that the bot has announced to clients of a language, in Telegram's form. */
    public JsonNode commands(String languageCode) {
        return menus.shownTo(languageCode);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answered answered = answer(exchange);
            counter.count(name(exchange), answered.status());
            Answers.json(exchange, answered.status(), answered.body());
        } catch (ConnectionCut cut) {
            // Closed without an answer.
            counter.count(name(exchange), CallCounter.CUT);
        }
    }

    private Answered answer(HttpExchange exchange) throws IOException {
        try {
            JsonNode result = call(exchange);
            return new Answered(200, Json.object().put("ok", true).set("result", result));
        } catch (Refusal refusal) {
            return new Answered(refusal.status(), Answers.error(refusal));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answered(500, Answers.error(500, "Internal Server Error"));
        }
    }

    private JsonNode call(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(prefix)) {
            throw new Refusal(401, "Unauthorized");
        }
        String name = name(exchange);
        Method method = methods.get(name.toLowerCase(Locale.ROOT));
        if (method == null) {
            throw new Refusal(404, "Not Found: method not found");
        }
        try (Form form = forms.read(exchange)) {
            Faults.Fate fate = faults.of(name);
            fate.before();
            floodControl.admit(name, form);
            JsonNode result = method.call(form);
            fate.after();
            return result;
        }
    }

    private static String name(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private record Answered(int status, JsonNode body) {}
}
