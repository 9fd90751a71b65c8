package dev.polybot.detector;

import dev.polybot.detector.model.UnusableModelException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.util.Objects;

/** Says what is wrong with a model that was found. */
class UnusableModelFailureAnalyzer extends AbstractFailureAnalyzer<UnusableModelException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableModelException cause) {
        return new FailureAnalysis(
                Objects.requireNonNull(cause.getMessage()),
                "Check DETECTOR_MODEL and the files beside the model, or leave DETECTOR_MODEL out: then the"
                        + " model that Polybot ships is used.",
                cause);
    }
}
