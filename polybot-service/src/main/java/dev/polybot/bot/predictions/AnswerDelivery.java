package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.outbox.Delivery;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.waiting.WaitingNotices;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;
import dev.polybot.model.prediction.ReplyState;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the answer to a single prediction is sent. Whose it is to send, and that it was sent, stands in the prediction's item. */
@Component
class AnswerDelivery implements Delivery {

    private final PredictionRequestStore requests;
    private final WaitingNotices waiting;
    private final String table;

    AnswerDelivery(PredictionRequestStore requests, WaitingNotices waiting, BotSettings settings) {
        this.waiting = waiting;
        this.requests = requests;
        this.table = settings.storage().table();
    }

    @Override
    public boolean takes(OutgoingMessage.Content content) {
        return content instanceof OutgoingMessage.Answer;
    }

    @Override
    public LeaseTerms lease(OutgoingMessage message) {
        return new LeaseTerms(
                table,
                PredictionTable.PREDICTION_ID,
                id(message),
                "replyClaimedBy",
                PredictionTable.REPLY_CLAIMED_UNTIL,
                "replyAttempts",
                "attribute_exists(predictionId)"
                        + " AND (attribute_not_exists(replyState) OR replyState = :claimed)",
                "replyState = :claimed",
                Map.of(),
                Map.of(":claimed", state(ReplyState.CLAIMED)));
    }

    @Override
    public OutgoingMessage.Ready render(OutgoingMessage message, Map<String, AttributeValue> item) {
        Prediction prediction = PredictionItem.read(item);
        waiting.withdraw(prediction.predictionId(), prediction.took());
        return PredictionReply.content(prediction, requests.of(prediction.predictionId()));
    }

    @Override
    public void sent(OutgoingMessage message, Lease lease, List<Integer> messageIds) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":state", state(ReplyState.SENT));
        if (!messageIds.isEmpty()) {
            values.put(":message", number(messageIds.getFirst()));
        }
        lease.doneAnyway(
                "replyState = :state" + (messageIds.isEmpty() ? "" : ", replyMessageId = :message"),
                values);
    }

    @Override
    public void undeliverable(OutgoingMessage message, Lease lease) {
        lease.doneAnyway("replyState = :state", Map.of(":state", state(ReplyState.UNDELIVERABLE)));
    }

    private static String id(OutgoingMessage message) {
        return ((OutgoingMessage.Answer) message.content()).predictionId();
    }

    private static AttributeValue state(ReplyState state) {
        return string(state.name());
    }
}
