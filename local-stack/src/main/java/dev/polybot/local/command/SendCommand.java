package dev.polybot.local.command;

import dev.polybot.local.predict.NewFiles;
import dev.polybot.local.predict.Photo;
import dev.polybot.local.predict.PhotoArguments;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Says anything to the bot and shows what comes back.",
            "Several pictures are sent as an album; more than 10, which is what an album holds, as several, one"
                    + " after the other, each with the caption.",
            "What comes back is saved as <name>-answer.jpg. Nothing is replaced: a name that is taken gets a"
                    + " number, unless --force says otherwise.",
            "If the system is not up, it is started for this and ended afterwards. Ends with 1 when something"
                    + " was not answered or could not be sent; words are an answer, also those that a picture cannot be done."
        })
final class SendCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private AskOptions options = new AskOptions();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "A text, when there is no picture.")
    private String text = "";

    @Option(names = "--caption", paramLabel = "TEXT", description = "The pictures' caption.")
    private String caption = "";

    @Option(names = "--as-file", description = "Send pictures as files, byte for byte.")
    private boolean asFile;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Place.class,
            description = "Folder for the pictures that come back (default: the working folder).")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace files that have the names of answers.")
    private boolean force;

    @Parameters(
            paramLabel = "PHOTO",
            arity = "0..*",
            description =
                    "Pictures to send, folders of them, patterns such as 'trip/**/*.jpg', or - for standard input.")
    private List<String> arguments = new ArrayList<>();

    private final Terminal progress = Terminal.on(System.err);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (arguments.isEmpty() == text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give either --text or pictures, such as: send --text hello");
        }
        if (arguments.isEmpty() && !caption.isBlank()) {
            throw new ParameterException(spec.commandLine(), "A --caption needs a picture.");
        }
        SavedFiles saved = new SavedFiles(new NewFiles(out, force), PhotoArguments.ANSWER);
        if (arguments.isEmpty()) {
            return exitCode(options.ask(List.of(new ChatExchange(text, List.of(), asFile)), saved));
        }
        List<Photo> photos = photos();
        Path copies = Files.createTempDirectory("polybot-send");
        try {
            List<Path> files = files(photos, copies);
            boolean answered = options.ask(ChatExchange.albums(caption, files, asFile), saved);
            return exitCode(answered && files.size() == photos.size());
        } finally {
            for (Photo photo : photos) {
                Files.deleteIfExists(copies.resolve(photo.name()));
            }
            Files.delete(copies);
        }
    }

    private List<Photo> photos() throws IOException {
        try {
            PhotoArguments.Named named = PhotoArguments.readAny(arguments, System.in);
            if (!named.passedOver().isEmpty()) {
                progress.line(progress.faint(Terminal.printable(named.passedOver())));
            }
            return named.photos();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), Objects.requireNonNull(e.getMessage()));
        }
    }

    /** What is named like a picture in a folder and cannot be read is told, and the others are sent. */
    private List<Path> files(List<Photo> photos, Path copies) {
        List<Path> files = new ArrayList<>();
        for (Photo photo : photos) {
            try {
                files.add(photo.asFile(copies));
            } catch (IOException e) {
                progress.trouble(Terminal.printable(photo.label() + ": " + e.getMessage()));
            }
        }
        return files;
    }

    private static int exitCode(boolean answered) {
        return answered ? ExitCodes.OK : ExitCodes.NO_ANSWER;
    }
}
