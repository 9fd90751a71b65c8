package dev.polybot.load.rest;

import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.run.Answers;
import dev.polybot.load.run.Request;
import dev.polybot.load.run.Target;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Uploads to the REST tier, each on a connection of its own that waits for the answer. */
public final class RestTarget implements Target {

    /** The REST tier's ways to take a picture. */
    public enum Way {
        V1,
        ROOT,
        RECOGNIZE_IMAGE;

        private Endpoint endpoint() {
            return switch (this) {
                case V1 -> new PredictionsEndpoint();
                case ROOT -> new CourseEndpoints.Root();
                case RECOGNIZE_IMAGE -> new CourseEndpoints.RecognizeImage();
            };
        }
    }

    private final URI address;
    private final Exchange exchange;
    private final Endpoint endpoint;
    private volatile @Nullable Answers answers;

    /**
     * @param key the caller's key; empty where none is needed
     */
    public RestTarget(URI address, Way way, String key) {
        this.address = address;
        this.exchange = new Exchange(address, key);
        this.endpoint = way.endpoint();
    }

    @Override
    public String inWords() {
        return "uploads over REST to " + address + ", " + endpoint.inWords();
    }

    @Override
    public void prepare(List<PictureFile> pictures) throws IOException, InterruptedException {
        try {
            exchange.get("/api/v1/classes");
        } catch (ConnectException e) {
            throw new IOException("nobody answers at " + address, e);
        }
    }

    @Override
    public void begin(Answers to) {
        answers = to;
    }

    @Override
    public void send(Request request) throws IOException, InterruptedException {
        Answers to = Objects.requireNonNull(answers, "begin comes first");
        to.answered(request.number(), endpoint.ask(exchange, request.picture()));
    }

    @Override
    public void close() {
        exchange.close();
    }
}
