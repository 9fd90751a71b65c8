package dev.polybot.endtoend.calls;

/**
 * A call that a policy has to allow.
 *
 * @param action in IAM's words, such as {@code sqs:SendMessage}
 * @param resource the last part of its ARN: a queue, {@code bucket/key}, {@code table/name} or {@code secret:name}
 */
public record AwsCall(String action, String resource) {}
