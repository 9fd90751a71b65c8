package dev.polybot.load.command;

import dev.polybot.load.address.AddressGuard;
import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.aws.AwsSettings;
import dev.polybot.load.queue.QueueTarget;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Stores the pictures in the bucket and pushes jobs straight onto the queue identify; sees the answers"
                    + " appear in the predictions table.",
            "Queue, bucket and table come from the services' environment variables: SQS_QUEUE_IDENTIFY, BUCKET_NAME,"
                    + " BUCKET_PREFIX, TABLE_NAME, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_SQS, …_S3, …_DYNAMODB."
        })
final class QueueCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin private RunOptions options = new RunOptions();

    @Option(
            names = "--results-queue",
            paramLabel = "NAME",
            description = {
                "A results queue that no bot reads, to count results that are told twice. Without it that queue is"
                        + " left alone."
            })
    private @Nullable String resultsQueue;

    @Option(names = "--keep", description = "Leave the stored pictures in the bucket.")
    private boolean keep;

    QueueCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = Plan.of(options);
        AddressGuard guard = options.guard();
        AwsSettings settings = AwsSettings.of(invocation.environment());
        if (options.checkOnly) {
            return ExitCodes.OK;
        }
        if (settings == null || settings.bucket().isBlank() || settings.table().isBlank()) {
            throw new IllegalArgumentException(
                    "SQS_QUEUE_IDENTIFY, BUCKET_NAME and TABLE_NAME say where the system is, and are not all set");
        }
        Clock clock = Clock.systemUTC();
        try (AwsClients aws = AwsClients.open(settings, guard);
                QueueTarget target =
                        new QueueTarget(aws, RunName.madeUp(clock), resultsQueue, keep, clock)) {
            return new LoadSession(invocation, plan, guard, aws, clock).run(target);
        }
    }
}
