package dev.polybot.detector.model;

import java.io.Serial;
import java.util.List;

/** No model was found anywhere. */
public class NoModelException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<String> tried;

    public NoModelException(List<String> tried) {
        super("no model was found: " + String.join("; ", tried));
        this.tried = List.copyOf(tried);
    }

    /** Where it was looked for and what came of it, a line each, in the order of the search. */
    public List<String> tried() {
        return tried;
    }
}
