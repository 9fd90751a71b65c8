package dev.polybot.detector.results;

import dev.polybot.detector.job.ResultFiles;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Stores annotated pictures and result documents in S3. */
public final class S3ResultFiles implements ResultFiles {

    private final S3Client s3;
    private final String bucket;

    public S3ResultFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void storePicture(String key, byte[] jpeg) {
        store(key, "image/jpeg", RequestBody.fromBytes(jpeg));
    }

    @Override
    public void storeDocument(String key, String json) {
        store(key, "application/json", RequestBody.fromString(json));
    }

    private void store(String key, String type, RequestBody content) {
        s3.putObject(request -> request.bucket(bucket).key(key).contentType(type), content);
    }
}
