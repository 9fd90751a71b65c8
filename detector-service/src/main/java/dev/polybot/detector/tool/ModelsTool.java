package dev.polybot.detector.tool;

import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.KnownModel;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelCache;
import dev.polybot.detector.model.ModelCatalogue;
import dev.polybot.detector.model.ModelSearch;
import dev.polybot.detector.model.ModelSearchPlan;
import dev.polybot.detector.model.UnusableModelException;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The command {@code java -jar detector-service.jar models list|get|prepare|evaluate|ready}. It reads the detector's own
 * environment variables and starts neither Spring nor, unless something has to be measured, an engine.
 */
public final class ModelsTool {

    /** The command or {@code DETECTOR_MODEL} is wrong. */
    static final int WRONG = 2;

    /** A model could not be had. */
    static final int FAILED = 1;

    /** The commands that are told which model. */
    private static final List<String> NAMING = List.of("get", "prepare");

    private static final DownloadTimeouts TIMEOUTS =
            new DownloadTimeouts(Duration.ofSeconds(5), Duration.ofMinutes(30));

    private final Map<String, String> environment;
    private final ModelCatalogue catalogue;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out for what was asked
     * @param err for progress and troubles
     */
    public ModelsTool(
            Map<String, String> environment,
            ModelCatalogue catalogue,
            PrintStream out,
            PrintStream err) {
        this.environment = environment;
        this.catalogue = catalogue;
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments say and returns the exit code. */
    public int run(List<String> arguments) {
        try {
            return switch (arguments) {
                case List<String> a when a.equals(List.of("list")) -> list(false);
                case List<String> a when a.equals(List.of("list", "--json")) -> list(true);
                case List<String> a when a.size() == 2 && a.getFirst().equals("get") ->
                        get(a.getLast());
                case List<String> a when a.equals(List.of("ready")) -> ready();
                case List<String> a when a.size() == 2 && a.getFirst().equals("prepare") ->
                        prepare(a.getLast(), false);
                case List<String> a
                        when a.size() == 3
                                && a.subList(0, 2).equals(List.of("prepare", "--force")) ->
                        prepare(a.getLast(), true);
                case List<String> a when a.size() == 2 && a.getFirst().equals("evaluate") ->
                        evaluate(a.getLast());
                default -> {
                    err.println(
                            "Known are: models list [--json], models get NAME, models prepare [--force] FILE, models"
                                    + " evaluate FOLDER, and models"
                                    + " ready, which looks whether the model that DETECTOR_MODEL names can be"
                                    + " used and fetches it.");
                    yield WRONG;
                }
            };
        } catch (UnusableModelException e) {
            String sentence = String.valueOf(e.getMessage());
            err.println(NAMING.contains(arguments.getFirst()) ? asNamed(sentence) : sentence);
            return WRONG;
        }
    }

    /** Who names a model in the command has set no variable. */
    private static String asNamed(String sentence) {
        return sentence.replaceFirst("^DETECTOR_MODEL names", "You named");
    }

    private int list(boolean json) {
        ModelListing listing =
                new ModelListing(plan(configured()), catalogue, Path.of("").toAbsolutePath());
        if (json) {
            out.println(ListedModels.toJson(listing.models(), catalogue));
        } else {
            new ModelTable(out).print(listing.models(), listing.toBeHad(), cache().folder());
        }
        return 0;
    }

    private int get(String name) {
        Optional<KnownModel> known = catalogue.find(name);
        if (known.filter(KnownModel::isShipped).isPresent()) {
            out.println(known.get().name() + " comes with Polybot: there is nothing to fetch.");
            return 0;
        }
        if (known.isEmpty() && name.matches("[\\w.-]+") && cache().find(name).isEmpty()) {
            err.println(
                    "There is no model called "
                            + name
                            + "."
                            + catalogue
                                    .nearest(name)
                                    .map(near -> " Did you mean " + near + "?")
                                    .orElse("")
                            + " Known names: "
                            + String.join(", ", catalogue.names())
                            + ".");
            return WRONG;
        }
        return fetch(known.map(KnownModel::name).orElse(name));
    }

    private int ready() {
        String configured = configured();
        if (configured == null) {
            return 0;
        }
        int code = fetch(configured);
        LocatedModel model = code == 0 ? search(configured).find() : null;
        if (model != null && !model.isShipped()) {
            YoloDetector.tryOut(model, new EngineThreads(1));
        }
        return code;
    }

    /** Writes beside the export what runs faster. */
    private int prepare(String file, boolean force) {
        Optional<KnownModel> known = catalogue.find(file);
        if (known.isPresent() && !Files.exists(Path.of(file))) {
            err.println("models prepare takes a file, and " + howToHave(known.get()));
            return WRONG;
        }
        LocatedModel export = search(file).find();
        Path prepared = new Preparation(export, force).write();
        LocatedModel model = search(prepared.toString()).find();
        out.println("Prepared " + prepared + ": every box is the same as before.");
        out.printf(
                Locale.ROOT,
                "A forward pass takes %.1f ms on one thread, the export's %.1f.%n",
                ForwardTimes.measure(model),
                ForwardTimes.measure(export));
        out.println(useOf(prepared.toString()));
        return 0;
    }

    private static String howToHave(KnownModel model) {
        if (model.isShipped()) {
            return model.name() + " comes with Polybot, at its best already.";
        }
        return model.name()
                + (model.source() == null
                        ? " has to be exported first: python export.py --weights %s.pt --include onnx."
                                .formatted(model.name())
                        : " is fetched by name as it is (models get %s); export it as ONNX to prepare it."
                                .formatted(model.name()));
    }

    private static String useOf(String model) {
        return "Use it with: DETECTOR_MODEL=" + shellWord(model) + " ./polybot up";
    }

    private static String shellWord(String text) {
        return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Judges the model that a detector would use. */
    private int evaluate(String folder) {
        ModelSearch search = search(configured());
        search.check();
        new Evaluation(search.find(), out).run(Path.of(folder));
        return 0;
    }

    /** Fetches what is not here; says nothing of what is. */
    private int fetch(String name) {
        ModelSearch search = search(name);
        search.check();
        boolean comes = search.needsDownload();
        if (comes) {
            err.println(announcement(name));
        }
        try {
            LocatedModel model = search.find();
            if (comes) {
                out.println("Fetched " + model.origin());
                out.println(useOf(name));
            }
            return 0;
        } catch (UnusableModelException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private ModelSearch search(@Nullable String configured) {
        return new ModelSearch(plan(configured), catalogue, new DownloadBar(err));
    }

    private String announcement(String name) {
        return catalogue
                .find(name)
                .map(
                        model ->
                                "Fetching %s, %s. Its weights are under %s%s: using them, you accept that."
                                        .formatted(
                                                model.name(),
                                                size(model),
                                                model.license(),
                                                model.licenseUrl() == null
                                                        ? ""
                                                        : " (" + model.licenseUrl() + ")"))
                .orElse("Fetching " + name + ". Its licence is not known here.");
    }

    private static String size(KnownModel model) {
        KnownModel.Source source = model.source();
        return source == null ? "" : ModelTable.megabytes(source.bytes());
    }

    private ModelSearchPlan plan(@Nullable String configured) {
        return new ModelSearchPlan(
                configured,
                blankAsNull("DETECTOR_MODEL_SHA256"),
                cache(),
                "true".equalsIgnoreCase(blankAsNull("DETECTOR_OFFLINE")),
                TIMEOUTS);
    }

    private ModelCache cache() {
        String folder = blankAsNull("DETECTOR_CACHE_DIR");
        return new ModelCache(
                folder == null
                        ? Path.of(System.getProperty("user.home"), ".cache", "polybot", "models")
                        : Path.of(folder));
    }

    private @Nullable String configured() {
        return blankAsNull("DETECTOR_MODEL");
    }

    private @Nullable String blankAsNull(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
