package dev.polybot.bot.updates;

import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.telegram.BotAccount;
import dev.polybot.bot.telegram.UpdateSource;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Begins and ends the intake of updates with the service (connection, command menu, polling), and reports the service as
 * ready once Telegram is connected. The bean's name is its name among the health indicators.
 */
@Component("telegram")
class TelegramLifecycle implements SmartLifecycle, HealthIndicator {

    /** The end of the service does not wait longer than this for an update in progress; Telegram will tell of it again. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(35);

    private final TelegramConnection connection;
    private final CommandMenu menu;
    private final @Nullable LongPolling polling;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean connected;
    private volatile @Nullable Thread thread;

    TelegramLifecycle(
            BotSettings settings,
            Credentials credentials,
            BotAccount account,
            BotName botName,
            UpdateSource source,
            UpdateHandler updates) {
        this.connection =
                new TelegramConnection(
                        account, settings.telegram(), credentials, botName, this::pause);
        this.menu = new CommandMenu(account, this::pause);
        this.polling =
                settings.telegram().polling()
                        ? new LongPolling(source, updates, this::pause)
                        : null;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("intake").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        stopping.countDown();
        if (polling != null) {
            polling.stop();
        }
        try {
            running.join(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Ready when Telegram knows where to tell of updates. */
    @Override
    public Health health() {
        return (connected ? Health.up() : Health.outOfService()).build();
    }

    /** A pause that the end of the service cuts short; an update in progress is not interrupted. */
    private void pause(Duration duration) throws InterruptedException {
        if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the service stops");
        }
    }

    private void run() {
        try {
            connection.establish();
            connected = true;
            Thread.ofVirtual().name("command-menu").start(menu::announce);
            if (polling != null) {
                polling.run();
            }
        } catch (InterruptedException e) {
            // The service stops.
            Thread.currentThread().interrupt();
        }
    }
}
