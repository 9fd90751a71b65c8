package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.polybot.bot.storage.PictureDimensions;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.pictures.PictureFormat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * Checks an uploaded file by its first bytes and makes an Upload of it: its format and name. Names and declared types
 * are not believed.
 */
final class UploadValidator {

    private static final int HEAD = 1024;

    /** How a multipart form begins. */
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*--\\S.*\\R(?:\\S.*\\R)*?Content-Disposition:", Pattern.CASE_INSENSITIVE);

    private UploadValidator() {}

    static Upload of(TemporaryPicture picture, @Nullable String name) throws IOException {
        byte[] head;
        try (InputStream file = Files.newInputStream(picture.file())) {
            head = file.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE, "The picture is empty: it has 0 bytes.");
        }
        PictureFormat format = format(head);
        if (PictureDimensions.of(picture.file()) == null) {
            throw ProblemException.of(
                    ProblemKind.PICTURE_UNUSABLE,
                    "The picture is damaged or was cut off on its way. Send it again.");
        }
        return new Upload(picture, PictureName.of(name), format.extension());
    }

    private static PictureFormat format(byte[] head) {
        if (FORM.matcher(new String(head, ISO_8859_1)).lookingAt()) {
            throw ProblemException.notAPicture(
                    "That is a form and no picture. Send it with Content-Type: multipart/form-data;"
                            + " boundary=..., which HTTP clients write themselves if they are let.");
        }
        PictureFormat format =
                PictureFormat.of(ByteBuffer.wrap(head))
                        .orElseThrow(
                                () ->
                                        ProblemException.notAPicture(
                                                "That is no picture that I know. I read JPEG, PNG, GIF,"
                                                        + " WebP and BMP."));
        if (!format.isDecoded()) {
            throw ProblemException.notAPicture(
                    "That is "
                            + format.withArticle()
                            + " file, which I cannot read. Send JPEG, PNG, GIF, WebP or BMP.");
        }
        return format;
    }
}
