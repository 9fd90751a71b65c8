package dev.polybot.detector.results;

import dev.polybot.detector.job.ResultPublisher;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.observability.SqsTrace;
import dev.polybot.observability.Traces;

import io.opentelemetry.api.trace.SpanKind;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

import java.util.function.BooleanSupplier;

/** Announces results on the SQS results queue. Under load several results share a call; otherwise each goes at once. */
public final class SqsResultPublisher implements ResultPublisher {

    private final SqsAsyncClient sqs;
    private final SqsAsyncBatchManager batches;
    private final BooleanSupplier moreFollow;
    private final QueueUrl queue;

    /**
     * Uses that queue.
     *
     * @param batches of the same client
     * @param moreFollow whether it pays to wait for the next results
     * @param queue the queue's name or URL
     */
    public SqsResultPublisher(
            SqsAsyncClient sqs,
            SqsAsyncBatchManager batches,
            BooleanSupplier moreFollow,
            String queue) {
        this.sqs = sqs;
        this.batches = batches;
        this.moreFollow = moreFollow;
        this.queue = new QueueUrl(sqs, queue);
    }

    @Override
    public void tell(ResultMessage result) {
        String url = queue.get();
        try (var _ = Traces.begin("send results", SpanKind.PRODUCER)) {
            SendMessageRequest message =
                    SendMessageRequest.builder()
                            .queueUrl(url)
                            .messageBody(MessageJson.write(result))
                            .messageAttributes(SqsTrace.attributes())
                            .build();
            (moreFollow.getAsBoolean() ? batches.sendMessage(message) : sqs.sendMessage(message))
                    .join();
        }
    }
}
