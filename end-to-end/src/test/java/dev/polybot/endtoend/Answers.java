package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the bot says in a chat, waited for. */
final class Answers {

    /** Long enough for a second answer, if there were one, to arrive while nothing is broken. */
    static final Duration QUIET = Duration.ofSeconds(2);

    private Answers() {}

    /** Sends a photo with the caption {@code predict} and returns the one answer to it. */
    static ChatMessage predict(ChatClient chat, Path photo)
            throws IOException, InterruptedException {
        return answerTo(chat, chat.sendPictures(List.of(photo), "predict", false));
    }

    /** Sends a picture as a file with the caption {@code predict} and returns the one answer to it. */
    static ChatMessage predictFile(ChatClient chat, Path file)
            throws IOException, InterruptedException {
        return answerTo(chat, chat.sendPictures(List.of(file), "predict", true));
    }

    /** The one answer to messages just sent. */
    static ChatMessage answerTo(ChatClient chat, List<ChatMessage> sent)
            throws IOException, InterruptedException {
        List<ChatMessage> answers = chat.awaitAnswer(sent, RunningSystem.PATIENCE);
        assertThat(answers).as("the answer to %s", sent.getFirst().words()).hasSize(1);
        return answers.getFirst();
    }

    /** Everything the bot has said in a chat, as soon as it has said this much, and a quiet time later. */
    static List<ChatMessage> heard(ChatClient chat, int count) {
        return heard(chat, count, RunningSystem.PATIENCE);
    }

    /** The same, with patience of another length. */
    static List<ChatMessage> heard(ChatClient chat, int count, Duration patience) {
        Awaitility.await("%d messages in the chat".formatted(count))
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> fromBot(chat).size() >= count);
        return Awaitility.await("that no more messages come")
                .during(QUIET)
                .atMost(QUIET.multipliedBy(2))
                .until(() -> fromBot(chat), messages -> messages.size() == count);
    }

    static List<ChatMessage> fromBot(ChatClient chat) throws IOException, InterruptedException {
        return chat.messagesAfter(0).stream().filter(ChatMessage::fromBot).toList();
    }
}
