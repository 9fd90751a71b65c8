package dev.polybot.local.telegram.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.api.BotIdentity;
import dev.polybot.local.telegram.api.Callbacks;
import dev.polybot.local.telegram.http.Answers;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.FormReader;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.picture.Media;
import dev.polybot.local.telegram.state.StoredFile;
import dev.polybot.local.telegram.state.TelegramState;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the chat page and programs use, all of it below {@code /chat}:
 *
 * <ul>
 *   <li>{@code GET about?language=}: the bot's name and commands, the samples
 *   <li>{@code GET samples/<name>}, {@code GET files/<file_id>}
 *   <li>{@code POST <chat>/open}: makes the chat exist
 *   <li>{@code GET <chat>/messages?after=&limit=}, {@code POST <chat>/messages}: text, or files with caption
 *   <li>{@code POST <chat>/edits}: message_id and the new text or caption of one's own message
 *   <li>{@code POST <chat>/callbacks}: message_id and data of the button pressed
 *   <li>{@code GET <chat>/events}: server-sent events
 * </ul>
 */
public final class ChatApi implements HttpHandler {

    private static final Pattern CHAT = Pattern.compile("(-?\\d{1,15})/(\\w+)");
    private static final int MOST_MESSAGES = 500;

    private final TelegramState state;
    private final Person person;
    private final Samples samples;
    private final Function<String, JsonNode> commands;
    private final FormReader forms;
    private final EventStream events;

    /**
     * @param commands the commands that the bot has announced to clients of a language
     */
    public ChatApi(
            TelegramState state,
            Media media,
            Callbacks callbacks,
            Samples samples,
            Function<String, JsonNode> commands,
            Clock clock) {
        this.state = state;
        this.person = new Person(state, media, callbacks, clock);
        this.samples = samples;
        this.commands = commands;
        this.forms = new FormReader(state.temporary());
        this.events = new EventStream(state.events());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, exchange.getRequestURI().getPath().substring("/chat/".length()));
            } catch (Refusal refusal) {
                Answers.json(exchange, refusal.status(), Answers.error(refusal));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String path)
            throws IOException, InterruptedException {
        boolean reading = exchange.getRequestMethod().equals("GET");
        Matcher chat = CHAT.matcher(path);
        if (chat.matches()) {
            inChat(exchange, Long.parseLong(chat.group(1)), chat.group(2), reading);
        } else if (reading && path.equals("about")) {
            try (Form form = forms.read(exchange)) {
                Answers.json(exchange, 200, about(form.text("language", "en")));
            }
        } else if (reading && path.startsWith("samples/")) {
            sample(exchange, path.substring("samples/".length()));
        } else if (reading && path.startsWith("files/")) {
            file(exchange, path.substring("files/".length()));
        } else {
            throw new Refusal(404, "Not Found");
        }
    }

    private void inChat(HttpExchange exchange, long chat, String what, boolean reading)
            throws IOException, InterruptedException {
        if (reading && what.equals("events")) {
            events.serve(exchange, chat);
            return;
        }
        try (Form form = forms.read(exchange)) {
            switch ((reading ? "GET " : "POST ") + what) {
                case "GET messages" -> Answers.json(exchange, 200, messages(chat, form));
                case "POST messages" -> Answers.json(exchange, 200, person.send(chat, form));
                case "POST edits" -> Answers.json(exchange, 200, person.edit(chat, form));
                case "POST callbacks" -> {
                    person.press(chat, form);
                    Answers.json(exchange, 200, Json.object().put("ok", true));
                }
                case "POST open" -> {
                    state.chats().open(chat);
                    Answers.json(exchange, 200, Json.object().put("ok", true));
                }
                default -> throw new Refusal(404, "Not Found");
            }
        }
    }

    private ArrayNode messages(long chat, Form form) {
        int limit = Math.clamp(form.number("limit", MOST_MESSAGES), 1, MOST_MESSAGES);
        ArrayNode messages = Json.array();
        state.messages().after(chat, form.number("after", 0), limit).forEach(messages::add);
        return messages;
    }

    private ObjectNode about(String language) throws IOException {
        ObjectNode about = Json.object();
        about.put("name", BotIdentity.NAME).put("username", BotIdentity.USERNAME);
        about.put("maxPhotoBytes", Media.MAX_PHOTO_BYTES);
        about.set("commands", commands.apply(language));
        samples.names().forEach(about.putArray("samples")::add);
        return about;
    }

    private void sample(HttpExchange exchange, String name) throws IOException {
        Path sample = samples.find(name).orElseThrow(() -> new Refusal(404, "Not Found"));
        boolean png = name.toLowerCase(Locale.ROOT).endsWith(".png");
        Answers.file(exchange, png ? "image/png" : "image/jpeg", sample);
    }

    private void file(HttpExchange exchange, String id) throws IOException {
        StoredFile file = state.files().byId(id).orElseThrow(() -> new Refusal(404, "Not Found"));
        boolean photo = file.type().equals("image/jpeg");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "private, max-age=31536000, immutable");
        if (!photo) {
            exchange.getResponseHeaders().set("Content-Disposition", "attachment");
        }
        Answers.file(
                exchange,
                photo ? "image/jpeg" : "application/octet-stream",
                state.files().content(file));
    }
}
