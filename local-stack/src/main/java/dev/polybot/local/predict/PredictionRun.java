package dev.polybot.local.predict;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for photos, a few at a time, and tells their results in the order in which they were named.
 *
 * @param limit for each photo
 * @param pictures where pictures with boxes go; null to save none
 * @param pictureName of the only picture; null to name each after its photo
 */
public record PredictionRun(
        PredictionClient client,
        PredictionClient.Wanted wanted,
        Duration limit,
        @Nullable NewFiles pictures,
        @Nullable String pictureName) {

    /** As many as keep the detectors busy while pictures travel. */
    private static final int AT_ONCE = 4;

    private static final String CONNECTION_LOST = "the connection to the system is lost";

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {

        void done(int photos, int of);
    }

    /**
     * Returns how many photos could not be done.
     *
     * @throws IOException when the system is gone, or a result cannot be written
     */
    public int of(List<Photo> photos, ResultFormat results, Progress progress)
            throws IOException, InterruptedException {
        int failed = 0;
        int done = 0;
        Deque<Future<PredictionClient.Answer>> waiting = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int next = 0; done < photos.size(); done++) {
                    progress.done(done, photos.size());
                    while (next < photos.size() && waiting.size() < AT_ONCE) {
                        Photo photo = photos.get(next++);
                        waiting.add(threads.submit(() -> client.ask(photo, wanted, limit)));
                    }
                    PhotoResult result = save(waiting.remove().get());
                    progress.done(-1, photos.size());
                    results.add(result);
                    failed += result.succeeded() ? 0 : 1;
                }
            } catch (ExecutionException e) {
                results.lost(photos.subList(done, photos.size()), CONNECTION_LOST);
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (FileSystemException e) {
                results.lost(photos.subList(done, photos.size()), "its result cannot be written");
                throw e;
            } finally {
                threads.shutdownNow();
            }
        }
        results.end();
        return failed;
    }

    /** What cannot be fetched is this photo's trouble; what cannot be written is everybody's. */
    private PhotoResult save(PredictionClient.Answer answer)
            throws IOException, InterruptedException {
        PhotoResult result = answer.result();
        URI annotated = answer.annotated();
        NewFiles folder = pictures;
        if (annotated == null || folder == null || !result.succeeded()) {
            return result;
        }
        String name =
                pictureName == null
                        ? result.photo().stem() + PhotoArguments.PREDICTED + ".jpg"
                        : pictureName;
        try (InputStream picture = client.open(annotated)) {
            return result.savedAs(folder.save(name, Png.isName(name) ? Png.of(picture) : picture));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            return PhotoResult.failed(
                    result.photo(), String.valueOf(e.getMessage()), result.seconds());
        }
    }
}
