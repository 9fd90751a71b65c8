package dev.polybot.local.command;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatRefusedException;
import dev.polybot.local.chat.NoChatException;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.StackFailure;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

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

    @Option(
            names = "--json",
            description = "Print the answer as a JSON document, for each album one.")
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

    /** Asks one after the other, saves what comes back, prints it; tells whether everything was answered. */
    boolean ask(List<ChatExchange> talks, SavedFiles saved)
            throws IOException, InterruptedException {
        saved.prepare();
        int pictures = talks.stream().mapToInt(talk -> talk.pictures().size()).sum();
        int sent = 0;
        boolean answered = true;
        try (Session session = session();
                ChatClient chat = new ChatClient(session.chatPage(), chatId)) {
            for (ChatExchange talk : talks) {
                progress.count(sent, pictures);
                answered &= isAnswered(talk, chat, saved, talks.size() == 1 ? "" : talk.name());
                progress.count(-1, pictures);
                sent += talk.pictures().size();
            }
            return answered;
        } catch (NoChatException e) {
            throw new StackFailure(
                    Objects.requireNonNull(e.getMessage()),
                    "--page takes the address of one, such as http://127.0.0.1:8080.");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw page == null
                    ? Session.lostHere(home.of(Installation.find()))
                    : Session.lostAt(page, e);
        }
    }

    /**
     * @param name what tells it from others; empty where there are none
     */
    private boolean isAnswered(ChatExchange talk, ChatClient chat, SavedFiles saved, String name)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            ChatExchange.Said said = talk.with(chat, timeout, progress);
            double seconds = (System.nanoTime() - start) / 1e9;
            Answer answer = new Answer(saved.save(chat, talk, said), seconds);
            print(answer, name);
            return !answer.parts().isEmpty();
        } catch (ChatRefusedException e) {
            progress.line(of(name) + "The chat does not take this: " + e.getMessage());
            return false;
        }
    }

    private Session session() throws IOException, InterruptedException {
        if (page != null) {
            return Session.elsewhere(page, null);
        }
        Installation installation = Installation.find();
        return Session.open(installation, home.of(installation), progress);
    }

    private void print(Answer answer, String name) {
        if (answer.parts().isEmpty()) {
            progress.line(
                    of(name) + "The bot has not answered in " + timeout.toSeconds() + " seconds.");
        }
        if (json) {
            System.out.println(answer.toJson());
        } else if (!name.isEmpty()) {
            answer.printInLines(Terminal.on(System.out));
        } else if (!answer.parts().isEmpty()) {
            answer.print(Terminal.on(System.out));
        }
    }

    private static String of(String name) {
        return name.isEmpty() ? "" : name + ": ";
    }
}
