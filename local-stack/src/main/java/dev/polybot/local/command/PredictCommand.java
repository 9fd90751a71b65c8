package dev.polybot.local.command;

import dev.polybot.local.predict.ClassNumbers;
import dev.polybot.local.predict.CocoFormat;
import dev.polybot.local.predict.CsvFormat;
import dev.polybot.local.predict.NewFiles;
import dev.polybot.local.predict.NoTierException;
import dev.polybot.local.predict.Photo;
import dev.polybot.local.predict.PhotoArguments;
import dev.polybot.local.predict.PredictionClient;
import dev.polybot.local.predict.PredictionClient.Wanted;
import dev.polybot.local.predict.PredictionRun;
import dev.polybot.local.predict.ResultFormat;
import dev.polybot.local.predict.YoloFormat;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.StackFailure;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Finds things in photos: prints what was found and saves each photo with boxes drawn, as"
                    + " <name>-predicted.jpg.",
            "Nothing is replaced: a name that is taken gets a number, unless --force says otherwise.",
            "If the system is not up, it is started for this and ended afterwards. Ends with 1 when a photo"
                    + " could not be done."
        })
final class PredictCommand implements Callable<Integer> {

    /** In a system that has just started, the bot may hear of the model's classes a moment later. */
    private static final Duration LATE = Duration.ofMillis(300);

    private static final int LATECOMERS = 5;

    /** What is printed on standard output. */
    enum Format {
        csv,
        yolo,
        coco
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private StateDirectory home = new StateDirectory();

    @Option(
            names = "--confidence",
            paramLabel = "C",
            converter = Confidence.class,
            description = "Tell only what is at least so sure, such as 0.4 or 40%%.")
    private @Nullable Double confidence;

    @Option(
            names = "--only",
            paramLabel = "CLASS",
            split = ",",
            description = "Tell only these, such as --only person,dogs.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "PLACE",
            converter = Place.class,
            description =
                    "The folder for what is saved (default: the working folder); for one photo also the very file, JPEG or PNG.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace files that have the names of results.")
    private boolean force;

    @Option(names = "--no-pictures", description = "Save no pictures.")
    private boolean noPictures;

    @Option(
            names = "--json",
            description =
                    "Print a line of JSON for each photo: what was found, boxes in pixels, confidences, timings.")
    private boolean json;

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "csv: a line for each thing. coco: one COCO document. yolo: saves labels as <name>.txt."
                            + " Pictures are then saved only where --out says.")
    private @Nullable Format format;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "60",
            converter = Seconds.class,
            description = "Seconds to wait for each photo (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--rest",
            paramLabel = "URL",
            converter = HttpAddress.class,
            description =
                    "The REST tier of a system that runs elsewhere; POLYBOT_API_KEY holds its key.")
    private @Nullable URI rest;

    @Parameters(
            paramLabel = "PHOTO",
            arity = "1..*",
            description =
                    "Photos, folders of photos, patterns such as 'trip/**/*.jpg', or - for standard input.")
    private List<String> arguments = new ArrayList<>();

    private final Terminal progress = Terminal.on(System.err);

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        List<Photo> photos = photos();
        OutputPlace place = place(photos.size());
        NewFiles files = place.files();
        if (savesPictures() || format == Format.yolo) {
            files.prepare();
        }
        try (Session session = session();
                PredictionClient client =
                        new PredictionClient(session.restAddress(), ApiKey.in(System.getenv()))) {
            List<String> classes = classes(client);
            ResultFormat results = format(client, files, photos);
            PredictionRun run =
                    new PredictionRun(
                            client,
                            new Wanted(confidence, classes),
                            timeout,
                            savesPictures() ? files : null,
                            place.pictureName());
            int failed = run.of(photos, results, progress::count);
            return failed == 0 ? ExitCodes.OK : ExitCodes.NO_ANSWER;
        } catch (NoTierException e) {
            throw new StackFailure(
                    Objects.requireNonNull(e.getMessage()),
                    "--rest takes the address of one, such as http://127.0.0.1:8090.");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw rest == null
                    ? Session.lostHere(home.of(Installation.find()))
                    : Session.lostAt(rest, e);
        }
    }

    private void checkOptions() {
        if (json && format != null) {
            throw wrong("Give either --json or --format.");
        }
        if (only.stream().anyMatch(String::isBlank)) {
            throw wrong("--only names classes, such as --only person,dog.");
        }
    }

    /** Who asks for data has no pictures strewn into the working folder. */
    private boolean savesPictures() {
        return !noPictures && (format == null || out != null);
    }

    /** What {@code --only} names, as the model calls it. A mistake is told once, and not of each photo. */
    private List<String> classes(PredictionClient client) throws IOException, InterruptedException {
        if (only.isEmpty()) {
            return only;
        }
        ClassNames names = new ClassNames(client.classes());
        for (int more = 0; more < LATECOMERS && !names.knowAll(only); more++) {
            Thread.sleep(LATE);
            names = new ClassNames(client.classes());
        }
        try {
            return names.meant(only);
        } catch (IllegalArgumentException e) {
            throw wrong(Objects.requireNonNull(e.getMessage()));
        }
    }

    private List<Photo> photos() throws IOException {
        try {
            PhotoArguments.Named named =
                    json || format != null
                            ? PhotoArguments.readAny(arguments, System.in)
                            : PhotoArguments.read(arguments, System.in);
            if (!named.passedOver().isEmpty()) {
                progress.line(progress.faint(Terminal.printable(named.passedOver())));
            }
            return named.photos();
        } catch (IllegalArgumentException e) {
            throw wrong(Objects.requireNonNull(e.getMessage()));
        }
    }

    private OutputPlace place(int photos) {
        try {
            return OutputPlace.of(out, force, photos);
        } catch (IllegalArgumentException e) {
            throw wrong(Objects.requireNonNull(e.getMessage()));
        }
    }

    private ResultFormat format(PredictionClient client, NewFiles files, List<Photo> photos)
            throws IOException, InterruptedException {
        if (json) {
            return ResultFormat.json(System.out);
        }
        return switch (format) {
            case null -> new SpokenResults(Terminal.on(System.out), progress, photos);
            case csv -> tellingTroubles(new CsvFormat(System.out));
            case coco ->
                    tellingTroubles(new CocoFormat(System.out, new ClassNumbers(client.classes())));
            case yolo ->
                    tellingTroubles(
                            new YoloFormat(
                                    System.out, files, new ClassNumbers(client.classes()), photos));
        };
    }

    private ResultFormat tellingTroubles(ResultFormat results) {
        return ResultFormat.tellingTroubles(
                results, trouble -> progress.trouble(Terminal.printable(trouble)));
    }

    private Session session() throws IOException, InterruptedException {
        if (rest != null) {
            return Session.elsewhere(null, rest);
        }
        Installation installation = Installation.find();
        return Session.open(installation, home.of(installation), progress);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
