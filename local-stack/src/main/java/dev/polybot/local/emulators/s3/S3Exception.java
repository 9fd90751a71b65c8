package dev.polybot.local.emulators.s3;

/** A refusal in S3's own words: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
final class S3Exception extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String words;

    S3Exception(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.words = message;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }

    static S3Exception noSuchKey() {
        return new S3Exception(404, "NoSuchKey", "The specified key does not exist.");
    }

    static S3Exception notImplemented(String what) {
        return new S3Exception(501, "NotImplemented", "The local S3 does not know " + what + '.');
    }
}
