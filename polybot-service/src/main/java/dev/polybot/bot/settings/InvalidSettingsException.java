package dev.polybot.bot.settings;

import static java.util.stream.Collectors.joining;

import java.io.Serial;
import java.util.List;

/** Signals that the service's settings are invalid. Carries all that is wrong, so that it is put right in one go. */
public class InvalidSettingsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public InvalidSettingsException(List<InvalidSetting> faults) {
        super(
                faults.stream()
                        .map(fault -> "  " + fault.variable() + ": " + fault.remedy())
                        .collect(joining("\n")));
    }
}
