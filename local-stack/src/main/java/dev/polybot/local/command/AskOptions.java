package dev.polybot.local.command;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatRefusedException;
import dev.polybot.local.stack.Installation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;

/** What the commands that ask the bot have in common. */
final class AskOptions {

    /** The chat of those who talk from a terminal. */
    private static final String TERMINAL_CHAT = "4242002";

    @Mixin private StateDirectory home = new StateDirectory();

    @Option(
            names = "--page",
            paramLabel = "URL",
            converter = HttpAddress.class,
            description = "The chat page of a system that runs elsewhere, such as in containers.")
    private @Nullable URI page;

    @Option(names = "--json", description = "Print the answer as one JSON document.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "60",
            converter = Seconds.class,
            description = "Seconds to wait for the answer (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(names = "--chat", hidden = true, defaultValue = TERMINAL_CHAT)
    private long chatId;

    private final Terminal progress = Terminal.on(System.err);

    /** Asks, saves what comes back, prints it. */
    Answer ask(ChatExchange talk, SavedFiles saved) throws IOException, InterruptedException {
        saved.prepare();
        try (Session session = session();
                ChatClient chat = new ChatClient(session.chatPage(), chatId)) {
            long start = System.nanoTime();
            ChatExchange.Said said = talk.with(chat, timeout, progress);
            double seconds = (System.nanoTime() - start) / 1e9;
            Answer answer = new Answer(saved.save(chat, talk, said), seconds);
            print(answer);
            return answer;
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw Session.nobodyAt(page);
        } catch (ChatRefusedException e) {
            progress.line("The chat does not take this: " + e.getMessage());
            return new Answer(List.of(), 0);
        }
    }

    private Session session() throws IOException, InterruptedException {
        if (page != null) {
            return Session.elsewhere(page, null);
        }
        Installation installation = Installation.find();
        return Session.open(installation, home.of(installation), progress);
    }

    private void print(Answer answer) {
        if (answer.parts().isEmpty()) {
            progress.line("The bot has not answered in " + timeout.toSeconds() + " seconds.");
        }
        if (json) {
            System.out.println(answer.toJson());
        } else if (!answer.parts().isEmpty()) {
            answer.print(Terminal.on(System.out));
        }
    }
}
