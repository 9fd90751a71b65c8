package dev.polybot.bot.testing;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Queues that take every message and keep it for the test. */
public final class SentMessages implements SqsAsyncClient {

    private final List<SendMessageRequest> sent = new ArrayList<>();

    public List<SendMessageRequest> all() {
        return List.copyOf(sent);
    }

    @Override
    public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
        return CompletableFuture.completedFuture(
                GetQueueUrlResponse.builder().queueUrl("https://sqs/identify").build());
    }

    @Override
    public CompletableFuture<GetQueueAttributesResponse> getQueueAttributes(
            GetQueueAttributesRequest request) {
        return CompletableFuture.completedFuture(GetQueueAttributesResponse.builder().build());
    }

    @Override
    public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
        sent.add(request);
        return CompletableFuture.completedFuture(
                SendMessageResponse.builder().messageId(UUID.randomUUID().toString()).build());
    }

    @Override
    public String serviceName() {
        return SqsAsyncClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
}
