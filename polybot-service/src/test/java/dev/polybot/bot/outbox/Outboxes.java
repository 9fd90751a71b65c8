package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.RateSettings;
import dev.polybot.bot.storage.Leases;
import dev.polybot.bot.storage.S3Pictures;
import dev.polybot.bot.telegram.PictureSender;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.bot.testing.Aws;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Outboxes for tests of what is said: the queue is left out, and with it the waiting. */
public final class Outboxes {

    private Outboxes() {}

    /** Says at once what is put into it, with no limits; what Telegram does not take stays until it is put again. */
    public static Outbox direct(
            String telegram, BotSettings settings, Clock clock, List<Delivery> more) {
        ChatSender delivery =
                delivery(
                        telegram,
                        settings,
                        clock,
                        more,
                        SendingRates.of(new RateSettings(1000, 1000, 60_000)));
        return message -> {
            var _ = delivery.first(List.of(new ChatSender.Received(message, clock.instant(), 1)));
        };
    }

    /** Outgoing pictures in the emulated S3. */
    public static OutgoingPictureUpload pictures(BotSettings settings) {
        return new OutgoingPictureUpload(S3Pictures.of(Aws.S3, settings), settings);
    }

    static ChatSender delivery(
            String telegram,
            BotSettings settings,
            Clock clock,
            List<Delivery> more,
            SendingRates limits) {
        return delivery(
                telegram,
                settings,
                clock,
                more,
                limits,
                another -> {
                    throw new IllegalStateException("nothing more is put into it");
                });
    }

    static ChatSender delivery(
            String telegram,
            BotSettings settings,
            Clock clock,
            List<Delivery> more,
            SendingRates limits,
            Outbox outbox) {
        TelegramMessages api = TelegramClients.botApi(telegram);
        List<Delivery> deliveries = new ArrayList<>(more);
        deliveries.add(new PlainDelivery(settings, clock));
        return new ChatSender(
                deliveries,
                new Leases(Aws.DYNAMO_DB, clock),
                new RateLimits(
                        new RateLimitStore(Aws.DYNAMO_DB, settings, clock),
                        limits,
                        UUID.randomUUID().toString(),
                        clock),
                new OutgoingContentSender(
                        api, new PictureSender(api), S3Pictures.of(Aws.S3, settings)),
                outbox,
                clock,
                duration -> {});
    }
}
