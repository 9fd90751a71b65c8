package dev.polybot.local.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads what an OpenTelemetry exporter sends: OTLP 1.x, ExportTraceServiceRequest, as protocol buffers. */
final class OtlpReader {

    private static final int LONGEST_TEXT = 200;
    private static final int ERROR = 2;

    private OtlpReader() {}

    /**
     * The spans in a request.
     *
     * @throws IllegalArgumentException when it is none
     */
    static List<SpanRecord> read(byte[] request) {
        List<SpanRecord> spans = new ArrayList<>();
        Protobuf.read(
                ByteBuffer.wrap(request),
                (field, _, bytes) -> {
                    if (field == 1) {
                        ofResource(bytes, spans);
                    }
                });
        return spans;
    }

    private static void ofResource(ByteBuffer resourceSpans, List<SpanRecord> spans) {
        Map<String, String> resource = new HashMap<>();
        List<ByteBuffer> scopes = new ArrayList<>();
        Protobuf.read(
                resourceSpans,
                (field, _, bytes) -> {
                    if (field == 1) {
                        Protobuf.read(
                                bytes, (f, _, attribute) -> attribute(f == 1, attribute, resource));
                    } else if (field == 2) {
                        scopes.add(bytes);
                    }
                });
        String instance = resource.getOrDefault("service.instance.id", "unknown");
        for (ByteBuffer scope : scopes) {
            Protobuf.read(
                    scope,
                    (field, _, bytes) -> {
                        if (field == 2) {
                            spans.add(span(bytes, instance));
                        }
                    });
        }
    }

    private static SpanRecord span(ByteBuffer message, String instance) {
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, Long> numbers = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        Protobuf.read(
                message,
                (field, number, bytes) -> {
                    switch (field) {
                        case 1, 2, 4 -> texts.put(field, hex(bytes));
                        case 5 -> texts.put(field, text(bytes));
                        case 7, 8 -> numbers.put(field, number);
                        case 9 -> attribute(true, bytes, attributes);
                        case 15 -> texts.put(field, error(bytes));
                        default -> {
                            // Nobody looks at the rest.
                        }
                    }
                });
        return new SpanRecord(
                texts.getOrDefault(1, ""),
                texts.getOrDefault(2, ""),
                texts.getOrDefault(4, ""),
                texts.getOrDefault(5, ""),
                instance,
                numbers.getOrDefault(7, 0L),
                numbers.getOrDefault(8, 0L),
                texts.getOrDefault(15, ""),
                attributes);
    }

    private static String error(ByteBuffer status) {
        String[] told = {"failed"};
        boolean[] failed = {false};
        Protobuf.read(
                status,
                (field, number, bytes) -> {
                    if (field == 2) {
                        told[0] = text(bytes);
                    } else if (field == 3) {
                        failed[0] = number == ERROR;
                    }
                });
        return failed[0] ? told[0] : "";
    }

    private static void attribute(boolean is, ByteBuffer keyValue, Map<String, String> to) {
        if (!is) {
            return;
        }
        String[] pair = {"", ""};
        Protobuf.read(
                keyValue,
                (field, _, bytes) -> {
                    if (field == 1) {
                        pair[0] = text(bytes);
                    } else if (field == 2) {
                        Protobuf.read(
                                bytes,
                                (kind, number, value) ->
                                        pair[1] = kind == 1 ? text(value) : Long.toString(number));
                    }
                });
        to.put(pair[0], pair[1]);
    }

    private static String text(ByteBuffer bytes) {
        String text = UTF_8.decode(bytes.duplicate()).toString();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String hex(ByteBuffer bytes) {
        byte[] id = new byte[Math.min(bytes.remaining(), 16)];
        bytes.duplicate().get(id);
        return HexFormat.of().formatHex(id);
    }
}
