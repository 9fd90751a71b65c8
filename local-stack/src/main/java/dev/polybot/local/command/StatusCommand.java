package dev.polybot.local.command;

import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.PidFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says whether the system is running, and where.")
final class StatusCommand implements Callable<Integer> {

    @Mixin private StateDirectory home = new StateDirectory();

    private final Terminal terminal = Terminal.on(System.out);

    @Override
    public Integer call() throws IOException {
        Optional<PidFile> running = PidFile.find(home.of(Installation.find()));
        if (running.isEmpty()) {
            terminal.line("Polybot is not running. `./polybot up` starts it.");
            return ExitCodes.NO_STACK;
        }
        URI page = running.get().page();
        terminal.line(
                "Polybot is running "
                        + (page == null ? "on Telegram" : "at " + page)
                        + " (process "
                        + running.get().pid()
                        + ").");
        return ExitCodes.OK;
    }
}
