package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the model to use: the one that the configuration names, else the one that the project ships. Who names one gets that
 * one or an error; nothing is downloaded that nobody asked for.
 */
public final class ModelSearch {

    private final ModelSearchPlan plan;
    private final ModelCatalogue catalogue;
    private final ModelDownload download;

    public ModelSearch(ModelSearchPlan plan) {
        this(plan, ModelCatalogue.read(), new LoggedProgress());
    }

    public ModelSearch(ModelSearchPlan plan, ModelCatalogue catalogue, DownloadListener listener) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.download = new ModelDownload(plan.timeouts(), plan.offline(), listener);
    }

    /**
     * Looks whether there can be such a model, without network or engine: what can be told at once.
     *
     * @throws UnusableModelException when there can be none
     */
    public void check() {
        if (needsDownload() && plan.offline()) {
            throw refusedOffline();
        }
    }

    /** Whether the model is named rightly, but not on this machine yet. */
    public boolean needsDownload() {
        return switch (location()) {
            case ModelLocation.Shipped() -> false;
            case ModelLocation.OnDisk(Path _) -> false;
            case ModelLocation.OnWeb(URI url) ->
                    !Files.exists(DownloadedModel.of(url, plan.cache().folder()).file());
            case ModelLocation.ToFetch(KnownModel _, KnownModel.Source _) -> true;
        };
    }

    /**
     * The model, fetched first if it must be.
     *
     * @throws UnusableModelException when it cannot be had or used; the message says why and what to do
     */
    public LocatedModel find() {
        String sha256 = plan.sha256();
        Checksum wanted = sha256 == null ? null : Checksum.sha256(sha256);
        check();
        return switch (location()) {
            case ModelLocation.Shipped() -> ShippedModel.read();
            case ModelLocation.OnDisk(Path file) -> DiskFolder.read(file, wanted);
            case ModelLocation.OnWeb(URI url) -> fromWeb(url, wanted);
            case ModelLocation.ToFetch(KnownModel model, KnownModel.Source source) ->
                    DiskFolder.read(fetch(model, source), wanted);
        };
    }

    private ModelLocation location() {
        return ModelLocation.of(plan.configured(), catalogue, plan.cache());
    }

    private UnusableModelException refusedOffline() {
        return new UnusableModelException(
                "DETECTOR_MODEL names "
                        + plan.configured()
                        + ", which is not on this machine, and DETECTOR_OFFLINE forbids to download it."
                        + " Leave DETECTOR_OFFLINE out once, or name a file.");
    }

    private LocatedModel fromWeb(URI url, @Nullable Checksum wanted) {
        DownloadedModel model = DownloadedModel.of(url, plan.cache().folder());
        if (!Files.exists(model.file())) {
            try {
                download.fetch(url, model.file(), wanted);
            } catch (DownloadFailedException e) {
                throw new UnusableModelException(
                        "The model that DETECTOR_MODEL names could not be downloaded: "
                                + e.getMessage()
                                + ".",
                        e);
            }
            model.settings(url).forEach(download::fetchIfThere);
        }
        return DiskFolder.read(ModelFileCheck.passed(model.file()), wanted);
    }

    private Path fetch(KnownModel model, KnownModel.Source source) {
        try {
            return new CatalogueDownload(download, plan.cache()).fetch(model, source);
        } catch (DownloadFailedException e) {
            throw new UnusableModelException(
                    model.name()
                            + " could not be downloaded: "
                            + e.getMessage()
                            + ". Try again where there is internet, or bring the file "
                            + plan.cache().fileOf(model.name()).getFileName()
                            + " to "
                            + plan.cache().folder()
                            + " by hand.",
                    e);
        }
    }
}
