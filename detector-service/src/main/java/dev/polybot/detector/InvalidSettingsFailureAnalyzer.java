package dev.polybot.detector;

import static java.util.stream.Collectors.joining;

import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Prints invalid settings, a line each, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidSettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindValidationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindValidationException cause) {
        String faults =
                cause.getValidationErrors().getAllErrors().stream()
                        .map(InvalidSettingsFailureAnalyzer::line)
                        .sorted()
                        .collect(joining("\n"));
        return new FailureAnalysis(
                "The detector cannot start with these settings:\n\n" + faults,
                "Correct them and start the detector again.",
                cause);
    }

    private static String line(ObjectError fault) {
        String name = fault instanceof FieldError field ? field.getField() : fault.getObjectName();
        return "  " + name + ' ' + fault.getDefaultMessage();
    }
}
