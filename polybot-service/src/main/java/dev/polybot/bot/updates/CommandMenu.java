package dev.polybot.bot.updates;

import dev.polybot.bot.captions.Keyword;
import dev.polybot.bot.conversation.GeneralCommand;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.Backoff;
import dev.polybot.bot.settings.Sleeper;
import dev.polybot.bot.telegram.BotAccount;
import dev.polybot.bot.telegram.BotAccount.MenuEntry;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.observability.ExceptionSummary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes up the menu of commands and gives it to Telegram in every language of the bot, until Telegram has it or refuses it. Giving
 * the same again changes nothing, and the bot works without, so nothing waits for this.
 */
final class CommandMenu {

    private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);

    private final BotAccount account;
    private final Sleeper pause;
    private int failures;

    CommandMenu(BotAccount account, Sleeper pause) {
        this.account = account;
        this.pause = pause;
    }

    /** Tries until Telegram has them, or refuses them. */
    void announce() {
        try {
            tell(Language.ENGLISH, null);
            for (Language language : Language.values()) {
                tell(language, language.code());
            }
        } catch (InterruptedException e) {
            // The service stops.
            Thread.currentThread().interrupt();
        } catch (TelegramException e) {
            log.warn("The menu of commands stays as it is: {}", e.getMessage());
        }
    }

    static List<MenuEntry> entries(Language language) {
        return Stream.concat(
                        Arrays.stream(Keyword.values()).map(Keyword::command),
                        GeneralCommand.IN_MENU.stream().map(GeneralCommand::word))
                .map(command -> new MenuEntry(command, language.say("command." + command)))
                .toList();
    }

    private void tell(Language language, @Nullable String code) throws InterruptedException {
        while (true) {
            try {
                account.setCommands(entries(language), code);
                return;
            } catch (TelegramException.Unavailable e) {
                Duration wait = Backoff.CALLS.after(++failures, e.retryAfter());
                log.info(
                        "No menu of commands yet, next attempt in {} s: {}",
                        wait.toSeconds(),
                        ExceptionSummary.of(e));
                pause.sleep(wait);
            }
        }
    }
}
