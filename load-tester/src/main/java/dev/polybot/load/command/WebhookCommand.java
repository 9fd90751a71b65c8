package dev.polybot.load.command;

import dev.polybot.load.address.AddressGuard;
import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.aws.AwsSettings;
import dev.polybot.load.profile.LoadLimit;
import dev.polybot.load.webhook.WebhookTarget;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends photos with a caption in chats with the bot, through the stand-in for Telegram, which tells the"
                    + " bot's webhook of them; takes the bot's replies for answers.",
            "The stand-in's address comes from --chat-server or TELEGRAM_API_URL. The real Telegram is never loaded."
        })
final class WebhookCommand implements Callable<Integer> {

    private static final int MOST_CHATS = 500;
    private static final int DEFAULT_CHATS = 100;
    private static final long FIRST_CHAT = 500_000_000_000L;
    private static final int CHAT_STEP = 10_000;

    private final Invocation invocation;

    @Mixin private RunOptions options = new RunOptions();

    @Option(
            names = "--chat-server",
            paramLabel = "URL",
            description = "Where the stand-in for Telegram is.")
    private @Nullable URI server;

    @Option(
            names = "--chats",
            paramLabel = "N",
            description = {
                "Over how many chats the photos are spread (default: as many as there are requests, up to 100). The"
                        + " bot may speak only so often in each."
            })
    private @Nullable Integer chats;

    @Option(
            names = "--caption",
            paramLabel = "TEXT",
            description = "What is written below each photo (default: predict).")
    private String caption = "predict";

    WebhookCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = Plan.of(options);
        int count = chatCount(plan.limit());
        AddressGuard guard = options.guard();
        URI given = server == null ? null : guard.require(server);
        if (options.checkOnly) {
            return ExitCodes.OK;
        }
        URI address = given == null ? guard.require(address()) : given;
        AwsSettings settings = AwsSettings.of(invocation.environment());
        long firstChat = FIRST_CHAT + new SecureRandom().nextInt(1_000_000) * (long) CHAT_STEP;
        try (AwsClients aws = settings == null ? null : AwsClients.open(settings, guard);
                WebhookTarget target =
                        new WebhookTarget(
                                address, count, firstChat, caption, options.check.classNames())) {
            return new LoadSession(invocation, plan, guard, aws, Clock.systemUTC()).run(target);
        }
    }

    private URI address() {
        String address = invocation.variable("TELEGRAM_API_URL");
        if (address.isBlank()) {
            throw new IllegalArgumentException(
                    "neither --chat-server nor TELEGRAM_API_URL says where the stand-in is");
        }
        return URI.create(address);
    }

    private int chatCount(LoadLimit limit) {
        if (chats != null) {
            if (chats < 1 || chats > MOST_CHATS) {
                throw new IllegalArgumentException("--chats takes 1 to " + MOST_CHATS + " chats");
            }
            return chats;
        }
        return Math.min(limit.total(), DEFAULT_CHATS);
    }
}
