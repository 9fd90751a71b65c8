package dev.polybot.endtoend;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;

import dev.polybot.local.chat.ChatClient;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The whole system in containers, started from the images that {@code docker/build} makes, confined as on the machines. The
 * system properties {@code images.prefix} and {@code images.tag} choose others.
 */
final class ContainerSystem implements AutoCloseable {

    /** What the stand-in and AWS's secret both know. */
    static final String TELEGRAM_TOKEN = "123456789:known-to-containers-only";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int PORT = 8080;
    private static final AtomicLong NEXT_CHAT = new AtomicLong(720_000_000);

    private final AwsContainer aws;
    private final GenericContainer<?> telegram;
    private final GenericContainer<?> bot;
    private final GenericContainer<?> detector;

    /**
     * Describes it.
     *
     * @param aws in the same network
     */
    ContainerSystem(Network network, AwsContainer aws) {
        this.aws = aws;
        this.telegram =
                confined("local-stack", network, "telegram", 512)
                        .withEnv("TELEGRAM_TOKEN", TELEGRAM_TOKEN)
                        .withTmpFs(Map.of("/tmp", "", "/data", "uid=10001"))
                        .withCommand(
                                "dev.polybot.local.telegram.FakeTelegramMain",
                                "--port=" + PORT,
                                "--name=telegram",
                                "--data=/data",
                                "--samples=/opt/local-stack/samples")
                        .waitingFor(Wait.forHttp("/").withStartupTimeout(START_LIMIT));
        this.detector = service("detector", network, 3200).withEnv("DETECTOR_OFFLINE", "true");
        this.bot =
                service("bot", network, 700)
                        .withEnv("TELEGRAM_SECRET", "polybot/telegram")
                        .withEnv("TELEGRAM_API_URL", "http://telegram:" + PORT)
                        .withEnv("TELEGRAM_APP_URL", "http://bot:" + PORT);
    }

    void start() {
        aws.container().start();
        telegram.start();
        detector.start();
        bot.start();
    }

    /** A person in a new chat. */
    ChatClient newChat() {
        URI page = URI.create("http://localhost:" + telegram.getMappedPort(PORT));
        return new ChatClient(page, NEXT_CHAT.getAndIncrement());
    }

    List<GenericContainer<?>> services() {
        return List.of(bot, detector);
    }

    /** One of the project's images, confined as Terraform's unit confines it. */
    static GenericContainer<?> confined(
            String image, Network network, String alias, long megabytes) {
        String prefix = System.getProperty("images.prefix", "polybot-");
        String tag = System.getProperty("images.tag", "latest");
        return new GenericContainer<>(DockerImageName.parse(prefix + image + ':' + tag))
                .withNetwork(network)
                .withNetworkAliases(alias)
                .withExposedPorts(PORT)
                .withCreateContainerCmdModifier(
                        command -> {
                            HostConfig host = Objects.requireNonNull(command.getHostConfig());
                            host.withReadonlyRootfs(true)
                                    .withCapDrop(Capability.ALL)
                                    .withSecurityOpts(List.of("no-new-privileges"))
                                    .withMemory(megabytes * 1024 * 1024);
                        });
    }

    private GenericContainer<?> service(String name, Network network, long megabytes) {
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.put("AWS_DEFAULT_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("S3_PATH_STYLE", "true");
        environment.put("SQS_QUEUE_IDENTIFY", "polybot-identify");
        environment.put("SQS_QUEUE_RESULTS", "polybot-results");
        environment.put("SQS_QUEUE_OUTBOX", "polybot-outbox.fifo");
        environment.put("BUCKET_NAME", "polybot-images");
        environment.put("TABLE_NAME", "polybot-predictions");
        return confined(name, network, name, megabytes)
                .withEnv(environment)
                .withTmpFs(Map.of("/tmp", "size=" + megabytes / 4 + "m"))
                .waitingFor(Wait.forHttp("/readyz").withStartupTimeout(START_LIMIT));
    }

    @Override
    public void close() {
        bot.stop();
        detector.stop();
        telegram.stop();
        aws.container().stop();
    }
}
