package dev.polybot.load.command;

import dev.polybot.load.address.AddressGuard;
import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.aws.AwsSettings;
import dev.polybot.load.rest.RestTarget;
import dev.polybot.load.rest.RestTarget.Way;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "rest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Uploads pictures over REST, each upload waiting for its answer.",
            "The address comes from --url or POLYBOT_REST_URL, the key from POLYBOT_API_KEY: a command line can be"
                    + " read by everybody on the machine."
        })
final class RestCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin private RunOptions options = new RunOptions();

    @Option(names = "--url", paramLabel = "URL", description = "Where the REST tier is.")
    private @Nullable URI url;

    @Option(
            names = "--endpoint",
            paramLabel = "WAY",
            description = {
                "v1: POST /api/v1/predictions (default); root: POST /; recognize_image: POST /recognize_image. The latter"
                        + " two are what the course's workload generators speak."
            })
    private Way way = Way.V1;

    RestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = Plan.of(options);
        AddressGuard guard = options.guard();
        URI given = url == null ? null : guard.require(url);
        String key = invocation.variable("POLYBOT_API_KEY").strip();
        if (!key.matches("[\\x21-\\x7e]*")) {
            throw new IllegalArgumentException("POLYBOT_API_KEY holds characters that no key has");
        }
        if (options.checkOnly) {
            return ExitCodes.OK;
        }
        URI address = given == null ? guard.require(address()) : given;
        AwsSettings settings = AwsSettings.of(invocation.environment());
        try (AwsClients aws = settings == null ? null : AwsClients.open(settings, guard);
                RestTarget target = new RestTarget(address, way, key)) {
            return new LoadSession(invocation, plan, guard, aws, Clock.systemUTC()).run(target);
        }
    }

    private URI address() {
        String address = invocation.variable("POLYBOT_REST_URL");
        if (address.isBlank()) {
            throw new IllegalArgumentException(
                    "neither --url nor POLYBOT_REST_URL says where the REST tier is");
        }
        return URI.create(address);
    }
}
