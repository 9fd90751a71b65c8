package dev.polybot.detector;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Says why the queues cannot be listened to, instead of showing a stack trace. */
class AwsFailureAnalyzer extends AbstractFailureAnalyzer<SdkException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SdkException cause) {
        return switch (cause) {
            case QueueDoesNotExistException _ ->
                    new FailureAnalysis(
                            "The queue that SQS_QUEUE_IDENTIFY names does not exist.",
                            "Create the queues before the detector, or correct SQS_QUEUE_IDENTIFY.",
                            cause);
            case AwsServiceException service ->
                    new FailureAnalysis(
                            "AWS refused the detector's first request with status "
                                    + service.statusCode()
                                    + '.',
                            "Check what this machine's role or credentials may do.",
                            cause);
            default ->
                    new FailureAnalysis(
                            "AWS cannot be reached: " + cause.getMessage(),
                            "Check the network, AWS_DEFAULT_REGION, the credentials and, if they are set, the"
                                    + " variables AWS_ENDPOINT_URL_SQS, _S3 and _DYNAMODB.",
                            cause);
        };
    }
}
