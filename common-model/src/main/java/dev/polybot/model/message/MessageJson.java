package dev.polybot.model.message;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The messages' JSON form. Fields that are not known are ignored, so that either side may be the newer one. */
public final class MessageJson {

    /** SQS takes at most 1 MiB; ours are under 2 KiB. Whoever nests deeply or sends megabytes is not a client of ours. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxDocumentLength(256 * 1024)
                    .maxNestingDepth(16)
                    .build();

    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
                    .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private MessageJson() {}

    public static String write(Object message) {
        return MAPPER.writeValueAsString(message);
    }

    public static IdentifyJob readJob(String json) {
        return read(json, IdentifyJob.class, "a job");
    }

    public static ResultMessage readResult(String json) {
        return read(json, ResultMessage.class, "a result");
    }

    private static <T> T read(String json, Class<T> type, String what) {
        try {
            T message = MAPPER.readValue(json, type);
            if (message == null) {
                throw new IllegalArgumentException("null");
            }
            return message;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedMessageException("The message is not " + what + ".", e);
        }
    }
}
