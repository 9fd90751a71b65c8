package dev.polybot.detector;

import dev.polybot.detector.model.NoModelException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one screen what to do when there is no model. */
class NoModelFailureAnalyzer extends AbstractFailureAnalyzer<NoModelException> {

    private static final String ACTION =
            """
            Give it one, in any of these ways:

              DETECTOR_MODEL=/path/to/yolov5n.torchscript    a file, with its settings x.json and names x.names beside it
              DETECTOR_MODEL=https://host/yolov5n.torchscript    an address; DETECTOR_MODEL_SHA256 verifies what comes
              DETECTOR_CACHE_DIR=/path/to/models    a folder that holds one

            Ultralytics' export.py makes such a file: python export.py --weights yolov5n.pt --include torchscript""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoModelException cause) {
        return new FailureAnalysis(
                "The detector has no model to find things with. It looked here, in this order:\n\n  - "
                        + String.join("\n  - ", cause.tried()),
                ACTION,
                cause);
    }
}
