package dev.polybot.detector.results;

import dev.polybot.detector.job.ResultTeller;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.observability.SqsTrace;
import dev.polybot.observability.Traces;

import io.opentelemetry.api.trace.SpanKind;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The results queue in SQS. */
public final class SqsResultTeller implements ResultTeller {

    private final SqsAsyncClient sqs;
    private final QueueUrl queue;

    /**
     * Uses that queue.
     *
     * @param queue the queue's name or URL
     */
    public SqsResultTeller(SqsAsyncClient sqs, String queue) {
        this.sqs = sqs;
        this.queue = new QueueUrl(sqs, queue);
    }

    @Override
    public void tell(ResultMessage result) {
        String url = queue.get();
        try (var _ = Traces.begin("send results", SpanKind.PRODUCER)) {
            sqs.sendMessage(
                            send ->
                                    send.queueUrl(url)
                                            .messageBody(MessageJson.write(result))
                                            .messageAttributes(SqsTrace.attributes()))
                    .join();
        }
    }
}
