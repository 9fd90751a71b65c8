package dev.polybot.detector;

import dev.polybot.detector.inference.YoloDetector;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** The detector that answers for this process, from the moment its model is warm. */
final class DetectorInUse implements Supplier<YoloDetector>, AutoCloseable {

    private final Supplier<YoloDetector> loading;
    private volatile @Nullable YoloDetector loaded;

    /**
     * None is in use yet.
     *
     * @param loading finds and warms the model
     */
    DetectorInUse(Supplier<YoloDetector> loading) {
        this.loading = loading;
    }

    /** Returns when the model has answered its warm-up. */
    YoloDetector load() {
        YoloDetector detector = loading.get();
        loaded = detector;
        return detector;
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
