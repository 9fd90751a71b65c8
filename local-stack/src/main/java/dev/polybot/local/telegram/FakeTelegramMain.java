package dev.polybot.local.telegram;

import dev.polybot.local.telegram.delivery.Backoff;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * The stand-in as a program of its own, for a container. The environment variable {@code TELEGRAM_TOKEN} is the token of the
 * bot that it knows.
 */
@Command(
        name = "FakeTelegramMain",
        description = "Telegram on one machine, with a page to chat on.")
public final class FakeTelegramMain implements Callable<Integer> {

    @Option(names = "--port", description = "Where it answers.", required = true)
    private int port;

    @Option(names = "--name", description = "The name by which bots reach it.", required = true)
    private String name = "";

    @Option(names = "--data", description = "Where chats and files are kept.", required = true)
    private Path data = Path.of("");

    @Option(names = "--samples", description = "Pictures that the page offers.", required = true)
    private Path samples = Path.of("");

    private FakeTelegramMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FakeTelegramMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String token = System.getenv("TELEGRAM_TOKEN");
        if (token == null || token.isBlank()) {
            System.err.println("TELEGRAM_TOKEN must be the token that the bot has.");
            return CommandLine.ExitCode.USAGE;
        }
        FakeTelegramServer.Settings settings =
                new FakeTelegramServer.Settings(
                        port, data, token.strip(), samples, Backoff.DEFAULT, name);
        try (FakeTelegramServer telegram = FakeTelegramServer.start(settings)) {
            System.out.println("The chat page is at port " + telegram.address().getPort() + ".");
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        }
    }
}
