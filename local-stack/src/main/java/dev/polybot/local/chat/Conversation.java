package dev.polybot.local.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the bot says to messages that were sent, and whether that is all.
 *
 * <p>The bot never says that it has finished. A message that replies to one of ours is its answer. When each of ours has one,
 * only a moment is waited for more; when the bot has spoken otherwise, a longer quiet time says that it has finished. Albums
 * get most patience, since their pictures may be answered one by one.
 */
public final class Conversation {

    private static final Duration QUIET_AFTER_ALL = Duration.ofMillis(300);
    private static final Duration QUIET_AFTER_SOME = Duration.ofSeconds(1);
    private static final Duration QUIET_AFTER_PART_OF_ALBUM = Duration.ofSeconds(10);

    private final Set<Long> ours;
    private final Set<Long> unanswered;
    private final boolean album;
    private final List<ChatMessage> answers = new ArrayList<>();
    private Instant lastHeard = Instant.MIN;

    public Conversation(List<ChatMessage> sent) {
        ours = Set.copyOf(sent.stream().map(ChatMessage::id).toList());
        unanswered = new HashSet<>(ours);
        album = sent.size() > 1;
    }

    /** Takes a message that came after ours. What answers somebody else's is passed over. */
    public void hear(ChatMessage message, Instant now) {
        Long replyTo = message.replyTo();
        if (!message.fromBot() || (replyTo != null && !ours.contains(replyTo))) {
            return;
        }
        answers.add(message);
        lastHeard = now;
        if (replyTo != null) {
            unanswered.remove(replyTo);
        }
    }

    public boolean isComplete(Instant now) {
        return !answers.isEmpty() && Duration.between(lastHeard, now).compareTo(patience()) >= 0;
    }

    /** What the bot has said so far. */
    public List<ChatMessage> answers() {
        return List.copyOf(answers);
    }

    private Duration patience() {
        if (unanswered.isEmpty()) {
            return QUIET_AFTER_ALL;
        }
        return album ? QUIET_AFTER_PART_OF_ALBUM : QUIET_AFTER_SOME;
    }
}
