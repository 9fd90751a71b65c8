package dev.polybot.detector;

import dev.polybot.detector.inference.YoloDetector;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The detector that answers for this process, from the moment its model is warm. */
final class DetectorInUse implements Supplier<YoloDetector>, AutoCloseable {

    private final CompletableFuture<YoloDetector> loading;
    private volatile @Nullable YoloDetector loaded;

    /**
     * Begins to load at once, beside the rest of the start: neither waits for the other.
     *
     * @param search finds and warms the model
     */
    DetectorInUse(Supplier<YoloDetector> search) {
        this.loading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("model").start(() -> load(search));
    }

    private void load(Supplier<YoloDetector> search) {
        try {
            loading.complete(search.get());
        } catch (RuntimeException | LinkageError e) {
            loading.completeExceptionally(e);
        }
    }

    /** Returns when the model has answered its warm-up; throws what loading threw. */
    YoloDetector await() {
        try {
            YoloDetector detector = loading.join();
            loaded = detector;
            return detector;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public YoloDetector get() {
        YoloDetector detector = loaded;
        if (detector == null) {
            throw new IllegalStateException("no model is loaded yet");
        }
        return detector;
    }

    @Nullable YoloDetector ifLoaded() {
        return loaded;
    }

    @Override
    public void close() {
        YoloDetector detector = loaded;
        if (detector != null) {
            detector.close();
        }
    }
}
