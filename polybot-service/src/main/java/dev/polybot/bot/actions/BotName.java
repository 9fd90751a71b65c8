package dev.polybot.bot.actions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.concurrent.atomic.AtomicReference;

/** The bot's user name, as Telegram gives it once connected. */
@Component
public class BotName {

    private final AtomicReference<@Nullable String> name = new AtomicReference<>();

    /** The name without the @; null as long as it is not known. */
    public @Nullable String get() {
        return name.get();
    }

    public void becomes(@Nullable String userName) {
        name.set(userName);
    }
}
