package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.calls.Fate;
import dev.polybot.endtoend.calls.Weather;
import dev.polybot.local.stack.RunningProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One of the services that ours call is away or slow for a while.
 *
 * @param service as in {@link Weather.Call}
 * @param fate what becomes of every call to it meanwhile
 * @param startsBot whether a bot starts meanwhile, which is when it asks for its secrets
 */
record Outage(String service, Fate fate, Duration length, boolean startsBot)
        implements Scenario.Course {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Outage away(String service) {
        Fate cut = Fate.ending(Fate.End.CUT_BEFORE);
        return new Outage(service, cut, Duration.ofSeconds(30), service.equals("SECRETS_MANAGER"));
    }

    static Outage slow(String service) {
        Fate slow = Fate.slow(Duration.ofSeconds(5));
        return new Outage(service, slow, Duration.ofSeconds(60), service.equals("SECRETS_MANAGER"));
    }

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(12, Integer.MAX_VALUE);
        Thread.sleep(5000);
        world.weather(call -> call.service().equals(service) ? fate : Fate.NONE);
        Instant end = Instant.now().plus(length);
        RunningProcess bot = world.system().stack().bots().getLast();
        if (startsBot) {
            world.harm(bot);
            bot.kill();
        }
        while (Instant.now().isBefore(end)) {
            if (startsBot && !bot.isAlive()) {
                bot.restart();
            }
            Thread.sleep(1000);
        }
        world.weather(Weather.CLEAR);
        Instant back = Instant.now();
        Thread.sleep(15_000);
        load.stopAsking();
        load.awaitAnswers(PATIENCE);
        return world.count(
                load,
                PATIENCE,
                String.format(
                        Locale.ROOT,
                        "the first answer %.1f s after its return, the last of those asked before after %.1f s",
                        seconds(back, load.firstAnswerAfter(back)),
                        seconds(back, load.lastAnswerOfThoseBefore(back))));
    }

    private static double seconds(Instant from, Instant to) {
        return to.equals(Instant.MAX) ? -1 : Duration.between(from, to).toMillis() / 1000.0;
    }
}
