package dev.polybot.local.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the bot says to messages that were sent, and whether that is all.
 *
 * <p>The bot never says that it has finished. A message that replies to one of ours is its answer, and an album has one for all of
 * its pictures. After it only a moment is waited for more; when the bot has spoken otherwise, a longer quiet time says that it has
 * finished.
 */
public final class Conversation {

    private static final Duration QUIET_AFTER_ANSWER = Duration.ofMillis(300);
    private static final Duration QUIET_AFTER_WORDS = Duration.ofSeconds(1);

    private final Set<Long> ours;
    private final List<ChatMessage> answers = new ArrayList<>();
    private boolean answered;
    private Instant lastHeard = Instant.MIN;

    public Conversation(List<ChatMessage> sent) {
        ours = Set.copyOf(sent.stream().map(ChatMessage::id).toList());
    }

    /**
     * Takes a message that came after ours. What answers somebody else's is passed over, and so is that a picture is waiting for
     * its turn.
     */
    public void hear(ChatMessage message, Instant now) {
        Long replyTo = message.replyTo();
        if (!message.fromBot()
                || message.isWaitingNotice()
                || (replyTo != null && !ours.contains(replyTo))) {
            return;
        }
        answers.add(message);
        lastHeard = now;
        answered |= replyTo != null;
    }

    public boolean isComplete(Instant now) {
        return !answers.isEmpty() && Duration.between(lastHeard, now).compareTo(patience()) >= 0;
    }

    /** What the bot has said so far. */
    public List<ChatMessage> answers() {
        return List.copyOf(answers);
    }

    private Duration patience() {
        return answered ? QUIET_AFTER_ANSWER : QUIET_AFTER_WORDS;
    }
}
