package dev.polybot.load.webhook;

import dev.polybot.load.check.Finding;
import dev.polybot.load.run.Answer;
import dev.polybot.load.run.Answers;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A chat with the bot: which message asked for which request, and which messages of the bot answer it. */
final class Chat {

    /** How the data of a button to give up waiting begins. */
    private static final String CANCEL = "cancel:";

    private final long id;
    private final Summaries summaries;
    private final Answers answers;
    private final Map<Long, Integer> requests = new HashMap<>();

    /** Answers to messages of which it is not known yet what they asked for: the bot was faster than our own connection. */
    private final Map<Long, List<JsonNode>> early = new HashMap<>();

    Chat(long id, Summaries summaries, Answers answers) {
        this.id = id;
        this.summaries = summaries;
        this.answers = answers;
    }

    long id() {
        return id;
    }

    /** A message of ours has been sent. */
    void asked(long messageId, int request) {
        List<JsonNode> waiting;
        synchronized (this) {
            requests.put(messageId, request);
            List<JsonNode> came = early.remove(messageId);
            waiting = came == null ? List.of() : came;
        }
        waiting.forEach(message -> answers.answered(request, answer(message)));
    }

    /** Something was said in the chat. */
    void heard(JsonNode message) {
        if (!message.path("from").path("is_bot").asBoolean(false) || isWaitingNotice(message)) {
            return;
        }
        long repliedTo = message.path("reply_to_message").path("message_id").asLong(-1);
        if (repliedTo < 0) {
            answers.unasked("the bot said, not as an answer: " + words(message));
            return;
        }
        Integer request;
        synchronized (this) {
            request = requests.get(repliedTo);
            if (request == null) {
                early.computeIfAbsent(repliedTo, unused -> new ArrayList<>()).add(message);
            }
        }
        if (request != null) {
            answers.answered(request, answer(message));
        }
    }

    /** Whether it only says that a picture waits for its turn: in any language, it alone offers to cancel. */
    private static boolean isWaitingNotice(JsonNode message) {
        return message
                .path("reply_markup")
                .path("inline_keyboard")
                .findValuesAsString("callback_data")
                .stream()
                .anyMatch(data -> data.startsWith(CANCEL));
    }

    private Answer answer(JsonNode message) {
        String words = words(message);
        Finding found = summaries.read(words);
        return found == null
                ? new Answer.Failed("the bot said: " + words)
                : new Answer.Found(found);
    }

    private static String words(JsonNode message) {
        return message.path("caption").asString(message.path("text").asString("")).strip();
    }
}
