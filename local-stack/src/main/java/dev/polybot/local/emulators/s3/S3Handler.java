package dev.polybot.local.emulators.s3;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * S3's calls for buckets and whole objects, addressed by path. Who calls is not asked, but a presigned address ends when it
 * says; what is not known is refused and never half done.
 */
public final class S3Handler extends Handler.Abstract {

    /** Parameters that make another call of the same address; those that are not here concern how a call is made. */
    private static final Set<String> OTHER_CALLS =
            Set.of(
                    "acl",
                    "attributes",
                    "cors",
                    "encryption",
                    "legal-hold",
                    "notification",
                    "object-lock",
                    "partNumber",
                    "policy",
                    "replication",
                    "restore",
                    "retention",
                    "select",
                    "tagging",
                    "torrent",
                    "uploadId",
                    "uploads",
                    "versionId",
                    "versioning",
                    "versions",
                    "website");

    /** Headers of an upload that come back with the object. */
    private static final Set<String> KEPT =
            Set.of(
                    "cache-control",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "content-type",
                    "expires");

    private final ObjectStore store;
    private final Clock clock;

    public S3Handler(Path folder, String bucket, Clock clock) throws IOException {
        this.store = new ObjectStore(folder);
        this.clock = clock;
        try {
            store.createBucket(bucket);
        } catch (S3Exception e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        String path = decoded(request.getHttpURI().getPath().substring(1));
        try {
            answer(request, response, callback, path);
        } catch (S3Exception e) {
            response.setStatus(e.status());
            boolean head = request.getMethod().equals("HEAD") || e.status() == 304;
            send(response, callback, head ? "" : Xml.error(e, '/' + path));
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback, String path)
            throws IOException, S3Exception {
        Fields query = Request.extractQueryParameters(request);
        PresignedUrl.check(query, clock.instant());
        for (String name : query.getNames()) {
            if (OTHER_CALLS.contains(name)) {
                throw S3Exception.notImplemented('?' + name);
            }
        }
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        if (key.isEmpty()) {
            send(response, callback, ofBucket(request, response, bucket, query));
        } else {
            ofObject(request, response, callback, bucket, key);
        }
    }

    private String ofBucket(Request request, Response response, String bucket, Fields query)
            throws IOException, S3Exception {
        String method = request.getMethod();
        if (bucket.isEmpty()) {
            return buckets(method);
        }
        if (query.get("lifecycle") != null) {
            return lifecycle(request, response, bucket);
        }
        if (method.equals("PUT")) {
            store.createBucket(bucket);
            response.getHeaders().put(HttpHeader.LOCATION, '/' + bucket);
            return "";
        }
        var unused = store.bucket(bucket);
        if (method.equals("HEAD")) {
            return "";
        }
        if (method.equals("GET") && query.get("location") != null) {
            return Xml.document("LocationConstraint", "");
        }
        if (method.equals("GET")) {
            return new Listing(store, bucket, query).toXml();
        }
        throw S3Exception.notImplemented(method + " of a bucket");
    }

    private String buckets(String method) throws IOException, S3Exception {
        if (!method.equals("GET")) {
            throw S3Exception.notImplemented(method + " without a bucket");
        }
        StringBuilder buckets = new StringBuilder();
        store.buckets()
                .forEach(name -> buckets.append(Xml.element("Bucket", Xml.text("Name", name))));
        return Xml.document("ListAllMyBucketsResult", Xml.element("Buckets", buckets.toString()));
    }

    private String lifecycle(Request request, Response response, String bucket)
            throws IOException, S3Exception {
        Path rules = store.lifecycle(bucket);
        switch (request.getMethod()) {
            case "PUT" -> Files.write(rules, body(request).content());
            case "DELETE" -> {
                Files.deleteIfExists(rules);
                response.setStatus(204);
            }
            default -> {
                if (!Files.exists(rules)) {
                    throw new S3Exception(
                            404,
                            "NoSuchLifecycleConfiguration",
                            "The lifecycle configuration does not exist");
                }
                return Files.readString(rules);
            }
        }
        return "";
    }

    private void ofObject(
            Request request, Response response, Callback callback, String bucket, String key)
            throws IOException, S3Exception {
        switch (request.getMethod()) {
            case "PUT" -> {
                put(request, response, bucket, key);
                callback.succeeded();
            }
            case "GET", "HEAD" -> get(request, response, callback, bucket, key);
            case "DELETE" -> {
                store.delete(bucket, key);
                response.setStatus(204);
                callback.succeeded();
            }
            default -> throw S3Exception.notImplemented(request.getMethod() + " of an object");
        }
    }

    private void put(Request request, Response response, String bucket, String key)
            throws IOException, S3Exception {
        HttpFields headers = request.getHeaders();
        if (headers.contains("x-amz-copy-source")) {
            throw S3Exception.notImplemented("copies");
        }
        ObjectBody body = body(request);
        Map<String, String> kept = new TreeMap<>();
        for (HttpField header : headers) {
            String name = header.getLowerCaseName();
            if (KEPT.contains(name) || name.startsWith("x-amz-meta-")) {
                kept.put(name, header.getValue());
            }
        }
        String encoding = withoutChunks(kept.getOrDefault("content-encoding", ""));
        if (encoding.isEmpty()) {
            kept.remove("content-encoding");
        } else {
            kept.put("content-encoding", encoding);
        }
        kept.putAll(checksums(headers, body));
        StoredObject object = store.put(bucket, key, body.content(), kept, condition(headers));
        response.getHeaders().put(HttpHeader.ETAG, '"' + object.etag() + '"');
        object.headers().forEach((name, value) -> putChecksum(response, name, value));
    }

    private static ObjectStore.Condition condition(HttpFields headers) {
        String wanted = headers.get(HttpHeader.IF_MATCH);
        String unwanted = headers.get(HttpHeader.IF_NONE_MATCH);
        return wanted == null && unwanted == null
                ? ObjectStore.Condition.NONE
                : present -> check(wanted, unwanted, present);
    }

    private static void check(
            @Nullable String wanted, @Nullable String unwanted, Optional<StoredObject> present)
            throws S3Exception {
        if (wanted != null && present.isEmpty()) {
            throw S3Exception.noSuchKey();
        }
        if ((wanted != null && !names(wanted, present.orElseThrow()))
                || (unwanted != null && present.isPresent() && names(unwanted, present.get()))) {
            throw preconditionFailed();
        }
    }

    private void get(
            Request request, Response response, Callback callback, String bucket, String key)
            throws IOException, S3Exception {
        try (FileChannel file = store.open(bucket, key)) {
            StoredObject object = StoredObject.of(file);
            HttpFields asked = request.getHeaders();
            HttpFields.Mutable headers = response.getHeaders();
            headers.put(HttpHeader.ETAG, '"' + object.etag() + '"');
            headers.putDate(HttpHeader.LAST_MODIFIED, object.modified() * 1000);
            headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
            checkRead(asked, object);
            ByteRange range = ByteRange.of(asked.get(HttpHeader.RANGE), object.size());
            boolean whole = range.length() == object.size();
            boolean checksum =
                    whole && "ENABLED".equalsIgnoreCase(asked.get("x-amz-checksum-mode"));
            object.headers()
                    .forEach(
                            (name, value) -> {
                                if (!name.startsWith("x-amz-checksum-")) {
                                    headers.put(name, value);
                                } else if (checksum) {
                                    putChecksum(response, name, value);
                                }
                            });
            if (range.asked()) {
                response.setStatus(206);
                headers.put(HttpHeader.CONTENT_RANGE, range.header(object.size()));
            }
            headers.put(HttpHeader.CONTENT_LENGTH, range.length());
            ByteBuffer content =
                    request.getMethod().equals("HEAD")
                            ? ByteBuffer.allocate(0)
                            : StoredObject.read(file, range.from(), range.length());
            response.write(true, content, callback);
        }
    }

    private static void checkRead(HttpFields asked, StoredObject object) throws S3Exception {
        String wanted = asked.get(HttpHeader.IF_MATCH);
        String unwanted = asked.get(HttpHeader.IF_NONE_MATCH);
        if (wanted != null && !names(wanted, object)) {
            throw preconditionFailed();
        }
        if (unwanted != null && names(unwanted, object)) {
            throw new S3Exception(304, "NotModified", "Not modified");
        }
    }

    private static S3Exception preconditionFailed() {
        return new S3Exception(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold");
    }

    private static boolean names(String condition, StoredObject object) {
        return condition.equals("*") || condition.replace("\"", "").equals(object.etag());
    }

    /** The checksums that the client names, which must be right. */
    private static Map<String, String> checksums(HttpFields headers, ObjectBody body)
            throws S3Exception {
        Map<String, String> right = new TreeMap<>();
        for (Checksum checksum : Checksum.values()) {
            String named =
                    Optional.ofNullable(headers.get(checksum.header()))
                            .orElse(body.trailers().get(checksum.header()));
            if (named != null) {
                String computed = checksum.base64(body.content());
                requireSame(named, computed, checksum.name());
                right.put(checksum.header(), computed);
            }
        }
        String md5 = headers.get("Content-MD5");
        if (md5 != null) {
            byte[] computed = Checksum.digest("MD5", body.content());
            requireSame(md5, Base64.getEncoder().encodeToString(computed), "Content-MD5");
        }
        return right;
    }

    private static void requireSame(String named, String computed, String what) throws S3Exception {
        if (!named.equals(computed)) {
            throw new S3Exception(
                    400, "BadDigest", "The " + what + " you specified did not match the content.");
        }
    }

    private static void putChecksum(Response response, String name, String value) {
        if (name.startsWith("x-amz-checksum-")) {
            response.getHeaders().put(name, value).put("x-amz-checksum-type", "FULL_OBJECT");
        }
    }

    private static ObjectBody body(Request request) throws IOException, S3Exception {
        HttpFields headers = request.getHeaders();
        String hash = headers.get("x-amz-content-sha256");
        boolean chunked = hash != null && hash.startsWith("STREAMING-");
        ObjectBody body = ObjectBody.read(Content.Source.asInputStream(request), chunked);
        long length = headers.getLongField("x-amz-decoded-content-length");
        if (length >= 0 && length != body.content().length) {
            throw ObjectBody.incomplete();
        }
        return body;
    }

    private static String withoutChunks(String encodings) {
        return encodings.replaceFirst("aws-chunked,? *", "");
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void send(Response response, Callback callback, String xml) {
        if (!xml.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        }
        response.write(true, ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
