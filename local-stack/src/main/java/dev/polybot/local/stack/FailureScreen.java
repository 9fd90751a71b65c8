package dev.polybot.local.stack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service writes last when it knows why it does not start.
 *
 * @param description what is wrong
 * @param action what can be done about it
 */
record FailureScreen(String description, String action) {

    private static final String TITLE = "APPLICATION FAILED TO START";
    private static final String DESCRIPTION = "Description:";
    private static final String ACTION = "Action:";

    /** What came after it is another start's. */
    private static final Pattern LOG_LINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    /** The one at the end of these lines of a log, which are not blank. */
    static Optional<FailureScreen> at(List<String> log) {
        int title = log.lastIndexOf(TITLE);
        List<String> screen = log.subList(title + 1, log.size());
        int description = screen.indexOf(DESCRIPTION);
        int action = screen.indexOf(ACTION);
        return title < 0
                        || description < 0
                        || action < description
                        || screen.stream().anyMatch(line -> LOG_LINE.matcher(line).matches())
                ? Optional.empty()
                : Optional.of(
                        new FailureScreen(
                                String.join("\n", screen.subList(description + 1, action)),
                                String.join("\n", screen.subList(action + 1, screen.size()))));
    }
}
