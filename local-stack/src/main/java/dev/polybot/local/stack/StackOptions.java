package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;

/**
 * What is started, and how.
 *
 * @param installation the built system
 * @param home folder for data and logs
 * @param pagePort the chat page's port; 0 for any that is free
 * @param detectors how many detectors
 * @param bots how many bots; with the stand-in all of them announce the same webhook address, the first one's, unless {@code
 *     botEnvironment} says otherwise
 * @param detectorEnvironment variables for the detectors, over those they get anyway
 * @param botEnvironment variables for the bots, over those they get anyway
 * @param telegramToken a token for the real Telegram, by long polling; null for the stand-in
 * @param restarts how often a part that dies is started again before it is left
 */
public record StackOptions(
        Installation installation,
        Path home,
        int pagePort,
        int detectors,
        int bots,
        Map<String, String> detectorEnvironment,
        Map<String, String> botEnvironment,
        @Nullable String telegramToken,
        int restarts) {

    /** One of each, on free ports, with the stand-in; nothing that dies is started again. */
    public static StackOptions in(Installation installation, Path home) {
        return new StackOptions(installation, home, 0, 1, 1, Map.of(), Map.of(), null, 0);
    }

    public StackOptions withPagePort(int port) {
        return new StackOptions(
                installation,
                home,
                port,
                detectors,
                bots,
                detectorEnvironment,
                botEnvironment,
                telegramToken,
                restarts);
    }

    public StackOptions withInstances(int detectorCount, int botCount) {
        return new StackOptions(
                installation,
                home,
                pagePort,
                detectorCount,
                botCount,
                detectorEnvironment,
                botEnvironment,
                telegramToken,
                restarts);
    }

    public StackOptions withDetectorEnvironment(Map<String, String> environment) {
        return new StackOptions(
                installation,
                home,
                pagePort,
                detectors,
                bots,
                Map.copyOf(environment),
                botEnvironment,
                telegramToken,
                restarts);
    }

    public StackOptions withBotEnvironment(Map<String, String> environment) {
        return new StackOptions(
                installation,
                home,
                pagePort,
                detectors,
                bots,
                detectorEnvironment,
                Map.copyOf(environment),
                telegramToken,
                restarts);
    }

    public StackOptions withTelegramToken(@Nullable String token) {
        return new StackOptions(
                installation,
                home,
                pagePort,
                detectors,
                bots,
                detectorEnvironment,
                botEnvironment,
                token,
                restarts);
    }

    public StackOptions withRestarts(int times) {
        return new StackOptions(
                installation,
                home,
                pagePort,
                detectors,
                bots,
                detectorEnvironment,
                botEnvironment,
                telegramToken,
                times);
    }
}
