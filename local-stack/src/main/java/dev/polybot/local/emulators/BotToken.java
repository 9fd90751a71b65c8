package dev.polybot.local.emulators;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The bot token that the secret holds: the one given, or one made up at the first start and kept in the data folder. */
final class BotToken {

    private static final int SECRET_BYTES = 26;

    private BotToken() {}

    static String givenOrKeptIn(@Nullable String given, Path file) throws IOException {
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (!Files.exists(file)) {
            Files.writeString(file, madeUp(new SecureRandom()));
        }
        return Files.readString(file).strip();
    }

    private static String madeUp(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return random.nextInt(100_000_000, 1_000_000_000)
                + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
