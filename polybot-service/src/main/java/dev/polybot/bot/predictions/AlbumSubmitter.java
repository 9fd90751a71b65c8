package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.observability.CarriedTrace;

import java.util.List;

/** Submits the pictures of a chat's album for detection. */
@FunctionalInterface
public interface AlbumSubmitter {

    /**
     * Returns when the pictures and their jobs are durable; the album is answered when the last job has ended.
     */
    void submit(Order order);

    /**
     * What is asked for.
     *
     * @param name what it is known by: the same name again is the same order again
     * @param pictures at least one, in the order in which they are to be answered
     * @param ofSeveral whether the album has more pictures than one, of which some may have been answered before
     */
    record Order(
            String name,
            long chatId,
            List<Picture> pictures,
            boolean ofSeveral,
            PredictionRequest request) {

        public Order {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * One of the pictures.
     *
     * @param number its place in the album, from 1
     * @param trace the trace in which it came
     */
    record Picture(int messageId, int number, FileReference file, CarriedTrace trace) {}
}
