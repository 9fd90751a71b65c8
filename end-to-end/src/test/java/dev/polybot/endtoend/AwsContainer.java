package dev.polybot.endtoend;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

import java.time.Duration;
import java.util.Map;

/**
 * AWS in a container, with everything in it that Terraform makes.
 *
 * @param environment where the services find it
 */
record AwsContainer(GenericContainer<?> container, Map<String, String> environment) {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int EVERYTHING = 4566;
    private static final int SECRETS = 4569;
    private static final int EXECUTABLE = 0755;

    /** Polybot's own emulators. */
    static AwsContainer emulators(Network network) {
        GenericContainer<?> container =
                ContainerSystem.confined("local-stack", network, "aws", 768)
                        .withExposedPorts(SECRETS)
                        .withEnv("TELEGRAM_TOKEN", ContainerSystem.TELEGRAM_TOKEN)
                        .withTmpFs(Map.of("/tmp", "exec", "/data", "uid=10001"))
                        .withCommand("dev.polybot.local.emulators.EmulatorsMain", "/data", "aws")
                        .waitingFor(
                                Wait.forHttp("/readyz")
                                        .forPort(SECRETS)
                                        .withStartupTimeout(START_LIMIT));
        return new AwsContainer(container, endpoints(4566, 4567, 4568, SECRETS));
    }

    /** LocalStack, of the image that the system property {@code localstack.image} names. */
    static AwsContainer localStack(Network network) {
        DockerImageName image =
                DockerImageName.parse(
                                System.getProperty(
                                        "localstack.image", "localstack/localstack:4.14.0"))
                        .asCompatibleSubstituteFor("localstack/localstack");
        LocalStackContainer container =
                new LocalStackContainer(image)
                        .withNetwork(network)
                        .withNetworkAliases("aws")
                        .withEnv("SERVICES", "sqs,s3,dynamodb,secretsmanager")
                        .withEnv("AWS_DEFAULT_REGION", "eu-central-1")
                        .withEnv("TELEGRAM_TOKEN", ContainerSystem.TELEGRAM_TOKEN)
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(
                                        Samples.ROOT.resolve("docker/localstack/resources.sh"),
                                        EXECUTABLE),
                                "/etc/localstack/init/ready.d/resources.sh")
                        .waitingFor(
                                Wait.forHttp("/_localstack/init/ready")
                                        .forPort(EVERYTHING)
                                        .forResponsePredicate(
                                                answer ->
                                                        answer.replace(" ", "")
                                                                .contains("\"completed\":true"))
                                        .withStartupTimeout(START_LIMIT));
        return new AwsContainer(
                container, endpoints(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING));
    }

    private static Map<String, String> endpoints(int sqs, int s3, int dynamoDb, int secrets) {
        return Map.of(
                "AWS_ENDPOINT_URL_SQS", "http://aws:" + sqs,
                "AWS_ENDPOINT_URL_S3", "http://aws:" + s3,
                "AWS_ENDPOINT_URL_DYNAMODB", "http://aws:" + dynamoDb,
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://aws:" + secrets);
    }
}
