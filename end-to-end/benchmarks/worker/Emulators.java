import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** AWS as a build emulates it, in a process and a folder of its own. */
final class Emulators implements AutoCloseable {

    private static final int BATCH = 10;

    private final Process process;
    private final Map<String, String> environment = new HashMap<>();
    private final S3Client s3;
    private final SqsClient sqs;
    private final DynamoDbClient dynamo;
    private final String queue;

    Emulators(Path checkout, Path data) throws Exception {
        ProcessBuilder java =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Xms80m",
                                "-Xmn24m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                checkout.resolve("local-stack/target/polybot.jar")
                                        + ":"
                                        + checkout.resolve("local-stack/target/lib")
                                        + "/*",
                                "dev.polybot.local.emulators.EmulatorsMain",
                                data.toString()));
        java.environment().put("TELEGRAM_TOKEN", "1:benchmark");
        java.environment().put("DDB_LOCAL_TELEMETRY", "0");
        java.redirectErrorStream(true);
        java.redirectOutput(data.resolve("emulators.log").toFile());
        process = java.start();
        Path ready = data.resolve("environment.properties");
        while (!Files.exists(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The emulators ended: " + Files.readString(data.resolve("emulators.log")));
            }
            Thread.sleep(50);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(ready)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(name -> environment.put(name, properties.getProperty(name)));
        Region region = Region.of(environment.get("AWS_DEFAULT_REGION"));
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        s3 = S3Client.builder().endpointOverride(at("S3")).region(region).credentialsProvider(credentials).forcePathStyle(true).build();
        sqs = SqsClient.builder().endpointOverride(at("SQS")).region(region).credentialsProvider(credentials).build();
        dynamo = DynamoDbClient.builder().endpointOverride(at("DYNAMODB")).region(region).credentialsProvider(credentials).build();
        queue = sqs.getQueueUrl(get -> get.queueName(environment.get("SQS_QUEUE_IDENTIFY"))).queueUrl();
    }

    private URI at(String service) {
        return URI.create(environment.get("AWS_ENDPOINT_URL_" + service));
    }

    Map<String, String> environment() {
        return environment;
    }

    long pid() {
        return process.pid();
    }

    void putOriginal(String name, Path photo) {
        s3.putObject(put -> put.bucket(environment.get("BUCKET_NAME")).key("images/" + name), RequestBody.fromFile(photo));
    }

    void send(List<String> names, String prefix) {
        for (int start = 0; start < names.size(); start += BATCH) {
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (int i = start; i < Math.min(names.size(), start + BATCH); i++) {
                String body =
                        "{\"chatId\":\"bench\",\"imgName\":\"%s\",\"predictionId\":\"%s-%d\"}"
                                .formatted(names.get(i), prefix, i);
                entries.add(SendMessageBatchRequestEntry.builder().id("m" + i).messageBody(body).build());
            }
            sqs.sendMessageBatch(send -> send.queueUrl(queue).entries(entries));
        }
    }

    /** No job is visible or under way. */
    void awaitEmptyQueue() throws InterruptedException {
        while (jobs() > 0) {
            Thread.sleep(50);
        }
    }

    private int jobs() {
        return sqs
                .getQueueAttributes(
                        get ->
                                get.queueUrl(queue)
                                        .attributeNames(
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    int succeeded(String prefix) {
        return (int) items(prefix).stream().filter(item -> item.get("status").s().equals("SUCCEEDED")).count();
    }

    Map<String, long[]> stages(String prefix) {
        Map<String, List<Long>> times = new HashMap<>();
        for (Map<String, AttributeValue> item : items(prefix)) {
            item.get("timings").m().forEach((stage, time) -> times.computeIfAbsent(stage, _ -> new ArrayList<>()).add(Long.valueOf(time.n())));
        }
        Map<String, long[]> arrays = new HashMap<>();
        times.forEach((stage, list) -> arrays.put(stage, list.stream().mapToLong(Long::longValue).toArray()));
        return arrays;
    }

    private List<Map<String, AttributeValue>> items(String prefix) {
        return dynamo.scanPaginator(scan -> scan.tableName(environment.get("TABLE_NAME"))).items().stream()
                .filter(item -> item.get("predictionId").s().startsWith(prefix + '-'))
                .toList();
    }

    @Override
    public void close() throws Exception {
        s3.close();
        sqs.close();
        dynamo.close();
        process.destroyForcibly().waitFor();
    }
}
