package dev.polybot.local.emulators;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The environment variables with which both services find the emulators. They are written to a file when everything is
 * ready, so the file's appearance is also the sign that the emulators may be used.
 */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    static Properties of(BindAddress bind, Ports ports) {
        Properties environment = new Properties();
        environment.setProperty("AWS_DEFAULT_REGION", Names.REGION);
        environment.setProperty("AWS_ACCESS_KEY_ID", "local");
        environment.setProperty("AWS_SECRET_ACCESS_KEY", "local");
        environment.setProperty("AWS_ENDPOINT_URL_SQS", bind.url(ports.sqs()));
        environment.setProperty("AWS_ENDPOINT_URL_S3", bind.url(ports.s3()));
        environment.setProperty("AWS_ENDPOINT_URL_DYNAMODB", bind.url(ports.dynamoDb()));
        environment.setProperty("AWS_ENDPOINT_URL_SECRETS_MANAGER", bind.url(ports.secrets()));
        environment.setProperty("S3_PATH_STYLE", "true");
        environment.setProperty("SQS_QUEUE_IDENTIFY", Names.IDENTIFY_QUEUE);
        environment.setProperty("SQS_QUEUE_RESULTS", Names.RESULTS_QUEUE);
        environment.setProperty("SQS_QUEUE_OUTBOX", Names.OUTBOX_QUEUE);
        environment.setProperty("BUCKET_NAME", Names.BUCKET);
        environment.setProperty("TABLE_NAME", Names.PREDICTIONS_TABLE);
        environment.setProperty("STATE_TABLE_NAME", Names.STATE_TABLE);
        environment.setProperty("TELEGRAM_SECRET", Names.TELEGRAM_SECRET);
        return environment;
    }

    /** Writes the file in one step: whoever sees it sees all of it. */
    static void write(Properties environment, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            environment.store(writer, "The environment of both services");
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
