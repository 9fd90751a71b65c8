package dev.polybot.endtoend;

import dev.polybot.endtoend.calls.AwsCall;
import dev.polybot.endtoend.calls.RecordedService;
import dev.polybot.endtoend.calls.Weather;
import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.StackListener;
import dev.polybot.local.stack.StackOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The whole system as processes on free ports, in a folder of its own that goes when it ends. */
public final class RunningSystem implements AutoCloseable {

    /** A redelivery waits for a visibility of 30 seconds; the machine may be busy with something else. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final AtomicLong NEXT_CHAT = new AtomicLong(710_000_000);

    /** What the services asked of AWS, for whoever judges their roles. */
    private static final Path CALLS = Path.of("target", "aws-calls");

    private final Path home;
    private final List<RecordedService> recorded;
    private final LocalStack stack;
    private final Aws aws;

    private RunningSystem(Path home, List<RecordedService> recorded, LocalStack stack) {
        this.home = home;
        this.recorded = recorded;
        this.stack = stack;
        this.aws = new Aws(stack.awsEnvironment());
    }

    /** Starts it with the model that the project ships. */
    public static RunningSystem start() throws IOException, InterruptedException {
        return start(null, UnaryOperator.identity());
    }

    /**
     * Starts it.
     *
     * @param model a model file; null for the one that the project ships
     */
    public static RunningSystem start(@Nullable Path model, UnaryOperator<StackOptions> options)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("polybot-end-to-end");
        RecordedService recordedDetector = new RecordedService("detector", emulatorsOf(home));
        RecordedService recordedBot = new RecordedService("bot", emulatorsOf(home));
        Map<String, String> detector = new HashMap<>(recordedDetector.environment());
        detector.put("DETECTOR_OFFLINE", "true");
        detector.put("DETECTOR_CACHE_DIR", home.resolve("models").toString());
        if (model != null) {
            detector.put("DETECTOR_MODEL", model.toAbsolutePath().toString());
        }
        StackOptions defaults =
                StackOptions.in(Installation.find(), home)
                        .withDetectorEnvironment(detector)
                        .withBotEnvironment(recordedBot.environment());
        return new RunningSystem(
                home,
                List.of(recordedDetector, recordedBot),
                LocalStack.start(options.apply(defaults), StackListener.SILENT));
    }

    /** The emulators say where they are when they have started, which is before the services call them. */
    private static Function<String, URI> emulatorsOf(Path home) {
        Path file = home.resolve("data/aws/environment.properties");
        Map<String, URI> known = new ConcurrentHashMap<>();
        return variable -> known.computeIfAbsent(variable, name -> read(file, name));
    }

    private static URI read(Path environment, String variable) {
        Properties variables = new Properties();
        try (Reader reader = Files.newBufferedReader(environment)) {
            variables.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return URI.create(variables.getProperty(variable));
    }

    public LocalStack stack() {
        return stack;
    }

    public Aws aws() {
        return aws;
    }

    /** From now on this is what becomes of the services' calls to AWS. */
    public void face(Weather weather) {
        recorded.forEach(service -> service.face(weather));
    }

    /** Every call to AWS of one of the services so far, by its name. */
    public Map<AwsCall, Long> callsOf(String service) {
        return recorded.get(service.equals("detector") ? 0 : 1).counts();
    }

    /** How often the bots have called SQS so far, by IAM's names of the calls. */
    Map<String, Long> botsSqsCalls() {
        Map<String, Long> counts = new HashMap<>();
        recorded.getLast()
                .counts()
                .forEach(
                        (call, count) -> {
                            if (call.action().startsWith("sqs:")) {
                                counts.merge(call.action(), count, Long::sum);
                            }
                        });
        return counts;
    }

    public URI telegram() {
        return Objects.requireNonNull(stack.page());
    }

    /** A person in a new chat. */
    public ChatClient newChat() {
        return chat(NEXT_CHAT.getAndIncrement());
    }

    public ChatClient chat(long id) {
        return new ChatClient(telegram(), id);
    }

    @Override
    public void close() throws IOException {
        aws.close();
        stack.close();
        for (RecordedService service : recorded) {
            service.writeTo(CALLS, home.getFileName().toString());
            service.close();
        }
        Files.walkFileTree(home, new RemoveEverything());
    }

    private static final class RemoveEverything extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
