package dev.polybot.local.command;

import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.PidFile;
import dev.polybot.local.stack.StackFailure;
import dev.polybot.local.stack.StackOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running system to talk to: the one that is up, or else one of its own that ends with the session.
 *
 * @param page the stand-in's address
 * @param rest where pictures are taken over REST; null when that is not known
 * @param detectors where the detectors say whether they are ready
 */
record Session(URI page, @Nullable URI rest, List<URI> detectors, @Nullable LocalStack own)
        implements AutoCloseable {

    /** The answer is there: nothing is worth waiting for. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    static Session open(Installation installation, Path home, Terminal terminal)
            throws IOException, InterruptedException {
        Optional<PidFile> running = PidFile.find(home);
        if (running.isPresent()) {
            URI page = running.get().page();
            if (page == null) {
                throw new StackFailure(
                        "The bot that is running talks to the real Telegram.",
                        "Write to it there, or end it with `./polybot down`.");
            }
            return new Session(page, running.get().rest(), running.get().detectors(), null);
        }
        terminal.line("Polybot is not up: it is started for this and ended afterwards.");
        LocalStack stack =
                LocalStack.start(StackOptions.in(installation, home), new StackProgress(terminal));
        URI page = stack.page();
        if (page == null) {
            throw new IllegalStateException("the stand-in has no address");
        }
        return new Session(page, stack.restAddress(0), stack.detectorAddresses(), stack);
    }

    @Override
    public void close() {
        if (own != null) {
            own.closeWithin(GRACE);
        }
    }
}
