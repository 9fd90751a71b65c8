package dev.polybot.detector.results;

import dev.polybot.detector.job.ResultTeller;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;

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
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(MessageJson.write(result))).join();
    }
}
