package dev.polybot.bot.rest;

import dev.polybot.bot.predictions.JobQueue;
import dev.polybot.bot.predictions.KnownClasses;
import dev.polybot.bot.predictions.PredictionEndedWithoutReply;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.SecretSource;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.waiting.QueueDepth;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Starts and stops the REST tier: a Spring context of its own with a web server of its own. Without a port or without keys
 * there is none.
 */
@Component
public class RestTier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RestTier.class);

    private final RestSettings settings;
    private final SecretSource secrets;
    private final RestConfiguration.Dependencies dependencies;
    private volatile @Nullable AnnotationConfigServletWebServerApplicationContext context;

    RestTier(
            RestSettings settings,
            BotSettings bot,
            SecretSource secrets,
            DynamoDbClient dynamoDb,
            PredictionStore predictions,
            PictureStore pictures,
            JobQueue jobs,
            KnownClasses classes,
            QueueDepth depth,
            MeterRegistry meters,
            Clock clock,
            Supplier<RandomGenerator> random) {
        this.settings = settings;
        this.secrets = secrets;
        StorageSettings storage = bot.storage();
        this.dependencies =
                new RestConfiguration.Dependencies(
                        settings,
                        new DynamoDbSubmissions(dynamoDb, storage, clock),
                        predictions,
                        pictures,
                        storage.keys(),
                        jobs,
                        new PictureFetcher(settings.pictureHosts()),
                        classes,
                        depth,
                        new DynamoDbSharedCounts(dynamoDb, storage.stateTable()),
                        PollBackoff.DEFAULT,
                        meters,
                        clock,
                        random);
    }

    @Override
    public void start() {
        if (settings.port() == null) {
            return;
        }
        ApiKeys keys = ApiKeys.read(settings, secrets);
        if (keys.count() == 0 && !settings.open()) {
            log.warn("The REST tier is off: there is no key. Set REST_API_KEYS_SECRET");
            return;
        }
        AnnotationConfigServletWebServerApplicationContext starting =
                RestConfiguration.context(keys, dependencies);
        starting.refresh();
        context = starting;
        log.info(
                "The REST tier is on port {}, {}",
                port(),
                settings.open() ? "open to this machine" : "for those with a key");
    }

    /** The port that it has; null while there is no tier. */
    public @Nullable Integer port() {
        var running = context;
        var server = running == null ? null : running.getWebServer();
        return server == null ? null : server.getPort();
    }

    /** Tells who waits here for a prediction; who waits at another instance finds it by polling. */
    @EventListener
    void ended(PredictionEndedWithoutReply event) {
        var running = context;
        if (running != null) {
            running.getBean(PredictionWatch.class).ended(event.prediction());
        }
    }

    @Override
    public boolean isRunning() {
        return context != null;
    }

    /** As late as the webhook's server goes: after the queues have been left. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Whoever waits is told what is known; requests in progress are finished. */
    @Override
    public void stop(Runnable callback) {
        var running = context;
        context = null;
        if (running == null) {
            callback.run();
            return;
        }
        running.getBean(PredictionWatch.class).close();
        Thread.ofVirtual()
                .name("rest-stop")
                .start(
                        () -> {
                            running.close();
                            callback.run();
                        });
    }
}
