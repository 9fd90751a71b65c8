package dev.polybot.bot.waiting;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.OutgoingText;

import java.util.List;

/**
 * A message that told a chat its place in the queue.
 *
 * @param request what the chat waits for
 * @param messageId the id of that message
 */
public record WaitingNotice(WaitingRequest request, int messageId) {

    /** What such a message says: so many others come first at most, with a button to give up waiting. */
    static OutgoingText text(WaitingRequest request, PlaceInQueue place) {
        Language language = request.language();
        Button cancel =
                new Button(language.say("button.cancel"), new CallbackData.Cancel(request.id()));
        return new OutgoingText(
                language.say("waiting", request.predictions().size(), place.number() - 1),
                null,
                new Keyboard(List.of(List.of(cancel))));
    }
}
