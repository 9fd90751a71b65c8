package dev.polybot.detector.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Where a model from the web lies in the cache: a folder for each address.
 *
 * @param file its TorchScript file
 */
record DownloadedModel(Path file) {

    static DownloadedModel of(URI url, Path cache) {
        String path = url.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        if (name.isEmpty() || name.startsWith(".")) {
            throw new UnusableModelException(
                    "DETECTOR_MODEL must name a file, such as https://example.org/yolov5n.torchscript.");
        }
        String folder = UUID.nameUUIDFromBytes(url.toString().getBytes(UTF_8)).toString();
        return new DownloadedModel(cache.resolve("downloaded").resolve(folder).resolve(name));
    }

    /** The files that may lie beside the model on the web, and where they belong beside it here. */
    Map<URI, Path> settings(URI url) {
        String stem = ModelFiles.stem(file.getFileName().toString());
        return Map.of(
                url.resolve(stem + ".json"), file.resolveSibling(stem + ".json"),
                url.resolve(stem + ".names"), file.resolveSibling(stem + ".names"));
    }
}
