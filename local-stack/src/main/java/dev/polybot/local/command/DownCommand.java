package dev.polybot.local.command;

import dev.polybot.local.stack.FolderLock;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.PidFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Ends the system that `up` started.")
final class DownCommand implements Callable<Integer> {

    private static final int LIMIT_SECONDS = 90;

    /** What the system makes in its folder; nothing else is ever removed. */
    private static final List<String> OURS = List.of("data", "logs", "running.json", "lock");

    @Mixin private StateDirectory home = new StateDirectory();

    @Option(
            names = "--clean",
            description = "Also removes its data: chats, pictures, predictions, logs.")
    private boolean clean;

    private final Terminal terminal = Terminal.on(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = home.of(Installation.find());
        // Whatever works in the folder, also what only starts.
        Optional<ProcessHandle> process = FolderLock.holder(folder);
        if (process.isEmpty()) {
            // A version before the lock.
            process = PidFile.find(folder).flatMap(PidFile::process);
        }
        if (process.isPresent()) {
            end(process.get());
            terminal.line("Polybot has ended.");
        } else {
            terminal.line("Polybot is not running.");
        }
        if (clean) {
            remove(folder);
        }
        return ExitCodes.OK;
    }

    private void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            terminal.line("It does not end by itself and is killed.");
            process.destroyForcibly();
        }
    }

    private void remove(Path folder) throws IOException {
        for (String name : OURS) {
            Path place = folder.resolve(name);
            if (Files.exists(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
                terminal.line("Removed " + place);
            }
        }
    }
}
