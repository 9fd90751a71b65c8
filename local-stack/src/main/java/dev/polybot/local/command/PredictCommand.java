package dev.polybot.local.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Finds things in a photo: prints what was found and saves the photo with boxes drawn.",
            "Ends with 1 when no picture came back, because it could not be done or took too long."
        })
final class PredictCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private AskOptions options = new AskOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where the picture goes (default: <name>-predicted.jpg in the working folder).")
    private @Nullable Path out;

    @Option(names = "--as-file", description = "Send the photo as a file, byte for byte.")
    private boolean asFile;

    @Parameters(paramLabel = "PHOTO", description = "The photo.")
    private Path photo = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Pictures.check(spec, List.of(photo));
        ChatExchange exchange = new ChatExchange("predict", List.of(photo), asFile);
        Answer answer = options.ask(exchange, SavedFiles.as(out, "-predicted"));
        return answer.hasPicture() ? ExitCodes.OK : ExitCodes.NO_ANSWER;
    }
}
