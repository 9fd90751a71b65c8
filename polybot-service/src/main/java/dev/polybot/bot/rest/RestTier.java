package dev.polybot.bot.rest;

import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.predictions.JobQueue;
import dev.polybot.bot.secrets.SecretSource;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The REST tier, from the start of the service to its end. Without a port or without keys there is none. */
@Component
public class RestTier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RestTier.class);

    private final RestSettings settings;
    private final StorageSettings storage;
    private final SecretSource secrets;
    private final DynamoDbClient dynamoDb;
    private final PictureStore pictures;
    private final JobQueue jobs;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Supplier<RandomGenerator> random;
    private volatile @Nullable WebServer server;
    private volatile @Nullable PredictionWatch watch;
    private volatile @Nullable RateSharing sharing;

    RestTier(
            RestSettings settings,
            BotSettings bot,
            SecretSource secrets,
            DynamoDbClient dynamoDb,
            PictureStore pictures,
            JobQueue jobs,
            MeterRegistry meters,
            Clock clock,
            Supplier<RandomGenerator> random) {
        this.settings = settings;
        this.storage = bot.storage();
        this.secrets = secrets;
        this.dynamoDb = dynamoDb;
        this.pictures = pictures;
        this.jobs = jobs;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void start() {
        if (settings.port() == null) {
            return;
        }
        ApiKeys keys = ApiKeysReader.read(settings, secrets);
        if (keys.isEmpty() && !settings.open()) {
            log.warn("The REST tier is off: there is no key. Set REST_API_KEYS_SECRET");
            return;
        }
        WebServer started = server(keys);
        started.start();
        server = started;
        log.info(
                "The REST tier is on port {}, {}",
                started.getPort(),
                settings.open() ? "open to this machine" : "for those with a key");
    }

    /** The port that it has; null while there is no tier. */
    public @Nullable Integer port() {
        WebServer running = server;
        return running == null ? null : running.getPort();
    }

    @Override
    public boolean isRunning() {
        return server != null;
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
        WebServer running = server;
        server = null;
        PredictionWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
        RateSharing sharingRates = sharing;
        if (sharingRates != null) {
            sharingRates.close();
        }
        if (running == null) {
            callback.run();
            return;
        }
        running.shutDownGracefully(
                _ -> {
                    running.stop();
                    running.destroy();
                    callback.run();
                });
    }

    private WebServer server(ApiKeys keys) {
        PictureArchive archive = PictureArchive.in(dynamoDb, storage, pictures, jobs, clock);
        PredictionWatch watching =
                new PredictionWatch(archive.predictions()::findAll, PollBackoff.DEFAULT, random);
        watch = watching;
        WaitLimiter waiting = new WaitLimiter(watching, settings.limits().waiting());
        RateLimiter rates = new RateLimiter(settings.limits().requestsPerMinute(), clock);
        sharing =
                RateSharing.start(rates, new DynamoDbSharedCounts(dynamoDb, storage.stateTable()));
        try {
            return new RestServer(settings)
                    .of(
                            new RestServlet(
                                    settings, archive, waiting, pictures, storage.keys(), clock),
                            new AccessFilter(keys, settings.open(), rates, meters));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("REST_ADDRESS is no address of this machine.", e);
        }
    }
}
