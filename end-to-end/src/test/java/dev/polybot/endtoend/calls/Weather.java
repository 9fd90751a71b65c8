package dev.polybot.endtoend.calls;

/** What happens between our services and those that they call. */
@FunctionalInterface
public interface Weather {

    Weather CLEAR = call -> Fate.NONE;

    /**
     * A call on its way.
     *
     * @param caller bot or detector
     * @param service as in {@code AWS_ENDPOINT_URL_…}, or TELEGRAM
     * @param action in IAM's words, such as {@code sqs:SendMessage}, or {@code telegram:} and the Bot API's method
     * @param resource its queue, table, key or secret; empty for Telegram
     */
    record Call(String caller, String service, String action, String resource) {}

    /** Asked once for each call, by several threads. */
    Fate of(Call call);
}
