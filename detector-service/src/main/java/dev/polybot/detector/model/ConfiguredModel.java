package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model that the configuration names. Who names one wants that one: if it cannot be had, nothing else is looked for. */
final class ConfiguredModel implements ModelPlace {

    private final ModelSearchPlan plan;
    private final ModelDownload download;

    ConfiguredModel(ModelSearchPlan plan, ModelDownload download) {
        this.plan = plan;
        this.download = download;
    }

    @Override
    public Finding look() {
        String configured = plan.configured();
        if (configured == null) {
            return new Finding.Nothing("DETECTOR_MODEL is not set");
        }
        String sha256 = plan.sha256();
        Checksum wanted = sha256 == null ? null : Checksum.sha256(sha256);
        return new Finding.Found(
                isUrl(configured)
                        ? downloaded(URI.create(configured), wanted)
                        : onDisk(Path.of(configured), wanted));
    }

    private static boolean isUrl(String configured) {
        return configured.startsWith("http://") || configured.startsWith("https://");
    }

    private LocatedModel downloaded(URI url, @Nullable Checksum wanted) {
        DownloadedModel model = DownloadedModel.of(url, plan.cache());
        if (!Files.exists(model.file())) {
            try {
                download.fetch(url, model.file(), wanted);
            } catch (DownloadFailedException e) {
                throw new UnusableModelException(
                        "The model that DETECTOR_MODEL names could not be downloaded: "
                                + e.getMessage(),
                        e);
            }
            model.settings(url).forEach(download::fetchIfThere);
        }
        return DiskFolder.read(model.file(), wanted);
    }

    private static LocatedModel onDisk(Path file, @Nullable Checksum wanted) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableModelException(
                    "DETECTOR_MODEL names "
                            + file.toAbsolutePath().normalize()
                            + ", and there is no such file.");
        }
        return DiskFolder.read(file, wanted);
    }
}
