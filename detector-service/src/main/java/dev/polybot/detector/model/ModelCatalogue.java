package dev.polybot.detector.model;

import org.apache.commons.text.similarity.LevenshteinDistance;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The models that have a name: {@code models/catalogue.json}. */
public record ModelCatalogue(List<KnownModel> models) {

    /** More typing errors than these make another word. */
    private static final int MAX_TYPOS = 2;

    public ModelCatalogue {
        models = List.copyOf(models);
    }

    /** The catalogue in this program's own jar. */
    public static ModelCatalogue read() {
        try (InputStream json =
                ModelCatalogue.class.getResourceAsStream("/models/catalogue.json")) {
            return new ModelCatalogue(
                    List.of(
                            JsonMapper.shared()
                                    .readValue(Objects.requireNonNull(json), KnownModel[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model of that name, however it is capitalised. */
    public Optional<KnownModel> find(String name) {
        return models.stream().filter(model -> model.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The name that somebody who wrote this probably meant. */
    public Optional<String> nearest(String written) {
        return closest(written.toLowerCase(Locale.ROOT), names());
    }

    public List<String> names() {
        return models.stream().map(KnownModel::name).toList();
    }

    /** The candidate that somebody who wrote this probably meant. */
    static Optional<String> closest(String written, Collection<String> candidates) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return candidates.stream()
                .filter(candidate -> distance.apply(written, candidate) <= MAX_TYPOS)
                .min(Comparator.comparing(candidate -> distance.apply(written, candidate)));
    }
}
