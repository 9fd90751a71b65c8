package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.calls.Fate;
import dev.polybot.endtoend.chaos.UpdateProxy.Told;
import dev.polybot.endtoend.chaos.World.Setup;
import dev.polybot.local.stack.LocalStack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** All of them. */
final class Scenarios {

    private static final Duration PAUSE = Duration.ofSeconds(45);

    /** An update that a dead bot had claimed is told again after half a minute: an album must not be over by then. */
    private static final Setup PATIENT = new Setup(Duration.ofSeconds(45), Told.ONCE);

    /** Pictures that a sleeping bot has in hand come after its sleep: until then their album is not over either. */
    private static final Setup SLEEPY = new Setup(PAUSE.plusSeconds(30), Told.ONCE);

    private static final Setup QUICK = new Setup(Duration.ofSeconds(3), Told.ONCE);

    static final List<Scenario> ALL =
            List.of(
                    new Scenario(
                            "kills",
                            "a killed process loses, doubles and spoils nothing",
                            PATIENT,
                            new Kills(100, 50, 1000)),
                    new Scenario(
                            "paused-detector",
                            "a detector that slept beyond its message's visibility says nothing twice",
                            Setup.USUAL,
                            new Pauses(LocalStack::detectors, false, 4, PAUSE)),
                    new Scenario(
                            "paused-bot",
                            "a bot that slept beyond its claim says nothing twice",
                            PATIENT,
                            new Pauses(LocalStack::bots, false, 4, PAUSE)),
                    new Scenario(
                            "paused-album",
                            "a bot that slept beyond its album's lease answers no album twice",
                            SLEEPY,
                            new Pauses(LocalStack::bots, true, 4, PAUSE)),
                    new Scenario(
                            "sigterm",
                            "a process that is told to end finishes or hands over, in its grace period",
                            Setup.USUAL,
                            new Ends(3, Duration.ofSeconds(40))),
                    outage("away-sqs", Outage.away("SQS")),
                    outage("away-s3", Outage.away("S3")),
                    outage("away-dynamodb", Outage.away("DYNAMODB")),
                    outage("away-secrets", Outage.away("SECRETS_MANAGER")),
                    outage("away-telegram", Outage.away("TELEGRAM")),
                    outage("slow-sqs", Outage.slow("SQS")),
                    outage("slow-s3", Outage.slow("S3")),
                    outage("slow-dynamodb", Outage.slow("DYNAMODB")),
                    outage("slow-secrets", Outage.slow("SECRETS_MANAGER")),
                    outage("slow-telegram", Outage.slow("TELEGRAM")),
                    new Scenario(
                            "emulators-killed",
                            "what was taken is kept when queues and tables are killed and come back",
                            Setup.USUAL,
                            new EmulatorsKilled(2)),
                    new Scenario(
                            "skewed-clocks",
                            "instances whose clocks are a minute apart answer once, too",
                            Setup.USUAL,
                            new SkewedClocks()),
                    new Scenario(
                            "full-disk",
                            "services that cannot write a file lose nothing",
                            Setup.USUAL,
                            new FullDisk(Duration.ofSeconds(45))),
                    new Scenario(
                            "threefold",
                            "whatever comes three times, in any order, to both bots, is answered once",
                            new Setup(Duration.ofSeconds(10), Told.THREEFOLD),
                            new Repeated(200)),
                    new Scenario(
                            "calls-refused",
                            "whichever call fails, nothing is lost and nothing stays where it is",
                            QUICK,
                            new CallFaults(Fate.End.REFUSED, 4)),
                    new Scenario(
                            "calls-cut",
                            "a call whose answer is lost is recognised by its own effect",
                            QUICK,
                            new CallFaults(Fate.End.CUT_AFTER, 4)),
                    new Scenario(
                            "mutants",
                            "a spoilt picture is refused or answered, and takes nothing down",
                            Setup.USUAL,
                            new Many(Jobs::mutant, 20_000)),
                    new Scenario(
                            "mutants-chat",
                            "a spoilt picture in a chat is refused or answered, once",
                            Setup.USUAL,
                            new Many(Jobs::mutantInChat, 2000)),
                    new Scenario(
                            "mutants-messages",
                            "spoilt updates and jobs hold up nobody, and none is a failure",
                            new Setup(Duration.ofSeconds(10), Told.WITH_SPOILT),
                            new SpoiltMessages(250, 2500)),
                    new Scenario(
                            "many",
                            "what a picture takes is given back",
                            Setup.USUAL,
                            new Many(Jobs::restPicture, 10_000)));

    private Scenarios() {}

    /**
     * As during a deployment.
     *
     * @param other where another build lies
     */
    static Scenario sideBySide(Path other) {
        return new Scenario(
                "side-by-side",
                "two versions work on the same queues and tables",
                Setup.USUAL,
                new SideBySide(other));
    }

    private static Scenario outage(String name, Outage outage) {
        return new Scenario(
                name,
                "nothing is lost while a service is away or slow, and answers come soon after",
                Setup.USUAL,
                outage);
    }
}
