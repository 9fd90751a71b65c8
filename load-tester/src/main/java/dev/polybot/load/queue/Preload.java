package dev.polybot.load.queue;

import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.pictures.PictureFile;

import software.amazon.awssdk.core.sync.RequestBody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts each picture into the bucket once, in a folder of this run's own, and takes it away again. */
final class Preload {

    private final AwsClients aws;
    private final String run;

    /** Object names below the originals prefix, by the pictures' names. */
    private final Map<String, String> names = new LinkedHashMap<>();

    Preload(AwsClients aws, String run) {
        this.aws = aws;
        this.run = run;
    }

    void store(List<PictureFile> pictures) {
        for (PictureFile picture : pictures) {
            String name = run + '/' + names.size() + '.' + picture.extension();
            aws.s3()
                    .putObject(
                            put -> put.bucket(aws.settings().bucket()).key(key(name)),
                            RequestBody.fromFile(picture.path()));
            names.put(picture.name(), name);
        }
    }

    /** The name by which a job asks for the picture. */
    String nameOf(PictureFile picture) {
        String name = names.get(picture.name());
        if (name == null) {
            throw new IllegalArgumentException(picture.name() + " was not preloaded");
        }
        return name;
    }

    void remove() {
        for (String name : names.values()) {
            aws.s3().deleteObject(delete -> delete.bucket(aws.settings().bucket()).key(key(name)));
        }
        names.clear();
    }

    private String key(String name) {
        String prefix = aws.settings().prefix().strip().replaceAll("^/+|/+$", "");
        return prefix.isEmpty() ? name : prefix + '/' + name;
    }
}
