package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

class AnswerTests {

    private static final List<ChatMessage.Button> BUTTONS =
            List.of(
                    new ChatMessage.Button("Find things", "do:predict"),
                    new ChatMessage.Button("Blur", "do:blur"));

    @Test
    void aQuestionIsShownWithTheWordsOfItsButtons() {
        Answer question = answer("What shall I do?", null);

        assertThat(said(question, Answer::print))
                .startsWith("What shall I do?\n[Find things] [Blur]\n");
        assertThat(said(question, Answer::printInLines))
                .isEqualTo("  ✓ What shall I do? [Find things] [Blur]\n");
    }

    /** They are about what one sees, which is in another place. */
    @Test
    void aPictureIsToldWithoutItsButtonsExceptAsData() {
        Answer picture = answer("I found 1 dog.", Path.of("dog.jpg"));

        assertThat(said(picture, Answer::print)).doesNotContain("[");
        assertThat(said(picture, Answer::printInLines)).doesNotContain("[");
        assertThat(Json.read(picture.toJson()).path("messages").get(0).path("buttons").toString())
                .isEqualTo("[\"Find things\",\"Blur\"]");
    }

    private static Answer answer(String words, @Nullable Path file) {
        ChatMessage message =
                new ChatMessage(2, true, words, null, null, null, 1L, null, false, BUTTONS);
        return new Answer(List.of(new Answer.Part(message, file)), 0.1);
    }

    private static String said(Answer answer, BiConsumer<Answer, Terminal> printing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printing.accept(answer, Terminal.on(new PrintStream(out, true, UTF_8)));
        return out.toString(UTF_8);
    }
}
