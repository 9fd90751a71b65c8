package dev.polybot.detector.results;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A queue's URL, asked for once when only its name is known. */
final class QueueUrl {

    private final SqsAsyncClient sqs;
    private final String nameOrUrl;
    private volatile @Nullable String known;

    QueueUrl(SqsAsyncClient sqs, String nameOrUrl) {
        this.sqs = sqs;
        this.nameOrUrl = nameOrUrl;
        this.known = nameOrUrl.contains("://") ? nameOrUrl : null;
    }

    String get() {
        String url = known;
        if (url == null) {
            url = sqs.getQueueUrl(get -> get.queueName(nameOrUrl)).join().queueUrl();
            known = url;
        }
        return url;
    }
}
