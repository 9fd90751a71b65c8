package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** The system could not be started, or not found running. It says what happened and what can be done about it. */
public final class StackFailure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String hint;

    public StackFailure(String sentence, String hint) {
        this(sentence, hint, null);
    }

    StackFailure(String sentence, String hint, @Nullable Throwable cause) {
        super(sentence, cause);
        this.hint = hint;
    }

    /** What can be done about it. */
    public String hint() {
        return hint;
    }
}
