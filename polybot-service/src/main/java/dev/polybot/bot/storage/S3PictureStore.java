package dev.polybot.bot.storage;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Stores pictures in S3, originals and annotated ones in their buckets. */
@Component
class S3PictureStore implements PictureStore {

    /** The most that a bot can send (Bot API, sendDocument). */
    private static final long MAX_FETCHED = 50L * 1000 * 1000;

    private final S3Client s3;
    private final StorageSettings storage;

    S3PictureStore(S3Client s3, BotSettings settings) {
        this.s3 = s3;
        this.storage = settings.storage();
    }

    @Override
    public void putOriginal(String imgName, String extension, Path picture) {
        s3.putObject(
                request ->
                        request.bucket(storage.bucket())
                                .key(storage.keys().original(imgName))
                                .contentType(contentType(extension)),
                picture);
    }

    @Override
    public boolean hasOriginal(String key) {
        try {
            s3.headObject(request -> request.bucket(storage.bucket()).key(key));
            return true;
        } catch (S3Exception e) {
            return isThere(e);
        }
    }

    /** S3 says 403 instead of 404 to who may not list the bucket, as the bot's role may not. */
    private static boolean isThere(S3Exception failure) {
        if (failure.statusCode() == 404 || failure.statusCode() == 403) {
            return false;
        }
        throw failure;
    }

    @Override
    public boolean fetchOriginal(String key, Path to) {
        return fetch(storage.bucket(), key, to);
    }

    @Override
    public boolean fetchAnnotated(String key, Path to) {
        return fetch(storage.outputBucket(), key, to);
    }

    @Override
    public void deleteOriginal(String key) {
        s3.deleteObject(request -> request.bucket(storage.bucket()).key(key));
    }

    @Override
    public void deleteResult(String key) {
        s3.deleteObject(request -> request.bucket(storage.outputBucket()).key(key));
    }

    private boolean fetch(String bucket, String key, Path to) {
        try (ResponseInputStream<GetObjectResponse> object =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            if (BoundedCopy.copy(object, to, MAX_FETCHED)) {
                return true;
            }
            object.abort();
            return false;
        } catch (S3Exception e) {
            return isThere(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be fetched.", e);
        }
    }

    private static String contentType(String extension) {
        return switch (extension) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "png", "webp", "gif", "bmp", "heic", "avif" -> "image/" + extension;
            default -> "application/octet-stream";
        };
    }
}
