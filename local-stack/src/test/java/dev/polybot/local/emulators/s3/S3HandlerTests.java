package dev.polybot.local.emulators.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class S3HandlerTests {

    private static final String BUCKET = "pictures";
    private static final AwsBasicCredentials ANYBODY = AwsBasicCredentials.create("local", "local");

    @TempDir private Path folder;
    private Server server;
    private S3Client s3;

    @BeforeEach
    void start() throws Exception {
        start(Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        s3.close();
        server.stop();
    }

    @Test
    void anObjectComesBackAsItWasPut() {
        byte[] content = bytes(300_000);
        s3.putObject(
                r ->
                        r.bucket(BUCKET)
                                .key("images/7/ä b+c%.jpg")
                                .contentType("image/jpeg")
                                .metadata(Map.of("chat", "7")),
                RequestBody.fromBytes(content));

        ResponseBytes<GetObjectResponse> object = get("images/7/ä b+c%.jpg");

        assertThat(object.asByteArray()).isEqualTo(content);
        assertThat(object.response().contentType()).isEqualTo("image/jpeg");
        assertThat(object.response().metadata()).containsEntry("chat", "7");
        assertThat(object.response().contentLength()).isEqualTo(300_000);
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key("images/7/ä b+c%.jpg")).eTag())
                .isEqualTo(object.response().eTag());
    }

    @Test
    void everythingIsThereForTheNextProcess() throws Exception {
        put("a", "first");
        put("a", "second");
        put("a/b", "below");
        stop();
        start(Clock.systemUTC());

        assertThat(get("a").asUtf8String()).isEqualTo("second");
        assertThat(get("a/b").asUtf8String()).isEqualTo("below");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> get("nothing")).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.headObject(r -> r.bucket(BUCKET).key("nothing")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("nowhere").key("a")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void aDeletedObjectIsGoneAndMayBeDeletedAgain() {
        put("a", "x");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));

        assertThatThrownBy(() -> get("a")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void ofManyWhoPutAnObjectThatMustNotBeThereOneSucceeds() {
        long successes =
                IntStream.range(0, 16)
                        .parallel()
                        .filter(
                                i -> {
                                    try {
                                        s3.putObject(
                                                r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"),
                                                RequestBody.fromString("by " + i));
                                        return true;
                                    } catch (S3Exception e) {
                                        assertThat(e.statusCode()).isEqualTo(412);
                                        return false;
                                    }
                                })
                        .count();

        assertThat(successes).isEqualTo(1);
    }

    @Test
    void anObjectIsReplacedOnlyIfItIsTheOneThatWasSeen() {
        put("a", "first");
        String seen = get("a").response().eTag();
        put("a", "second");

        assertThatThrownBy(
                        () ->
                                s3.putObject(
                                        r -> r.bucket(BUCKET).key("a").ifMatch(seen),
                                        RequestBody.fromString("third")))
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(412));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "SHA1", "SHA256"})
    void theSdksChecksumsAreKeptAndGivenBack(ChecksumAlgorithm algorithm) {
        s3.putObject(
                r -> r.bucket(BUCKET).key("a").checksumAlgorithm(algorithm),
                RequestBody.fromString("content"));

        GetObjectResponse object =
                s3.getObjectAsBytes(
                                r -> r.bucket(BUCKET).key("a").checksumMode(ChecksumMode.ENABLED))
                        .response();

        assertThat(
                        Stream.of(
                                object.checksumCRC32(),
                                object.checksumSHA1(),
                                object.checksumSHA256()))
                .filteredOn(checksum -> checksum != null)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-checksum-crc32:AAAAAA==",
                "x-amz-checksum-crc32c:AAAAAA==",
                "x-amz-checksum-crc64nvme:AAAAAAAAAAA=",
                "x-amz-checksum-sha256:AAAA",
                "Content-MD5:AAAA"
            })
    void whatDoesNotFitItsChecksumIsRefusedAndNotKept(String header) throws Exception {
        String[] parts = header.split(":", 2);

        HttpResponse<String> refused =
                send(
                        request("/" + BUCKET + "/a")
                                .header(parts[0], parts[1])
                                .PUT(BodyPublishers.ofString("123456789")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<Code>BadDigest</Code>");
        assertThatThrownBy(() -> get("a")).isInstanceOf(NoSuchKeyException.class);
    }

    /** The check values of the catalogues of CRCs, for the nine digits. */
    @Test
    void checksumsAreThoseOfTheirStandards() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(Checksum.CRC32.of(digits)).asHexString().isEqualTo("CBF43926");
        assertThat(Checksum.CRC32C.of(digits)).asHexString().isEqualTo("E3069283");
        assertThat(Checksum.CRC64NVME.of(digits)).asHexString().isEqualTo("AE8B14860A799888");
    }

    @Test
    void aBodyThatIsCutOffIsNotKept() throws Exception {
        HttpResponse<String> refused =
                send(
                        request("/" + BUCKET + "/a")
                                .header(
                                        "x-amz-content-sha256",
                                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                                .header("x-amz-decoded-content-length", "10")
                                .PUT(BodyPublishers.ofString("a\r\n12345")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<Code>IncompleteBody</Code>");
        assertThatThrownBy(() -> get("a")).isInstanceOf(NoSuchKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=2-4 -> 206 234 bytes 2-4/10",
                "bytes=7- -> 206 789 bytes 7-9/10",
                "bytes=-2 -> 206 89 bytes 8-9/10",
                "bytes=8-99 -> 206 89 bytes 8-9/10",
                "lines=1-2 -> 200 0123456789 ",
            })
    void aPartOfAnObjectCanBeRead(String example) throws Exception {
        put("a", "0123456789");
        String[] parts = example.split(" -> ", 2);

        HttpResponse<String> part =
                send(request("/" + BUCKET + "/a").header("Range", parts[0]).GET());

        String told =
                part.statusCode()
                        + " "
                        + part.body()
                        + " "
                        + part.headers().firstValue("Content-Range").orElse("");
        assertThat(told).isEqualTo(parts[1]);
    }

    @Test
    void aPartBehindTheEndIsRefused() {
        put("a", "0123456789");

        assertThatThrownBy(
                        () ->
                                s3.getObjectAsBytes(
                                        r -> r.bucket(BUCKET).key("a").range("bytes=10-")))
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(416));
    }

    @Test
    void aPresignedAddressWorksUntilItsTimeIsOver() throws Exception {
        put("a", "content");
        URI address = presigned("a");
        assertThat(send(HttpRequest.newBuilder(address)).body()).isEqualTo("content");

        stop();
        start(Clock.fixed(Instant.now().plusSeconds(61), ZoneOffset.UTC));
        HttpResponse<String> late = send(HttpRequest.newBuilder(onThisServer(address)));

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("Request has expired");
    }

    @Test
    void lifecycleRulesComeBackAsTheyWereSet() {
        assertThatThrownBy(() -> s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)))
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(404));

        LifecycleRule old =
                LifecycleRule.builder()
                        .id("old")
                        .status("Enabled")
                        .filter(f -> f.prefix(""))
                        .expiration(e -> e.days(30))
                        .build();
        s3.putBucketLifecycleConfiguration(
                r -> r.bucket(BUCKET).lifecycleConfiguration(l -> l.rules(old)));

        assertThat(s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)).rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.expiration().days()).isEqualTo(30));
        assertThat(keys(s3.listObjectsV2(r -> r.bucket(BUCKET)))).isEmpty();
    }

    @Test
    void objectsAreListedInOrderByPrefixInPagesAndInGroups() {
        Stream.of("a", "a/1", "a/2 ü", "a/b/3", "b").forEach(key -> put(key, "x"));

        assertThat(keys(s3.listObjectsV2(r -> r.bucket(BUCKET))))
                .containsExactly("a", "a/1", "a/2 ü", "a/b/3", "b");
        assertThat(keys(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("a/"))))
                .containsExactly("a/1", "a/2 ü", "a/b/3");
        assertThat(
                        s3
                                .listObjectsV2Paginator(r -> r.bucket(BUCKET).maxKeys(2))
                                .contents()
                                .stream()
                                .map(S3Object::key))
                .containsExactly("a", "a/1", "a/2 ü", "a/b/3", "b");
        ListObjectsV2Response grouped =
                s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("a/").delimiter("/"));
        assertThat(keys(grouped)).containsExactly("a/1", "a/2 ü");
        assertThat(grouped.commonPrefixes())
                .singleElement()
                .satisfies(group -> assertThat(group.prefix()).isEqualTo("a/b/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/../b", "/", "a//b/", "@", "a@/b", "%"})
    void noNameOfAnObjectLeadsOutOfItsBucket(String key) throws Exception {
        put(key, "content of " + key);

        assertThat(get(key).asUtf8String()).isEqualTo("content of " + key);
        assertThat(keys(s3.listObjectsV2(r -> r.bucket(BUCKET)))).containsExactly(key);
        try (Stream<Path> around = Files.list(folder)) {
            assertThat(around.map(path -> folder.relativize(path).toString()))
                    .containsExactlyInAnyOrder(".drafts", BUCKET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "a/../../../x"})
    void aNameThatLeadsAboveEverythingIsRefused(String key) {
        assertThatThrownBy(() -> put(key, "x"))
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(400));
    }

    @Test
    void aPictureIsAFileThatShowsIt() throws Exception {
        put("images/dog.jpg", "a picture");

        assertThat(folder.resolve(BUCKET).resolve("images@").resolve("dog.jpg"))
                .content()
                .startsWith("a picture");
    }

    @Test
    void whatIsNotKnownIsRefused() throws Exception {
        put("a", "x");

        assertThatThrownBy(() -> s3.createMultipartUpload(r -> r.bucket(BUCKET).key("b")))
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(501));
        assertThatThrownBy(
                        () ->
                                s3.copyObject(
                                        r ->
                                                r.sourceBucket(BUCKET)
                                                        .sourceKey("a")
                                                        .destinationBucket(BUCKET)
                                                        .destinationKey("b")))
                .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(501));
    }

    private void start(Clock clock) throws Exception {
        server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector =
                new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new S3Handler(folder, BUCKET, clock));
        server.start();
        s3 =
                S3Client.builder()
                        .endpointOverride(address())
                        .forcePathStyle(true)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(StaticCredentialsProvider.create(ANYBODY))
                        .build();
    }

    private URI presigned(String key) {
        try (S3Presigner presigner =
                S3Presigner.builder()
                        .endpointOverride(address())
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(StaticCredentialsProvider.create(ANYBODY))
                        .build()) {
            return URI.create(
                    presigner
                            .presignGetObject(
                                    r ->
                                            r.signatureDuration(Duration.ofSeconds(60))
                                                    .getObjectRequest(
                                                            get -> get.bucket(BUCKET).key(key)))
                            .url()
                            .toString());
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getURI().getPort());
    }

    private URI onThisServer(URI other) {
        return address().resolve(other.getRawPath() + '?' + other.getRawQuery());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private void put(String key, String content) {
        s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    private ResponseBytes<GetObjectResponse> get(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key));
    }

    private static Stream<String> keys(ListObjectsV2Response listing) {
        return listing.contents().stream().map(S3Object::key);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
