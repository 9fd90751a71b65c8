package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The parsed value of {@code DETECTOR_MODEL}. */
sealed interface ModelLocation {

    /** The one in this program's own jar. */
    record Shipped() implements ModelLocation {}

    /** A file that is there and looks like a model. */
    record OnDisk(Path file) implements ModelLocation {}

    /** A file on the web. */
    record OnWeb(URI url) implements ModelLocation {}

    /** One that has to be fetched first. */
    record ToFetch(KnownModel model, KnownModel.Source source) implements ModelLocation {}

    /**
     * Reads what the configuration says, without asking anybody on the network.
     *
     * @param configured a name, a path or an http(s) address; null for the model that the project ships
     * @throws UnusableModelException when it names nothing that could be used; the message says what to do
     */
    static ModelLocation of(
            @Nullable String configured, ModelCatalogue catalogue, ModelCache cache) {
        if (configured == null) {
            return new Shipped();
        }
        if (configured.contains("://")) {
            return new OnWeb(address(configured));
        }
        if (looksLikeAPath(configured)) {
            return new OnDisk(ModelFileCheck.passed(path(configured)));
        }
        return named(configured, catalogue, cache);
    }

    private static ModelLocation named(String name, ModelCatalogue catalogue, ModelCache cache) {
        if (name.equalsIgnoreCase(ShippedModel.NAME)) {
            return new Shipped();
        }
        Optional<Path> cached = cache.find(name);
        if (cached.isPresent()) {
            return new OnDisk(ModelFileCheck.passed(cached.get()));
        }
        KnownModel known =
                catalogue
                        .find(name)
                        .orElseThrow(() -> new UnusableModelException(unknown(name, catalogue)));
        KnownModel.Source source = known.source();
        if (source == null) {
            throw new UnusableModelException(
                    "DETECTOR_MODEL names "
                            + known.name()
                            + ", which has to be exported first: "
                            + ModelFileCheck.howToExport(known.name())
                            + ". Then name the file that it wrote.");
        }
        return new ToFetch(known, source);
    }

    private static String unknown(String name, ModelCatalogue catalogue) {
        String meant =
                catalogue.nearest(name).map(close -> " Did you mean " + close + "?").orElse("");
        return "DETECTOR_MODEL names %s: there is no such file, and no model of that name.%s Known names: %s. A file of your own comes from YOLOv5's export.py (docs/models.md)."
                .formatted(name, meant, String.join(", ", catalogue.names()));
    }

    private static boolean looksLikeAPath(String configured) {
        return configured.contains("/")
                || configured.contains("\\")
                || ModelFormat.of(configured) != null
                || ModelFileCheck.isCheckpointName(configured)
                || Files.exists(path(configured));
    }

    private static Path path(String configured) {
        try {
            return Path.of(configured);
        } catch (InvalidPathException e) {
            throw new UnusableModelException(
                    "DETECTOR_MODEL names " + configured + ", which is no path.", e);
        }
    }

    private static URI address(String configured) {
        try {
            URI url = URI.create(configured);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableModelException(
                    "DETECTOR_MODEL names " + configured + ", which is no address.", e);
        }
        throw new UnusableModelException(
                "DETECTOR_MODEL names "
                        + configured
                        + "; an address begins with https:// and names a server.");
    }
}
