package dev.polybot.endtoend.calls;

import java.util.ArrayList;
import java.util.List;

/** Calls to S3, whose operations are told by method and path (path style: the bucket is the first part). */
final class ObjectCalls {

    private ObjectCalls() {}

    static List<AwsCall> of(OverheardRequest request) {
        String resource = request.uri().getPath().substring(1);
        boolean bucket = resource.indexOf('/') < 0 || resource.endsWith("/");
        List<AwsCall> calls = new ArrayList<>();
        calls.add(new AwsCall("s3:" + action(request.method(), bucket), resource));
        String source = request.headers().getFirst("x-amz-copy-source");
        if (source != null) {
            calls.add(new AwsCall("s3:GetObject", source.replaceFirst("^/", "")));
        }
        if (request.headers().containsKey("x-amz-tagging")) {
            calls.add(new AwsCall("s3:PutObjectTagging", resource));
        }
        return calls;
    }

    private static String action(String method, boolean bucket) {
        return switch (method) {
            case "GET", "HEAD" -> bucket ? "ListBucket" : "GetObject";
            case "PUT", "POST" -> bucket ? "CreateBucket" : "PutObject";
            case "DELETE" -> bucket ? "DeleteBucket" : "DeleteObject";
            default -> throw new IllegalArgumentException("S3 knows no " + method);
        };
    }
}
