package dev.polybot.detector.queue;

import dev.polybot.observability.SqsTrace;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;

import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;

import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;

/** The identify queue's listener. It does not start by itself but when the model is warm. */
public class IdentifyListener {

    /** The listener's name among the application's listeners. */
    public static final String ID = "identify";

    private final JobIntake intake;
    private final SqsAsyncBatchManager batches;

    /**
     * Gives the queue's messages to the intake.
     *
     * @param batches removes them, several with one call
     */
    IdentifyListener(JobIntake intake, SqsAsyncBatchManager batches) {
        this.intake = intake;
        this.batches = batches;
    }

    @SqsListener(id = ID, queueNames = "${polybot.queues.identify}")
    public void receive(
            @Payload String body,
            Message message,
            Visibility visibility,
            @Header(SqsHeaders.SQS_QUEUE_URL_HEADER) String queue) {
        try (var _ = SqsTrace.process("identify", message)) {
            intake.take(new SqsDelivery(body, message, visibility, queue, batches));
        }
    }

    private record SqsDelivery(
            String body,
            Message message,
            Visibility visibility,
            String queue,
            SqsAsyncBatchManager batches)
            implements Delivery {

        @Override
        public String messageId() {
            return message.messageId();
        }

        @Override
        public int receiveCount() {
            String count =
                    message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
            return count == null ? 1 : Integer.parseInt(count);
        }

        @Override
        public void hideFor(Duration time) {
            visibility.changeTo(Math.toIntExact(time.toSeconds()));
        }

        @Override
        public void acknowledge() {
            batches.deleteMessage(
                            delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()))
                    .join();
        }
    }
}
