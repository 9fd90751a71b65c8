package dev.polybot.local.emulators.s3;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Buckets and their objects as folders and files. */
final class ObjectStore {

    private static final String DRAFTS = ".drafts";
    private static final String LIFECYCLE = "@lifecycle.xml";
    private static final String BUCKET_NAME = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
    private static final int LOCKS = 64;

    private final Path root;
    private final Path drafts;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    ObjectStore(Path root) throws IOException {
        this.root = root;
        this.drafts = Files.createDirectories(root.resolve(DRAFTS));
        try (DirectoryStream<Path> leftBehind = Files.newDirectoryStream(drafts)) {
            for (Path draft : leftBehind) {
                Files.delete(draft);
            }
        }
    }

    /** What must be true of the object that is there for another to take its place. */
    interface Condition {

        /** Whatever is there. */
        Condition NONE = present -> {};

        void check(Optional<StoredObject> present) throws S3Exception;
    }

    void createBucket(String name) throws IOException, S3Exception {
        if (!name.matches(BUCKET_NAME)) {
            throw new S3Exception(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        Files.createDirectories(root.resolve(name));
    }

    List<String> buckets() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> root.relativize(folder).toString())
                    .filter(name -> name.matches(BUCKET_NAME))
                    .sorted()
                    .toList();
        }
    }

    Path bucket(String name) throws S3Exception {
        Path folder = root.resolve(name);
        if (!name.matches(BUCKET_NAME) || !Files.isDirectory(folder)) {
            throw new S3Exception(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        return folder;
    }

    StoredObject put(
            String bucket,
            String key,
            byte[] content,
            Map<String, String> headers,
            Condition condition)
            throws IOException, S3Exception {
        Path file = ObjectPath.of(bucket(bucket), key);
        StoredObject object =
                new StoredObject(
                        content.length,
                        System.currentTimeMillis() / 1000,
                        HexFormat.of().formatHex(Checksum.digest("MD5", content)),
                        headers);
        synchronized (locks[Math.floorMod(file.hashCode(), LOCKS)]) {
            if (condition != Condition.NONE) {
                condition.check(find(file));
            }
            object.write(content, file, drafts);
        }
        return object;
    }

    /** The object's file, to be read and closed. */
    FileChannel open(String bucket, String key) throws IOException, S3Exception {
        try {
            return FileChannel.open(ObjectPath.of(bucket(bucket), key));
        } catch (NoSuchFileException e) {
            throw S3Exception.noSuchKey();
        }
    }

    void delete(String bucket, String key) throws IOException, S3Exception {
        Files.deleteIfExists(ObjectPath.of(bucket(bucket), key));
    }

    private static Optional<StoredObject> find(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            return Optional.of(StoredObject.of(in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** All keys that begin so, in the order of their bytes. What it costs depends on how many lie beside them. */
    List<String> keys(String bucket, String prefix) throws IOException, S3Exception {
        Path all = bucket(bucket);
        Path folder = ObjectPath.folderOf(all, prefix);
        List<String> keys = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.equals(all.resolve(LIFECYCLE)))
                        .map(file -> ObjectPath.key(all, file))
                        .filter(key -> key.startsWith(prefix))
                        .forEach(keys::add);
            }
        }
        keys.sort(
                Comparator.comparing(
                        key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return keys;
    }

    /** The bucket's lifecycle rules, which are kept and not obeyed. */
    Path lifecycle(String bucket) throws S3Exception {
        return bucket(bucket).resolve(LIFECYCLE);
    }
}
