package dev.polybot.detector.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * YOLOv5s from DJL's model zoo ({@code djl://ai.djl.pytorch/yolov5s}). It is fetched here and not by DJL, which has no time
 * limit that a start behind a firewall could bear, and then lies in the cache like any other model.
 */
final class ZooModel implements ModelPlace {

    private static final Logger LOG = LoggerFactory.getLogger(ZooModel.class);

    /** As the zoo's own index states it. */
    private static final Checksum SHA1 =
            new Checksum("SHA-1", "a9df550da5914d109d95dd3a0371aedc714fa083");

    private static final long MAX_ENTRY_BYTES = 256L * 1024 * 1024;
    private static final String NAME = "yolov5s";

    private final URI zip;
    private final Path cache;
    private final ModelDownload download;
    private final Checksum wanted;

    ZooModel(URI zip, Path cache, ModelDownload download) {
        this(zip, cache, download, SHA1);
    }

    ZooModel(URI zip, Path cache, ModelDownload download, Checksum wanted) {
        this.zip = zip;
        this.cache = cache;
        this.download = download;
        this.wanted = wanted;
    }

    @Override
    public Finding look() {
        Path archive = cache.resolve("zoo-" + NAME + ".zip");
        LOG.info("Looking for {} in DJL's model zoo at {}", NAME, zip.getHost());
        try {
            download.fetch(zip, archive, wanted);
            Path model = unpack(archive);
            Files.delete(archive);
            return new Finding.Found(DiskFolder.read(model, null));
        } catch (DownloadFailedException | IOException e) {
            LOG.info("DJL's model zoo was of no help: {}", e.getMessage());
            return new Finding.Nothing("DJL's model zoo: " + e.getMessage());
        }
    }

    /** The weights come last: with them, the model counts as cached. */
    private Path unpack(Path archive) throws IOException {
        Path model = cache.resolve(NAME + ModelFiles.EXTENSION);
        try (ZipFile files = new ZipFile(archive.toFile())) {
            copy(files, entry(files, "synset.txt"), cache.resolve(NAME + ".names"));
            Files.write(
                    cache.resolve(NAME + ".json"),
                    JsonMapper.shared().writeValueAsBytes(ModelSettings.ZOO_YOLOV5S));
            copy(files, entry(files, NAME), model);
        }
        return model;
    }

    private static ZipEntry entry(ZipFile files, String name) throws IOException {
        Enumeration<? extends ZipEntry> entries = files.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String path = entry.getName();
            String file = path.substring(path.lastIndexOf('/') + 1);
            boolean isWeights = file.startsWith(name + '.') && isTorchScript(file);
            if (!entry.isDirectory() && (file.equals(name) || isWeights)) {
                return entry;
            }
        }
        throw new IOException("the archive holds no " + name);
    }

    private static boolean isTorchScript(String file) {
        return file.endsWith(".pt") || file.endsWith(ModelFiles.EXTENSION);
    }

    private static void copy(ZipFile files, ZipEntry entry, Path target) throws IOException {
        if (entry.getSize() > MAX_ENTRY_BYTES) {
            throw new IOException("the archive's " + entry.getName() + " is too large");
        }
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        try (var in = files.getInputStream(entry)) {
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
