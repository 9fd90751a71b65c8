package dev.polybot.local.stack;

import static java.util.regex.Pattern.DOTALL;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is started, and how.
 *
 * @param installation the built system
 * @param home folder for data and logs
 * @param telegram which Telegram the bots talk to
 * @param restPort the port of the first bot's REST tier; 0 for any that is free
 * @param restarts how often a part that dies is started again before it is left
 * @param spans where the services send their spans (OTLP over HTTP); null for nowhere
 */
public record StackOptions(
        Installation installation,
        Path home,
        Telegram telegram,
        Instances detectors,
        Instances bots,
        int restPort,
        int restarts,
        @Nullable URI spans) {

    /** Which Telegram the bots talk to. */
    public sealed interface Telegram {

        /**
         * The stand-in, by webhook.
         *
         * @param pagePort the port of its chat page; 0 for any that is free
         */
        record Fake(int pagePort) implements Telegram {}

        /** The real one, by long polling. */
        record Real(String token) implements Telegram {

            /** A bare token, or JSON, in which the bot looks for one. */
            private static final Pattern SHAPE = Pattern.compile("\\d+:[\\w-]+|\\{.*", DOTALL);

            public Real {
                if (!SHAPE.matcher(token).matches()) {
                    throw new StackFailure(
                            "TELEGRAM_TOKEN holds no token as @BotFather gives it.",
                            "Copy it again, all of it: digits, a colon, and what follows; or leave TELEGRAM_TOKEN"
                                    + " away, and chat on a page here.");
                }
            }
        }
    }

    /**
     * The processes of one service.
     *
     * @param environment variables over those that they get anyway
     */
    public record Instances(int count, Map<String, String> environment) {

        public static final Instances ONE = new Instances(1, Map.of());

        public Instances {
            environment = Map.copyOf(environment);
        }
    }

    /** One of each service and the stand-in on any port; nothing that dies is started again. */
    public static StackOptions in(Installation installation, Path home) {
        return new StackOptions(
                installation, home, new Telegram.Fake(0), Instances.ONE, Instances.ONE, 0, 0, null);
    }

    public StackOptions withTelegram(Telegram other) {
        return new StackOptions(
                installation, home, other, detectors, bots, restPort, restarts, spans);
    }

    public StackOptions withInstances(int detectorCount, int botCount) {
        return with(
                new Instances(detectorCount, detectors.environment()),
                new Instances(botCount, bots.environment()));
    }

    public StackOptions withDetectorEnvironment(Map<String, String> environment) {
        return with(new Instances(detectors.count(), environment), bots);
    }

    /** With the stand-in all bots announce the address at which they answer in turn, unless their environment names another. */
    public StackOptions withBotEnvironment(Map<String, String> environment) {
        return with(detectors, new Instances(bots.count(), environment));
    }

    public StackOptions withRestPort(int port) {
        return new StackOptions(
                installation, home, telegram, detectors, bots, port, restarts, spans);
    }

    public StackOptions withRestarts(int times) {
        return new StackOptions(
                installation, home, telegram, detectors, bots, restPort, times, spans);
    }

    public StackOptions withSpansTo(URI address) {
        return new StackOptions(
                installation, home, telegram, detectors, bots, restPort, restarts, address);
    }

    private StackOptions with(Instances otherDetectors, Instances otherBots) {
        return new StackOptions(
                installation, home, telegram, otherDetectors, otherBots, restPort, restarts, spans);
    }
}
