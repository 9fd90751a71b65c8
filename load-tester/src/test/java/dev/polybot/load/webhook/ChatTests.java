package dev.polybot.load.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.load.run.Answer;
import dev.polybot.load.run.Answers;
import dev.polybot.model.detection.CocoClasses;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

class ChatTests {

    private final List<String> heard = new ArrayList<>();
    private final Chat chat =
            new Chat(
                    1,
                    new Summaries(CocoClasses.NAMES),
                    new Answers() {
                        @Override
                        public void answered(int request, Answer answer) {
                            heard.add(request + " " + answer);
                        }

                        @Override
                        public void unasked(String what) {
                            heard.add(what);
                        }
                    });

    @Test
    void aReplyAnswersTheRequestThatItsMessageWas() {
        chat.asked(70, 3);
        chat.heard(message(true, 70, "I found 1 dog."));
        chat.heard(message(true, 70, "I found 1 dog."));

        assertThat(heard).hasSize(2).allMatch(answer -> answer.startsWith("3 Found"));
    }

    @Test
    void aReplyMayBeHeardBeforeItIsKnownWhatItAnswers() {
        chat.heard(message(true, 70, "I found 1 dog."));
        assertThat(heard).isEmpty();

        chat.asked(70, 3);
        assertThat(heard).hasSize(1);
    }

    @Test
    void otherWordsOfTheBotAreAFailureOrWereNotAskedFor() {
        chat.asked(70, 3);
        chat.heard(message(true, 70, "Something went wrong."));
        chat.heard(message(true, -1, "Good morning"));
        chat.heard(message(false, 70, "I found 1 dog."));

        assertThat(heard)
                .containsExactly(
                        "3 Failed[reason=the bot said: Something went wrong.]",
                        "the bot said, not as an answer: Good morning");
    }

    /** Whatever its language, it offers to cancel; it may come late, or before it is known what it is about. */
    @Test
    void aNoticeThatThePictureIsWaitingForItsTurnIsNoAnswer() {
        chat.heard(
                notice(
                        70,
                        "Your picture is waiting for its turn: about 8 pictures at most come first."));
        chat.asked(70, 3);
        chat.heard(notice(70, "Dein Bild wartet, bis es dran ist: Es kommt als N\u00e4chstes."));
        chat.heard(notice(-1, "Your picture is waiting for its turn: it comes next."));
        assertThat(heard).isEmpty();

        chat.heard(message(true, 70, "I found 1 dog."));
        chat.heard(notice(70, "Your picture is waiting for its turn: it comes next."));
        assertThat(heard).hasSize(1).allMatch(answer -> answer.startsWith("3 Found"));
    }

    @Test
    void anAnswerWithOtherButtonsIsOne() {
        chat.asked(70, 3);
        chat.heard(withButton(message(true, 70, "I found 1 dog."), "boxes:abc"));

        assertThat(heard).hasSize(1);
    }

    @Test
    void eventsArePutTogetherFromTheirLines() {
        List<String> events = new ArrayList<>();
        EventLines lines = new EventLines((kind, data) -> events.add(kind + '=' + data));

        for (String line :
                "retry: 1000\nevent: hello\ndata: {}\n\n: still here\n\nevent: message\ndata: {\"a\":1}\n\n"
                        .split("\n", -1)) {
            lines.line(line);
        }

        assertThat(events).containsExactly("hello={}", "message={\"a\":1}");
    }

    private static JsonNode notice(long replyTo, String text) {
        ObjectNode notice = (ObjectNode) message(true, replyTo, text);
        notice.set("text", notice.remove("caption"));
        return withButton(notice, "cancel:0123456789abcdef");
    }

    private static JsonNode withButton(JsonNode message, String data) {
        ((ObjectNode) message)
                .putObject("reply_markup")
                .putArray("inline_keyboard")
                .addArray()
                .addObject()
                .put("text", "x")
                .put("callback_data", data);
        return message;
    }

    private static JsonNode message(boolean bot, long replyTo, String text) {
        return JsonMapper.shared()
                .readTree(
                        "{\"from\":{\"is_bot\":"
                                + bot
                                + "},\"caption\":\""
                                + text
                                + "\""
                                + (replyTo < 0
                                        ? ""
                                        : ",\"reply_to_message\":{\"message_id\":" + replyTo + "}")
                                + "}");
    }
}
