package dev.polybot.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class LiveServerTests {

    private static final byte[] TRACE = bytes(16, 1);

    @Test
    void readsWhatAnExporterSends() {
        List<SpanRecord> spans =
                OtlpReader.read(request(span(1, 0, "process identify", "p1", "gone")));

        assertThat(spans)
                .containsExactly(
                        new SpanRecord(
                                "01".repeat(16),
                                "01".repeat(8),
                                "",
                                "process identify",
                                "detector-2",
                                1_000_000_000L,
                                2_000_000_000L,
                                "gone",
                                Map.of("polybot.prediction.id", "p1")));
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] whole = request(span(1, 0, "process identify", "p1", ""));

        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> OtlpReader.read(cut))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void showsAPictureItsOwnSpansAndThoseOfTheWholeRequest() {
        TraceStore store = new TraceStore(10);
        store.add(
                OtlpReader.read(
                        request(
                                span(1, 0, "rest upload", "", ""),
                                span(2, 1, "take picture", "p1", ""),
                                span(3, 1, "take picture", "p2", ""),
                                span(4, 3, "DynamoDb PutItem", "", ""))));

        assertThat(store.trace("p1"))
                .extracting(SpanRecord::name)
                .containsExactly("rest upload", "take picture");
        assertThat(store.pictures(5))
                .extracting(TraceStore.PictureTrace::prediction)
                .containsExactlyInAnyOrder("p1", "p2");
    }

    @Test
    void forgetsTheOldestTraces() {
        TraceStore store = new TraceStore(2);
        for (int i = 1; i <= 5; i++) {
            String id = "p" + i;
            store.add(
                    List.of(
                            new SpanRecord(
                                    "t" + i,
                                    "s",
                                    "",
                                    "x y",
                                    "bot",
                                    i,
                                    i,
                                    "",
                                    Map.of("polybot.prediction.id", id))));
        }

        assertThat(store.trace("p1")).isEmpty();
        assertThat(store.trace("p5")).hasSize(1);
        assertThat(store.pictures(10)).hasSize(2);
    }

    @Test
    void takesSpansOfProgramsAndNothingOfAForeignPage() throws Exception {
        try (LiveServer server = LiveServer.start(0);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder post =
                    HttpRequest.newBuilder(server.address().resolve("/v1/traces"))
                            .POST(BodyPublishers.ofByteArray(request(span(1, 0, "a b", "p", ""))));
            assertThat(http.send(post.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);

            post.header("Origin", "https://elsewhere.example");
            assertThat(http.send(post.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);

            var page =
                    http.send(
                            HttpRequest.newBuilder(server.address()).build(),
                            BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("default-src 'none'"));
            var early =
                    http.send(
                            HttpRequest.newBuilder(server.address().resolve("/api/state")).build(),
                            BodyHandlers.ofString());
            assertThat(early.statusCode()).isEqualTo(503);
        }
    }

    private static byte[] request(byte[]... spans) {
        byte[] resource = field(1, attribute("service.instance.id", "detector-2"));
        byte[] scope = new byte[0];
        for (byte[] span : spans) {
            scope = joined(scope, field(2, span));
        }
        return field(1, joined(field(1, resource), field(2, scope)));
    }

    private static byte[] span(int id, int parent, String name, String prediction, String error) {
        byte[] span = joined(field(1, TRACE), field(2, bytes(8, id)));
        if (parent > 0) {
            span = joined(span, field(4, bytes(8, parent)));
        }
        span = joined(span, field(5, name.getBytes(UTF_8)));
        span = joined(span, fixed(7, 1_000_000_000L), fixed(8, 2_000_000_000L));
        if (!prediction.isEmpty()) {
            span = joined(span, field(9, attribute("polybot.prediction.id", prediction)));
        }
        return error.isEmpty()
                ? span
                : joined(
                        span,
                        field(15, joined(field(2, error.getBytes(UTF_8)), new byte[] {3 << 3, 2})));
    }

    private static byte[] attribute(String key, String value) {
        return joined(field(1, key.getBytes(UTF_8)), field(2, field(1, value.getBytes(UTF_8))));
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        for (int left = content.length; ; left >>>= 7) {
            if (left < 0x80) {
                out.write(left);
                break;
            }
            out.write(left & 0x7f | 0x80);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] fixed(int number, long value) {
        return ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (number << 3 | 1))
                .putLong(value)
                .array();
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
