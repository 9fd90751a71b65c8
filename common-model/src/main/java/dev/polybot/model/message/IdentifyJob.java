package dev.polybot.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.annotation.JsonDeserialize;

import java.time.Instant;

/**
 * A job on the queue <em>identify</em>: find things in this picture and tell this chat.
 *
 * <p>The shortest form, which load testers push straight into the queue, is {@code {"chatId": "…", "imgName": "…"}}.
 *
 * @param chatId who is told; Telegram's chat id, as a string (numbers are taken as well)
 * @param imgName the picture's object name below the originals prefix
 * @param predictionId the prediction's identity; null in a raw job, whose identity is then its SQS message id
 * @param replyTo the Telegram message that the answer replies to; null for none
 * @param submittedAt when the job was asked for; null when its sender does not say, or says what cannot be: the picture is worth
 *     more than its statistics
 * @param name what its sender calls the picture, for people; null when it has no name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentifyJob(
        String chatId,
        String imgName,
        @Nullable String predictionId,
        @Nullable Integer replyTo,
        DetectionOptions options,
        @JsonDeserialize(using = StatedTime.class) @Nullable Instant submittedAt,
        @Nullable String name) {

    private static final int MAX_NAME_LENGTH = 255;

    public IdentifyJob(
            @Nullable String chatId,
            @Nullable String imgName,
            @Nullable String predictionId,
            @Nullable Integer replyTo,
            @Nullable DetectionOptions options,
            @Nullable Instant submittedAt,
            @Nullable String name) {
        if (chatId == null || imgName == null) {
            throw new IllegalArgumentException("a job needs chatId and imgName");
        }
        this.chatId = Identifiers.requireChatId(chatId);
        this.imgName = Identifiers.requireImageName(imgName);
        this.predictionId =
                predictionId == null ? null : Identifiers.requirePredictionId(predictionId);
        this.replyTo = replyTo;
        this.options = options == null ? DetectionOptions.DEFAULT : options;
        this.submittedAt = StatedTime.plausible(submittedAt);
        if (name != null && name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a picture's name has at most 255 characters");
        }
        this.name = name;
    }

    /** A job for a picture without a name. */
    public IdentifyJob(
            String chatId,
            String imgName,
            @Nullable String predictionId,
            @Nullable Integer replyTo,
            @Nullable DetectionOptions options,
            @Nullable Instant submittedAt) {
        this(chatId, imgName, predictionId, replyTo, options, submittedAt, null);
    }

    /** This job's identity: its own, or else the id of the queue message that brought it. */
    public String predictionIdOr(String sqsMessageId) {
        return predictionId != null ? predictionId : sqsMessageId;
    }
}
