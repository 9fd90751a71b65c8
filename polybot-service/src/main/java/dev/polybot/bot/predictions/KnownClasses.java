package dev.polybot.bot.predictions;

import dev.polybot.bot.captions.ClassVocabulary;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.prediction.PublishedModel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Holds the class names of the model that the detectors have published, and teaches them to the caption language. They are
 * asked for every few seconds, so that nobody waits for them.
 */
@Component
public class KnownClasses implements Supplier<List<String>>, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KnownClasses.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    /**
     * A detector that starts beside the bot says only after a while what it finds, and until then the table may tell of the
     * model before it: in the first two minutes the bot looks often.
     */
    private static final Duration FIRST_PERIOD = Duration.ofMillis(500);

    private static final int FIRST_TIMES = 240;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private volatile PublishedModel model = PublishedModel.UNKNOWN;
    private @Nullable Thread thread;

    @Autowired
    KnownClasses(DynamoDbClient dynamoDb, BotSettings settings) {
        this(dynamoDb, settings.storage().table());
    }

    KnownClasses(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** What the last detector has published. */
    PublishedModel model() {
        return model;
    }

    /** In the order of the model's output. */
    @Override
    public List<String> get() {
        return model.classes();
    }

    /** Asks once; what is known stays known when there is no answer. */
    void refresh() {
        try {
            var found = dynamoDb.getItem(get -> get.tableName(table).key(PublishedModel.KEY));
            PublishedModel published = PublishedModel.read(found.item());
            if (!published.equals(model)) {
                model = published;
                ClassVocabulary.learn(published.classes());
                LOG.info(
                        "The model {} knows {} classes",
                        published.name(),
                        published.classes().size());
            }
        } catch (SdkException e) {
            LOG.debug("The model's classes cannot be read");
        }
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("classes").start(this::keepAsking);
    }

    private void keepAsking() {
        try {
            for (int times = 1; ; times++) {
                refresh();
                Thread.sleep(times < FIRST_TIMES ? FIRST_PERIOD : PERIOD);
            }
        } catch (InterruptedException e) {
            // The process ends.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
