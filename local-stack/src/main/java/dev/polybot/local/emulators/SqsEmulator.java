package dev.polybot.local.emulators;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;

import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** SQS: ElasticMQ with its queues and messages in an H2 database on disk. */
final class SqsEmulator {

    /** H2 keeps a commit in memory for half a second unless told otherwise: a killed process would lose it. */
    private static final String DURABLE = ";WRITE_DELAY=0";

    private SqsEmulator() {}

    static void start(BindAddress bind, int port, Path folder) {
        var unused =
                new ElasticMQServer(new ElasticMQServerConfig(config(bind, port, folder))).start();
    }

    private static Config config(BindAddress bind, int port, Path folder) {
        Map<String, Object> settings =
                Map.ofEntries(
                        Map.entry("rest-sqs.bind-hostname", bind.address()),
                        Map.entry("rest-sqs.bind-port", port),
                        Map.entry("node-address.host", bind.name()),
                        Map.entry("node-address.port", port),
                        Map.entry("aws.region", Names.REGION),
                        Map.entry("messages-storage.enabled", true),
                        Map.entry(
                                "messages-storage.uri",
                                "jdbc:h2:file:"
                                        + folder.toAbsolutePath().resolve("elasticmq")
                                        + DURABLE));
        return ConfigFactory.parseMap(settings)
                .withFallback(ConfigFactory.parseMap(Map.of("queues", queues())))
                .withFallback(ConfigFactory.load());
    }

    private static Map<String, Object> queues() {
        return Map.of(
                Names.IDENTIFY_QUEUE + Names.DEAD_LETTERS,
                plain(),
                Names.IDENTIFY_QUEUE,
                redriven(Names.IDENTIFY_QUEUE + Names.DEAD_LETTERS, Names.IDENTIFY_ATTEMPTS),
                Names.RESULTS_QUEUE + Names.DEAD_LETTERS,
                plain(),
                Names.RESULTS_QUEUE,
                redriven(Names.RESULTS_QUEUE + Names.DEAD_LETTERS, Names.RESULTS_ATTEMPTS),
                quoted(Names.OUTBOX_DEAD_LETTERS),
                inOrder(plain()),
                quoted(Names.OUTBOX_QUEUE),
                inOrder(redriven(Names.OUTBOX_DEAD_LETTERS, Names.OUTBOX_ATTEMPTS)));
    }

    /** A dot in a name is none of the configuration's. */
    private static String quoted(String queue) {
        return ConfigUtil.quoteString(queue);
    }

    private static Map<String, Object> inOrder(Map<String, Object> queue) {
        Map<String, Object> fifo = new HashMap<>(queue);
        fifo.put("fifo", true);
        fifo.put("contentBasedDeduplication", false);
        return fifo;
    }

    private static Map<String, Object> plain() {
        return Map.of("defaultVisibilityTimeout", Names.VISIBILITY_SECONDS + " seconds");
    }

    private static Map<String, Object> redriven(String deadLetters, int attempts) {
        return Map.of(
                "defaultVisibilityTimeout",
                Names.VISIBILITY_SECONDS + " seconds",
                "deadLettersQueue",
                Map.of("name", deadLetters, "maxReceiveCount", attempts));
    }
}
