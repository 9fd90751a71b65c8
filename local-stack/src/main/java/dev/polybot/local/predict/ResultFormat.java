package dev.polybot.local.predict;

import java.io.IOException;
import java.io.PrintStream;

/** Tells results, one after the other, in the order in which the photos were named. */
public interface ResultFormat {

    void add(PhotoResult result) throws IOException;

    /** After the last one. */
    default void end() throws IOException {}

    /** A line of JSON for each photo. */
    static ResultFormat json(PrintStream out) {
        return result -> out.println(ResultJson.line(result));
    }
}
