package dev.polybot.detector;

import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.queue.IdentifyListener;
import dev.polybot.detector.results.ModelPublication;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.PublishedModel;
import dev.polybot.observability.PolybotMetric;

import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import java.util.Objects;

/**
 * Starts the service in order: model, warm-up, what it knows, first message, ready. Liveness already answers while a model
 * is downloaded; readiness turns on after this has returned.
 */
@Component
class DetectorStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DetectorStart.class);

    private final DetectorInUse detectorInUse;
    private final ModelPublication publication;
    private final MessageListenerContainerRegistry listeners;

    DetectorStart(
            DetectorInUse detectorInUse,
            ModelPublication publication,
            MessageListenerContainerRegistry listeners) {
        this.detectorInUse = detectorInUse;
        this.publication = publication;
        this.listeners = listeners;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        YoloDetector detector = detectorInUse.await();
        LOG.info("Model in use: {}", detector.description());
        ModelInfo model = detector.model();
        publication.publish(new PublishedModel(model.name(), model.version(), detector.classes()));
        PolybotMetric.MODEL.show(
                () -> 1, model.name(), String.valueOf(model.version()), detector.engine());
        Objects.requireNonNull(listeners.getContainerById(IdentifyListener.ID)).start();
    }
}
