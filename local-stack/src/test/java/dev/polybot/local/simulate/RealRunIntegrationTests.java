package dev.polybot.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.polybot.local.testing.EmulatorProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The simulation beside what it stands for: processes that boot and work at a real queue, and a policy that looks at that queue,
 * everything ten times as fast. It takes minutes and wants a machine that does nothing else, so somebody has to ask for it:
 * {@code -Dpolybot.real=true}.
 */
@EnabledIfSystemProperty(named = "polybot.real", matches = "true")
class RealRunIntegrationTests {

    private static final double FASTER = 10;
    private static final int PICTURES = 300;
    private static final int BATCH = 10;

    private static final Machines MACHINES = new Machines(2, false, 1, 243, 0, 36, 1, 6, 0.0466);

    private final EmulatorProcess aws = EmulatorProcess.start();
    private final Map<Integer, Long> ends = new ConcurrentHashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private SqsClient sqs;
    private String queue;

    /** A process, and when it takes messages. */
    private record Worker(Process process, Instant booted) {}

    @BeforeEach
    void connect() {
        sqs =
                SqsClient.builder()
                        .endpointOverride(URI.create(aws.environment("AWS_ENDPOINT_URL_SQS")))
                        .region(Region.of(aws.environment("AWS_DEFAULT_REGION")))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .build();
        queue = sqs.createQueue(create -> create.queueName("real-run")).queueUrl();
    }

    @AfterEach
    void stop() throws Exception {
        for (Worker worker : workers) {
            worker.process().getOutputStream().close();
            worker.process().waitFor();
        }
        sqs.close();
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"always 3", "steps", "backlog 30", "KEDA"})
    void processesTakeAsLongAsTheSimulationSays(String name) throws Exception {
        Outcome simulated =
                Simulation.run(
                        Arrivals.atOnce(PICTURES), policy(name), MACHINES, new SplittableRandom(1));

        double[] real = run(policy(name));

        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.0f s simulated, %.0f s real; p95 %.0f and %.0f; machines %d and %d%n",
                name,
                simulated.response(0.5),
                share(real, 0.5),
                simulated.response(0.95),
                share(real, 0.95),
                simulated.mostMachines(),
                workers.size());
        assertThat(share(real, 0.5)).isCloseTo(simulated.response(0.5), withinPercentage(15));
        assertThat(share(real, 0.95)).isCloseTo(simulated.response(0.95), withinPercentage(15));
    }

    private static Policy policy(String name) {
        return switch (name) {
            case "always 3" -> Policy.fixed(3);
            case "steps" -> new StepScaling(Map.of(1, 1, 20, 3, 100, 6, 400, 18));
            case "backlog 30" -> TargetTracking.backlog(30);
            default -> Policy.keda();
        };
    }

    /** The seconds that each answer took, sorted, as if nothing had been faster. */
    private double[] run(Policy policy) throws Exception {
        int first =
                Math.clamp(
                        policy.wanted(new Policy.Seen(0, 0, 0, 0, 0)),
                        MACHINES.least(),
                        MACHINES.most());
        launch(first, 0);
        // The first are there before the first picture.
        Thread.sleep(Duration.ofSeconds(3));
        long begin = System.currentTimeMillis();
        ask();
        long period = Math.round(policy.period().toMillis() / FASTER);
        for (int looks = 1; ends.size() < PICTURES; looks++) {
            Thread.sleep(Math.max(0, begin + looks * period - System.currentTimeMillis()));
            int wanted = Math.clamp(policy.wanted(seen()), MACHINES.least(), MACHINES.most());
            launch(wanted - workers.size(), MACHINES.bootSeconds());
        }
        return ends.values().stream()
                .mapToDouble(end -> (end - begin) / 1000.0 * FASTER)
                .sorted()
                .toArray();
    }

    private void ask() {
        for (int i = 0; i < PICTURES; i += BATCH) {
            List<SendMessageBatchRequestEntry> batch =
                    IntStream.range(i, i + BATCH)
                            .mapToObj(Integer::toString)
                            .map(
                                    number ->
                                            SendMessageBatchRequestEntry.builder()
                                                    .id(number)
                                                    .messageBody(number)
                                                    .build())
                            .toList();
            sqs.sendMessageBatch(send -> send.queueUrl(queue).entries(batch));
        }
    }

    private Policy.Seen seen() {
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(
                                get -> get.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        Instant now = Instant.now();
        int ready = (int) workers.stream().filter(one -> one.booted().isBefore(now)).count();
        return new Policy.Seen(
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                ready,
                workers.size(),
                0);
    }

    private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.get(name));
    }

    private void launch(int more, double bootSeconds) throws IOException {
        for (int i = 0; i < more; i++) {
            Instant booted = Instant.now().plusMillis(Math.round(bootSeconds * 1000 / FASTER));
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx32m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    Path.of("target/test-classes").toAbsolutePath().toString(),
                                    QueueWorker.class.getName(),
                                    aws.environment("AWS_ENDPOINT_URL_SQS"),
                                    queue,
                                    Long.toString(
                                            Math.round(MACHINES.serviceSeconds() * 1000 / FASTER)),
                                    Long.toString(booted.toEpochMilli()))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            workers.add(new Worker(process, booted));
            Thread.ofVirtual().start(() -> read(process));
        }
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                ends.put(Integer.parseInt(words[0]), Long.parseLong(words[1]));
            }
        } catch (IOException ended) {
            // With its process.
        }
    }

    private static double share(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
