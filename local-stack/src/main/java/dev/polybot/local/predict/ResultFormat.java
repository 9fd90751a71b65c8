package dev.polybot.local.predict;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** Tells results, one after the other, in the order in which the photos were named. */
public interface ResultFormat {

    void add(PhotoResult result) throws IOException;

    /** After the last one. */
    default void end() throws IOException {}

    /**
     * The run has broken off, and nothing came of these: whoever can only read results is told of each.
     *
     * @param why in words, without a full stop
     */
    default void lost(List<Photo> photos, String why) throws IOException {}

    /** A line of JSON for each photo. */
    static ResultFormat json(PrintStream out) {
        return new ResultFormat() {

            @Override
            public void add(PhotoResult result) {
                out.println(ResultJson.line(result));
            }

            @Override
            public void lost(List<Photo> photos, String why) {
                photos.forEach(photo -> add(PhotoResult.failed(photo, why, 0)));
            }
        };
    }

    /** The same for a form that has no place for what could not be done: that is told beside it. */
    static ResultFormat tellingTroubles(ResultFormat results, Consumer<String> teller) {
        return new ResultFormat() {

            @Override
            public void add(PhotoResult result) throws IOException {
                if (!result.succeeded()) {
                    teller.accept(result.photo().label() + ": " + result.trouble());
                }
                results.add(result);
            }

            @Override
            public void lost(List<Photo> photos, String why) throws IOException {
                teller.accept(
                        (photos.size() == 1 ? "1 photo is" : photos.size() + " photos are")
                                + " not done: "
                                + why);
                results.lost(photos, why);
            }

            @Override
            public void end() throws IOException {
                results.end();
            }
        };
    }
}
