package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The root of the bot's settings, without those of the REST tier; reports all that is wrong with them at once.
 *
 * @param region the AWS region
 * @param drainDelay how long the service, on its way out, says that it is not ready while it still takes requests
 * @param telegram the bot's account and how updates come
 * @param queues the queues between the services
 * @param storage buckets and tables
 * @param filters how much memory filters may take
 * @param albums when an album is taken as complete
 * @param pacing how fast the bot sends
 */
@ConfigurationProperties("polybot")
public record BotSettings(
        @DefaultValue("") String region,
        @DefaultValue("0s") Duration drainDelay,
        @DefaultValue TelegramSettings telegram,
        @DefaultValue QueueSettings queues,
        @DefaultValue StorageSettings storage,
        @DefaultValue FilterSettings filters,
        @DefaultValue AlbumSettings albums,
        @DefaultValue RateSettings pacing) {

    /**
     * Takes sound settings only.
     *
     * @throws InvalidSettingsException with every fault there is
     */
    public BotSettings {
        SettingFaults faults = new SettingFaults();
        faults.requireText(region, "AWS_DEFAULT_REGION", "the AWS region to work in");
        telegram.check(faults);
        queues.check(faults);
        storage.check(faults);
        filters.check(faults);
        albums.check(faults);
        pacing.check(faults);
        faults.throwIfAny();
    }
}
