package dev.polybot.detector.results;

import dev.polybot.detector.job.Originals;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PictureRejectedException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Fetches originals from S3. No more of a file than its limit comes into memory, whatever its length is said to be. */
public final class S3Originals implements Originals {

    private final S3Client s3;
    private final String bucket;
    private final PictureLimits limits;

    public S3Originals(S3Client s3, String bucket, PictureLimits limits) {
        this.s3 = s3;
        this.bucket = bucket;
        this.limits = limits;
    }

    @Override
    public byte[] fetch(String key) {
        try (ResponseInputStream<GetObjectResponse> object =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            return read(object);
        } catch (NoSuchKeyException e) {
            throw PictureRejectedException.missing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(ResponseInputStream<GetObjectResponse> object) throws IOException {
        int limit = Math.toIntExact(limits.maxBytes());
        Long length = object.response().contentLength();
        if (length != null && length > limit) {
            object.abort();
            throw PictureRejectedException.tooLarge(limits);
        }
        byte[] file = object.readNBytes(limit + 1);
        if (file.length > limit) {
            object.abort();
            throw PictureRejectedException.tooLarge(limits);
        }
        return file;
    }
}
