package dev.polybot.local.emulators.s3;

import org.eclipse.jetty.util.Fields;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** ListObjectsV2: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
final class Listing {

    private static final int MOST = 1000;

    private final ObjectStore store;
    private final String bucket;
    private final String prefix;
    private final String delimiter;
    private final String after;
    private final boolean encoded;
    private final int most;

    Listing(ObjectStore store, String bucket, Fields query) throws S3Exception {
        this.store = store;
        this.bucket = bucket;
        this.prefix = value(query, "prefix");
        this.delimiter = value(query, "delimiter");
        String token = value(query, "continuation-token");
        this.after = token.isEmpty() ? value(query, "start-after") : token;
        this.encoded = value(query, "encoding-type").equals("url");
        this.most = most(value(query, "max-keys"));
    }

    String toXml() throws IOException, S3Exception {
        List<String> keys = store.keys(bucket, prefix);
        StringBuilder contents = new StringBuilder();
        TreeSet<String> groups = new TreeSet<>();
        int count = 0;
        String last = "";
        boolean more = false;
        for (String key : keys) {
            String group = group(key);
            boolean isSeen =
                    group.isEmpty() ? key.compareTo(after) <= 0 : group.compareTo(after) <= 0;
            if (isSeen || groups.contains(group)) {
                continue;
            }
            if (count == most) {
                more = true;
                break;
            }
            if (group.isEmpty()) {
                contents.append(content(key));
            } else {
                groups.add(group);
            }
            last = group.isEmpty() ? key : group;
            count++;
        }
        StringBuilder xml = new StringBuilder();
        xml.append(Xml.text("Name", bucket)).append(Xml.text("Prefix", name(prefix)));
        xml.append(Xml.text("KeyCount", count)).append(Xml.text("MaxKeys", most));
        xml.append(delimiter.isEmpty() ? "" : Xml.text("Delimiter", name(delimiter)));
        xml.append(encoded ? Xml.text("EncodingType", "url") : "");
        xml.append(Xml.text("IsTruncated", more));
        xml.append(more ? Xml.text("NextContinuationToken", last) : "");
        xml.append(contents);
        groups.forEach(
                group ->
                        xml.append(Xml.element("CommonPrefixes", Xml.text("Prefix", name(group)))));
        return Xml.document("ListBucketResult", xml.toString());
    }

    private String content(String key) throws IOException, S3Exception {
        try (FileChannel file = store.open(bucket, key)) {
            StoredObject object = StoredObject.of(file);
            return Xml.element(
                    "Contents",
                    Xml.text("Key", name(key))
                            + Xml.text("LastModified", Instant.ofEpochSecond(object.modified()))
                            + Xml.text("ETag", '"' + object.etag() + '"')
                            + Xml.text("Size", object.size())
                            + Xml.text("StorageClass", "STANDARD"));
        }
    }

    /** What stands for the key and all that begin like it; empty for the key itself. */
    private String group(String key) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? "" : key.substring(0, end + delimiter.length());
    }

    private String name(String key) {
        return encoded ? URLEncoder.encode(key, StandardCharsets.UTF_8) : key;
    }

    private static int most(String asked) throws S3Exception {
        try {
            int number = asked.isEmpty() ? MOST : Integer.parseInt(asked);
            if (number >= 0) {
                return Math.min(number, MOST);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new S3Exception(400, "InvalidArgument", "max-keys is a number from 0.");
    }

    private static String value(Fields query, String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }
}
