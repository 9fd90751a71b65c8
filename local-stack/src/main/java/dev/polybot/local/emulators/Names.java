package dev.polybot.local.emulators;

/** What the emulated queues, buckets, tables and secrets are called, and the settings that matter to the services. */
final class Names {

    static final String REGION = "eu-central-1";

    static final String IDENTIFY_QUEUE = "polybot-identify";
    static final String RESULTS_QUEUE = "polybot-results";
    static final String DEAD_LETTERS = "-dead-letters";

    /** First in, first out: AWS wants such names to end so. */
    static final String OUTBOX_QUEUE = "polybot-outbox.fifo";

    static final String OUTBOX_DEAD_LETTERS = "polybot-outbox-dead.fifo";

    /** The most that SQS takes: a message that waits for Telegram's limits is received again and again. */
    static final int OUTBOX_ATTEMPTS = 1000;

    static final int IDENTIFY_ATTEMPTS = 3;
    static final int RESULTS_ATTEMPTS = 5;
    static final int VISIBILITY_SECONDS = 30;

    static final String BUCKET = "polybot-images";

    static final String PREDICTIONS_TABLE = "polybot-predictions";
    static final String STATE_TABLE = PREDICTIONS_TABLE + "-state";

    static final String TELEGRAM_SECRET = "polybot/telegram";

    private Names() {}
}
