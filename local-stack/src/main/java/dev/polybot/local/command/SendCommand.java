package dev.polybot.local.command;

import dev.polybot.local.predict.NewFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Says anything to the bot and shows what comes back.",
            "Several pictures are sent as an album. If the system is not up, it is started for this"
                    + " and ended afterwards."
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
            description = "Folder for the pictures that come back (default: the working folder).")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace files that have the names of answers.")
    private boolean force;

    @Parameters(paramLabel = "PHOTO", arity = "0..*", description = "Pictures to send.")
    private List<Path> photos = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (photos.isEmpty() == text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give either --text or pictures, such as: send --text hello");
        }
        if (photos.isEmpty() && !caption.isBlank()) {
            throw new ParameterException(spec.commandLine(), "A --caption needs a picture.");
        }
        Pictures.check(spec, photos);
        ChatExchange talk = new ChatExchange(photos.isEmpty() ? text : caption, photos, asFile);
        Answer answer = options.ask(talk, new SavedFiles(new NewFiles(out, force), "-answer"));
        return answer.parts().isEmpty() ? ExitCodes.NO_ANSWER : ExitCodes.OK;
    }
}
