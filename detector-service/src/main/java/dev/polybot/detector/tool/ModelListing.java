package dev.polybot.detector.tool;

import dev.polybot.detector.model.KnownModel;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelCache;
import dev.polybot.detector.model.ModelCatalogue;
import dev.polybot.detector.model.ModelSearch;
import dev.polybot.detector.model.ModelSearchPlan;
import dev.polybot.detector.model.UnusableModelException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the models on this machine: the shipped model, those in the cache, files in the working folder, and the one in use.
 */
final class ModelListing {

    private final ModelSearchPlan plan;
    private final ModelCatalogue catalogue;
    private final Path workingFolder;
    private final ForwardTimes times;
    private final List<ListedModel> models;

    ModelListing(ModelSearchPlan plan, ModelCatalogue catalogue, Path workingFolder) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.workingFolder = workingFolder;
        this.times = new ForwardTimes(plan.cache().folder());
        this.models = list();
    }

    List<ListedModel> models() {
        return models;
    }

    /** Those of the catalogue that are not here. */
    List<KnownModel> toBeHad() {
        List<String> here =
                models.stream().filter(m -> m.trouble() == null).map(ListedModel::name).toList();
        return catalogue.models().stream()
                .filter(model -> !model.isShipped() && !here.contains(model.name()))
                .toList();
    }

    private List<ListedModel> list() {
        List<ListedModel> listed = new ArrayList<>();
        String used = originInUse();
        listed.add(look(null, used));
        Set<Path> files = new LinkedHashSet<>(plan.cache().files());
        files.addAll(ModelCache.modelFilesIn(workingFolder));
        if (used != null && Files.isRegularFile(Path.of(used))) {
            files.add(Path.of(used));
        }
        files.forEach(file -> listed.add(look(file, used)));
        return listed;
    }

    /** Where the model comes from that a detector would use; null when there is none without a download. */
    private @Nullable String originInUse() {
        try {
            ModelSearch search = search(plan.configured());
            search.check();
            return search.needsDownload() ? null : search.find().origin();
        } catch (UnusableModelException e) {
            return null;
        }
    }

    private ListedModel look(@Nullable Path file, @Nullable String used) {
        String place = file == null ? "shipped" : file.toAbsolutePath().normalize().toString();
        try {
            LocatedModel model = search(file == null ? null : place).find();
            long bytes = size(model);
            Optional<KnownModel> known = catalogue.find(model.info().name());
            return new ListedModel(
                    model.info().name(),
                    place,
                    model.origin().equals(used),
                    model.license(),
                    bytes,
                    known.map(KnownModel::map).orElse(null),
                    times.of(model, bytes),
                    null);
        } catch (UnusableModelException e) {
            String name = file == null ? "shipped" : String.valueOf(file.getFileName());
            return new ListedModel(name, place, false, null, 0, null, null, e.getMessage());
        }
    }

    private ModelSearch search(@Nullable String configured) {
        return new ModelSearch(
                new ModelSearchPlan(configured, null, plan.cache(), true, plan.timeouts()),
                catalogue,
                (name, bytes, total) -> {});
    }

    private static long size(LocatedModel model) {
        try (InputStream content = model.content().open()) {
            return content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UnusableModelException(
                    "The model at " + model.origin() + " cannot be read.", e);
        }
    }
}
