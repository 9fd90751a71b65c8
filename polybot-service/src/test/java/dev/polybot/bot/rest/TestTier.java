package dev.polybot.bot.rest;

import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Dimensions;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;
import dev.polybot.model.storage.ObjectKeys;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.util.unit.DataSize;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The real web server of the tier over stores in memory, in which a detector works as a test says. */
public final class TestTier implements AutoCloseable {

    static final String KEY = "a-key-of-a-test-0001";
    static final String OTHER_KEY = "a-key-of-a-test-0002";
    static final String KEYS = "{\"one\":\"" + KEY + "\",\"two\":\"" + OTHER_KEY + "\"}";

    final List<IdentifyJob> jobs = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final Map<String, Prediction> ended = new ConcurrentHashMap<>();
    final Map<String, Submission> submissions = new ConcurrentHashMap<>();
    volatile Consumer<IdentifyJob> detector = _ -> {};
    volatile List<String> classes = CocoClasses.NAMES;
    volatile OptionalInt depth = OptionalInt.empty();
    volatile boolean down;

    private final AnnotationConfigServletWebServerApplicationContext context;

    TestTier(RestSettings settings) {
        this(settings, Clock.systemUTC());
    }

    TestTier(RestSettings settings, Clock clock) {
        this(settings, clock, new PictureFetcher(settings.pictureHosts()));
    }

    TestTier(RestSettings settings, Clock clock, PictureFetcher fetcher) {
        context =
                RestConfiguration.context(
                        ApiKeys.parse(settings.apiKeys()),
                        new RestConfiguration.Dependencies(
                                settings,
                                new Store(),
                                new Table(clock),
                                new Pictures(),
                                new ObjectKeys("images", "predicted"),
                                this::take,
                                fetcher,
                                () -> classes,
                                () -> depth,
                                (_, _, requests) -> requests,
                                new PollBackoff(Duration.ofMillis(5), Duration.ofMillis(20)),
                                new SimpleMeterRegistry(),
                                clock,
                                SplittableRandom::new));
        context.refresh();
    }

    /** A tier that needs no key. */
    static TestTier open() {
        return new TestTier(settings(true, "", limits()));
    }

    /** A tier that needs one of two keys. */
    static TestTier keyed() {
        return new TestTier(settings(false, KEYS, limits()));
    }

    static RestSettings settings(boolean open, String keys, RestLimits limits) {
        return new RestSettings(
                0,
                "127.0.0.1",
                "",
                keys,
                open,
                RestSettings.CompatResult.TOP,
                "",
                List.of(),
                limits);
    }

    static RestLimits limits() {
        return new RestLimits(
                DataSize.ofMegabytes(2),
                3,
                DataSize.ofMegabytes(4),
                50,
                DataSize.ofMegabytes(100),
                50,
                100_000,
                Duration.ofMinutes(1),
                Duration.ofSeconds(20));
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Ends a job as a detector does that found these. */
    void succeed(IdentifyJob job, Label... labels) {
        String annotated = "predicted/" + job.chatId() + "/" + job.predictionId() + ".jpg";
        objects.put(annotated, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1});
        end(
                new Prediction(
                        String.valueOf(job.predictionId()),
                        job.chatId(),
                        "images/" + job.imgName(),
                        annotated,
                        List.of(labels),
                        Instant.now(),
                        PredictionStatus.SUCCEEDED,
                        null,
                        new ModelInfo("a-model", "1", null),
                        Map.of("total", 12L),
                        null,
                        job.name(),
                        job.submittedAt(),
                        new Dimensions(200, 100)));
    }

    /** Ends a job as a detector does that could not look at the picture. */
    void fail(IdentifyJob job, FailureCode code, String sentence) {
        end(
                Prediction.failed(
                                String.valueOf(job.predictionId()),
                                job.chatId(),
                                "images/" + job.imgName(),
                                new Failure(code, sentence),
                                Instant.now(),
                                Map.of(),
                                null)
                        .askedFor(job.name(), job.submittedAt()));
    }

    void end(Prediction prediction) {
        ended.put(prediction.predictionId(), prediction);
    }

    /** Has everybody who waits go, as the end of the process does. */
    void letGo() {
        context.getBean(PredictionWatch.class).close();
    }

    @Override
    public void close() {
        letGo();
        context.close();
    }

    private void take(IdentifyJob job) {
        check();
        jobs.add(job);
        detector.accept(job);
    }

    private void check() {
        if (down) {
            throw DynamoDbException.builder().message("a bucket's name").statusCode(500).build();
        }
    }

    private final class Store implements Submissions {

        @Override
        public @Nullable Submission putIfAbsent(Submission submission) {
            check();
            return submissions.putIfAbsent(submission.id(), submission);
        }

        @Override
        public void delete(String id) {
            check();
            submissions.computeIfPresent(id, (_, known) -> known.as(Submission.State.DELETED));
        }

        @Override
        public void queued(String id) {
            submissions.computeIfPresent(id, (_, known) -> known.as(Submission.State.QUEUED));
        }

        @Override
        public @Nullable Submission find(String id) {
            check();
            Submission known = submissions.get(id);
            return known == null || known.state() == Submission.State.DELETED ? null : known;
        }
    }

    private final class Table extends PredictionStore {

        Table(Clock clock) {
            super(new NoClient(), OfflineSettings.withFilters(1, 1), clock);
        }

        @Override
        public @Nullable Prediction find(String id) {
            check();
            return ended.get(id);
        }

        @Override
        public Map<String, Prediction> findAll(Collection<String> ids) {
            check();
            return ids.stream()
                    .filter(ended::containsKey)
                    .collect(Collectors.toMap(id -> id, ended::get));
        }

        @Override
        public void delete(String id) {
            check();
            ended.remove(id);
        }

        @Override
        public Page ofChat(String chatId, @Nullable Place after, boolean oldestFirst, int limit) {
            check();
            List<Prediction> all =
                    ended.values().stream()
                            .filter(prediction -> prediction.chatId().equals(chatId))
                            .sorted(Comparator.comparing(Prediction::predictionId))
                            .filter(
                                    prediction ->
                                            after == null
                                                    || prediction
                                                                    .predictionId()
                                                                    .compareTo(after.predictionId())
                                                            > 0)
                            .limit(limit + 1L)
                            .toList();
            boolean more = all.size() > limit;
            List<Prediction> page = more ? all.subList(0, limit) : all;
            return new Page(
                    page,
                    more
                            ? new Place(
                                    page.getLast().time().getEpochSecond(),
                                    page.getLast().predictionId())
                            : null);
        }
    }

    private static final class NoClient implements DynamoDbClient {

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private final class Pictures implements PictureStore {

        @Override
        public boolean hasOriginal(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putOriginal(String imgName, String extension, Path picture) {
            check();
            try {
                objects.put("images/" + imgName, Files.readAllBytes(picture));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean fetchOriginal(String key, Path to) {
            check();
            byte[] object = objects.get(key);
            try {
                if (object != null) {
                    Files.write(to, object);
                }
                return object != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void deleteOriginal(String key) {
            check();
            objects.remove(key);
        }

        @Override
        public void deleteResult(String key) {
            deleteOriginal(key);
        }

        @Override
        public boolean fetchAnnotated(String key, Path to) {
            return fetchOriginal(key, to);
        }
    }
}
