package dev.polybot.local.emulators.s3;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where an object lies: a folder for each part of its key, named with an {@code @} behind, and the object in the last of them,
 * so that {@code a} and {@code a/b} can both be there. Whatever a file's name cannot hold is percent-encoded.
 */
final class ObjectPath {

    private static final String FOLDER = "@";
    private static final String EMPTY = "%";
    private static final int LONGEST_NAME = 250;

    private ObjectPath() {}

    static Path of(Path bucket, String key) throws S3Exception {
        String[] parts = key.split("/", -1);
        Path folder = bucket;
        for (int i = 0; i < parts.length - 1; i++) {
            folder = folder.resolve(name(parts[i]) + FOLDER);
        }
        return folder.resolve(name(parts[parts.length - 1]));
    }

    /** The deepest folder that holds every object whose key begins so. */
    static Path folderOf(Path bucket, String prefix) throws S3Exception {
        Path parent = of(bucket, prefix).getParent();
        return parent == null ? bucket : parent;
    }

    static String key(Path bucket, Path file) {
        StringBuilder key = new StringBuilder();
        for (Path part : bucket.relativize(file)) {
            String name = part.toString();
            boolean folder = name.endsWith(FOLDER);
            String encoded = folder ? name.substring(0, name.length() - 1) : name;
            key.append(
                    encoded.equals(EMPTY)
                            ? ""
                            : URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            key.append(folder ? "/" : "");
        }
        return key.toString();
    }

    private static String name(String part) throws S3Exception {
        String encoded =
                part.isEmpty()
                        ? EMPTY
                        : part.matches("\\.+")
                                ? part.replace(".", "%2E")
                                : URLEncoder.encode(part, StandardCharsets.UTF_8);
        if (encoded.length() > LONGEST_NAME) {
            throw new S3Exception(
                    400, "KeyTooLongError", "The local S3 takes keys whose parts are file names.");
        }
        return encoded;
    }
}
