package dev.polybot.endtoend.chaos;

import java.time.Duration;

/**
 * While people ask, spoilt updates come to the bots and spoilt jobs to the detectors.
 *
 * @param jobs how much is asked
 * @param spoilt how many jobs are spoilt
 */
record SpoiltMessages(int jobs, int spoilt) implements Scenario.Course {

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(8, jobs);
        for (int i = 0; i < spoilt; i++) {
            world.jobs().pushSpoilt();
        }
        load.awaitAnswers(world.budget());
        Score score =
                world.count(
                        load,
                        Duration.ofMinutes(2),
                        "%d spoilt jobs, %s".formatted(spoilt, world.updates().spoilt()));
        if (world.updates().hasFailures()) {
            throw new AssertionError("A bot failed at an update: " + world.updates().spoilt());
        }
        return score;
    }
}
