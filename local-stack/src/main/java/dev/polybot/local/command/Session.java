package dev.polybot.local.command;

import dev.polybot.local.stack.FolderLock;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.NamedModel;
import dev.polybot.local.stack.PidFile;
import dev.polybot.local.stack.StackFailure;
import dev.polybot.local.stack.StackOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * A running system to talk to: the one that is up, or else one of its own that ends with the session.
 *
 * @param page the stand-in's address; null with the real Telegram
 * @param rest where pictures are taken over REST; null when that is not known
 * @param detectors where the detectors say whether they are ready
 */
record Session(
        @Nullable URI page, @Nullable URI rest, List<URI> detectors, @Nullable LocalStack own)
        implements AutoCloseable {

    /** The answer is there: nothing is worth waiting for. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    static Session open(Installation installation, Path home, Terminal terminal)
            throws IOException, InterruptedException {
        Optional<PidFile> running = PidFile.find(home);
        if (running.isEmpty() && FolderLock.holder(home).isPresent()) {
            terminal.line(
                    "Polybot is being started or used here by another command: waiting for it.");
            while (running.isEmpty() && FolderLock.holder(home).isPresent()) {
                Thread.sleep(BETWEEN_LOOKS);
                running = PidFile.find(home);
            }
        }
        if (running.isPresent()) {
            PidFile note = running.get();
            ModelInUse.of(note).require(NamedModel.in(System.getenv()));
            return new Session(note.page(), note.rest(), note.detectors(), null);
        }
        DetectorTool.of(installation).requireModel();
        terminal.line("Polybot is not up: it is started for this and ended afterwards.");
        LocalStack stack =
                LocalStack.start(StackOptions.in(installation, home), new StackProgress(terminal));
        return new Session(stack.page(), stack.restAddress(0), stack.detectorAddresses(), stack);
    }

    /** A system that somebody else runs. */
    static Session elsewhere(@Nullable URI page, @Nullable URI rest) {
        return new Session(page, rest, List.of(), null);
    }

    /**
     * What is wrong when there is no connection to the system of this machine, or none any more.
     *
     * @param home where it notes that it is up
     */
    static StackFailure lostHere(Path home) throws IOException {
        return PidFile.find(home).isPresent()
                ? new StackFailure(
                        "Polybot is up and cannot be reached.", "`./polybot status` says more.")
                : new StackFailure(
                        "Polybot has ended meanwhile.", "`./polybot up` starts it again.");
    }

    /** The same for a system that somebody else runs. */
    static StackFailure lostAt(URI elsewhere, IOException trouble) {
        return switch (trouble) {
            case SSLException _ ->
                    new StackFailure(
                            "No encrypted connection can be made to " + elsewhere + '.',
                            "Does it speak https, with a certificate that is trusted here? If not, give http://"
                                    + elsewhere.getRawAuthority()
                                    + '.');
            case ConnectException _, HttpConnectTimeoutException _ ->
                    new StackFailure(
                            "Nobody answers at " + elsewhere + '.',
                            "Is that the address, and is the system up there?");
            default ->
                    new StackFailure(
                            "The connection to " + elsewhere + " is lost.",
                            "Is the system still up there?");
        };
    }

    /**
     * Where to chat.
     *
     * @throws StackFailure when the bot talks to the real Telegram
     */
    URI chatPage() {
        if (page == null) {
            throw new StackFailure(
                    "The bot that is running talks to the real Telegram.",
                    "Write to it there, or end it with `./polybot down`.");
        }
        return page;
    }

    /**
     * Where pictures are taken over REST.
     *
     * @throws StackFailure when that is not known
     */
    URI restAddress() {
        if (rest == null) {
            throw new StackFailure(
                    "The system that is running has not said where its REST tier is.",
                    "End it with `./polybot down` and start it again.");
        }
        return rest;
    }

    @Override
    public void close() {
        if (own != null) {
            own.closeWithin(GRACE);
        }
    }
}
