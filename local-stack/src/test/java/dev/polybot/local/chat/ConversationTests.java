package dev.polybot.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

class ConversationTests {

    private static final Instant START = Instant.ofEpochSecond(1_793_000_000);

    private long nextId = 100;

    @Test
    void isNotCompleteWhileTheBotIsSilent() {
        assertThat(new Conversation(sent(1)).isComplete(START.plusSeconds(3600))).isFalse();
    }

    @Test
    void aReplyToTheOnlyMessageNeedsNoMoreThanAMoment() {
        Conversation conversation = new Conversation(sent(1));

        conversation.hear(bot(1L), START);

        assertThat(conversation.isComplete(START.plusMillis(100))).isFalse();
        assertThat(conversation.isComplete(START.plusMillis(300))).isTrue();
    }

    @Test
    void otherWordsOfTheBotAreTheAnswerAfterASecondOfQuiet() {
        Conversation conversation = new Conversation(sent(1));

        conversation.hear(bot(null), START);
        conversation.hear(bot(null), START.plusMillis(800));

        assertThat(conversation.isComplete(START.plusMillis(1500))).isFalse();
        assertThat(conversation.isComplete(START.plusMillis(1800))).isTrue();
        assertThat(conversation.answers()).hasSize(2);
    }

    @Test
    void anAlbumIsAnsweredAsOne() {
        Conversation conversation = new Conversation(sent(1, 2, 3));

        conversation.hear(bot(1L), START);
        conversation.hear(bot(1L), START.plusMillis(100));

        assertThat(conversation.isComplete(START.plusMillis(300))).isFalse();
        assertThat(conversation.isComplete(START.plusMillis(400))).isTrue();
        assertThat(conversation.answers()).hasSize(2);
    }

    @Test
    void whatThePersonSaysAndWhatAnswersOthersIsPassedOver() {
        Conversation conversation = new Conversation(sent(1));

        conversation.hear(message(50, false, null), START);
        conversation.hear(bot(77L), START);

        assertThat(conversation.answers()).isEmpty();
        assertThat(conversation.isComplete(START.plusSeconds(60))).isFalse();
    }

    /** Whatever its language, it alone offers to cancel. */
    @Test
    void aNoticeThatThePictureIsWaitingForItsTurnIsNoAnswer() {
        Conversation conversation = new Conversation(sent(1));

        conversation.hear(withButton(bot(1L), "cancel:0123456789abcdef"), START);
        assertThat(conversation.isComplete(START.plusSeconds(60))).isFalse();

        conversation.hear(withButton(bot(1L), "boxes:0123456789abcdef"), START.plusSeconds(60));
        assertThat(conversation.isComplete(START.plusSeconds(61))).isTrue();
        assertThat(conversation.answers()).hasSize(1);
    }

    private static ChatMessage withButton(ChatMessage message, String data) {
        return new ChatMessage(
                message.id(),
                message.fromBot(),
                message.text(),
                null,
                null,
                null,
                message.replyTo(),
                null,
                false,
                List.of(new ChatMessage.Button("x", data)));
    }

    private static List<ChatMessage> sent(long... ids) {
        return LongStream.of(ids).mapToObj(id -> message(id, false, null)).toList();
    }

    private ChatMessage bot(@Nullable Long replyTo) {
        return message(nextId++, true, replyTo);
    }

    private static ChatMessage message(long id, boolean fromBot, @Nullable Long replyTo) {
        return new ChatMessage(
                id, fromBot, "text", null, null, null, replyTo, null, false, List.of());
    }
}
