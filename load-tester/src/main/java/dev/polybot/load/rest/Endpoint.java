package dev.polybot.load.rest;

import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.run.Answer;

import java.io.IOException;

/** One of the REST tier's ways to take a picture. */
interface Endpoint {

    String inWords();

    /** Sends a picture and waits for its answer. */
    Answer ask(Exchange exchange, PictureFile picture) throws IOException, InterruptedException;
}
