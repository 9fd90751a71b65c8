package dev.polybot.load.run;

import dev.polybot.load.pictures.PictureFile;

import java.io.IOException;
import java.util.List;

/** A way into the system. */
public interface Target extends AutoCloseable {

    /** What is loaded and how, in a few words. */
    String inWords();

    /** Gets ready: whatever must be there before the first request. */
    void prepare(List<PictureFile> pictures) throws IOException, InterruptedException;

    /** A round of requests begins, numbered from 0; from now on what comes back goes there. */
    void begin(Answers answers) throws IOException, InterruptedException;

    /**
     * Sends a request and returns when that is done; where the answer comes back on the same way, when it is here. Is called by
     * many threads.
     *
     * @throws IOException when it could not be sent
     */
    void send(Request request) throws IOException, InterruptedException;

    /** Looks a last time for answers that came twice; is called when all that will come has come. */
    default void verify() throws IOException, InterruptedException {}

    @Override
    void close();
}
